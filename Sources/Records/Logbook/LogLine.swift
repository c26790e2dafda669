import FoundationEssentials

/// Who does something with the store, in what role, when and why.
public struct Act: Equatable, Sendable {
    /// Account of the operating system.
    public let by: String
    public let role: String
    public let at: Timestamp
    /// For erasing and repairing; no word of what a complaint says.
    public let reason: String?

    public init(by: String, role: String, at: Timestamp, reason: String? = nil) {
        self.by = by
        self.role = role
        self.at = at
        self.reason = reason
    }

    func because(_ reason: String) -> Act { Act(by: by, role: role, at: at, reason: reason) }
}

/// One line of the log book: that something was done, never what a complaint says (BIO: who, what, which record).
public struct LogLine: Codable, Equatable, Sendable {
    /// One more than the line before.
    public let sequence: Int
    public let at: Timestamp
    public let by: String
    public let role: String
    public let action: Action
    /// Number of the complaint, or the path of a file within the store; absent when it is about the whole store.
    public let subject: String?
    /// The version that this made.
    public let version: Int?
    /// SHA-256 of the file of that version, 64 hexadecimal digits.
    public let sha256: String?
    /// SHA-256 of the file that this version went on from, as it stood then; absent in lines from before it was noted.
    public let basis: String?
    public let reason: String?
    /// SHA-256 of the line before, without its line end; 64 zeros in the first line.
    public let previous: String

    public enum Action: String, Codable, CaseIterable, Sendable {
        case created = "gemaakt"
        case appended = "aangevuld"
        /// What the line before says of this version was not written after all.
        case failed = "mislukt"
        case read = "gelezen"
        case searched = "gezocht"
        case erased = "gewist"
        case setAside = "opzijgezet"
        case repaired = "hersteld"
        case copied = "gekopieerd"
        case restored = "teruggezet"
    }

    private enum CodingKeys: String, CodingKey {
        case sequence = "volgnummer"
        case at = "wanneer"
        case by = "door"
        case role = "rol"
        case action = "actie"
        case subject = "zaak"
        case version = "versie"
        case sha256
        case basis = "gebouwdOp"
        case reason = "waarom"
        case previous = "vorige"
    }

    static let noPrevious = String(repeating: "0", count: 64)

    /// One line, without its end; as `JSONEncoder` writes it with sorted keys. All writers wait for one another here.
    var bytes: [UInt8] {
        let members: [(key: CodingKeys, value: [UInt8]?)] = [
            (.action, PrettyJSON.quoted(action.rawValue)), (.by, PrettyJSON.quoted(by)),
            (.basis, basis.map(PrettyJSON.quoted)), (.role, PrettyJSON.quoted(role)),
            (.sha256, sha256.map(PrettyJSON.quoted)),
            (.version, version.map { Array(String($0).utf8) }), (.sequence, Array(String(sequence).utf8)),
            (.previous, PrettyJSON.quoted(previous)), (.reason, reason.map(PrettyJSON.quoted)),
            (.at, PrettyJSON.quoted(at.description)), (.subject, subject.map(PrettyJSON.quoted)),
        ]
        var line = [UInt8(ascii: "{")]
        for (key, value) in members {
            guard let value else { continue }
            if line.count > 1 { line.append(UInt8(ascii: ",")) }
            line += PrettyJSON.quoted(key.stringValue)
            line.append(UInt8(ascii: ":"))
            line += value
        }
        line.append(UInt8(ascii: "}"))
        return line
    }

    /// The number of a line, without reading the rest of it: every change waits for this.
    ///
    /// - Returns: nil for what is no whole line.
    static func sequence(in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return nil }
        let key = Array("\"\(CodingKeys.sequence.stringValue)\":".utf8)
        var start = bytes.startIndex
        while let quote = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) {
            if bytes[quote...].starts(with: key) {
                let digits = bytes[(quote + key.count)...].prefix { (48...57).contains($0) }
                return Int(String(decoding: digits, as: UTF8.self))
            }
            start = quote + 1
        }
        return nil
    }

    /// nil for anything but a whole line.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.first == UInt8(ascii: "{"),
            let line = try? JSONDecoder().decode(LogLine.self, from: Data(bytes))
        else { return nil }
        self = line
    }

    init(
        sequence: Int, _ act: Act, _ action: Action, subject: String?, version: Int?, sha256: String?,
        basis: String? = nil, previous: String
    ) {
        self.sequence = sequence
        self.at = act.at
        self.by = act.by
        self.role = act.role
        self.action = action
        self.subject = subject
        self.version = version
        self.sha256 = sha256
        self.basis = basis
        self.reason = act.reason
        self.previous = previous
    }
}
