import FoundationEssentials

/// A value that has a file of its own.
public protocol StoredDocument: Codable, Equatable, Sendable {
    /// The format that is written.
    static var currentSchemaVersion: String { get }
    var schemaVersion: String { get }
    /// What `JSONEncoder` makes of it, pretty and with sorted keys; a document may know a faster way there.
    var json: [UInt8] { get }
}

extension StoredDocument {
    public var json: [UInt8] { DocumentCoding.encoded(self) }
}

/// What is wrong with the content of a file.
public enum DocumentProblem: Error, Hashable, Sendable {
    /// Empty, or zeros from the beginning or in a whole sector: erased, perhaps halfway, or lost by the disk.
    case blank
    case notJSON
    /// Written by a newer program, or not by this one.
    case unknownSchemaVersion(String)
    case missingKey(String)
    /// A place in the file with nothing, another kind of value, or one that cannot stand there.
    case wrongValue(String)
    case unknownKey(String)
    /// The number in the file is not the one in its name.
    case numberMismatch(fileName: String, content: String)
    /// The file could not be read; the number is `errno`.
    case unreadable(Int32)
}

extension DocumentProblem {
    /// The file itself may be good.
    public var isOfTheMoment: Bool {
        switch self {
        case .unreadable, .unknownSchemaVersion: true
        default: false
        }
    }
}

/// The one form in which documents stand on the disk: a person can read it and `diff` it.
public enum DocumentCoding {
    /// Pretty JSON with sorted keys and a line end.
    public static func bytes(of document: some StoredDocument) -> [UInt8] {
        document.json + [UInt8(ascii: "\n")]
    }

    /// Reads strictly: what cannot be written back the same is refused, so an append can never drop a key.
    ///
    /// Layout and keys that are null do not matter.
    public static func read<Document: StoredDocument>(
        _ type: Document.Type, from bytes: [UInt8]
    ) throws(DocumentProblem) -> Document {
        try read(type, from: bytes, isAsWritten: false)
    }

    /// - Parameter isAsWritten: These bytes are known to be written back the same, so that need not be tried.
    static func read<Document: StoredDocument>(
        _ type: Document.Type, from bytes: [UInt8], isAsWritten: Bool
    ) throws(DocumentProblem) -> Document {
        guard !isBlank(bytes) else { throw .blank }
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw unknownVersion(Document.self, bytes) ?? problem(error)
        } catch {
            throw .notJSON
        }
        guard document.schemaVersion == Document.currentSchemaVersion else {
            throw .unknownSchemaVersion(document.schemaVersion)
        }
        if isAsWritten { return document }
        let written = Self.bytes(of: document)
        if written != bytes {
            guard let original = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)),
                let rewritten = try? JSONDecoder().decode(JSONValue.self, from: Data(written))
            else { throw .notJSON }
            if let problem = original.difference(from: rewritten, at: "") { throw problem }
        }
        return document
    }

    // A disk writes zeros over a file sector by sector, in any order, and the power may fail in between.
    private static func isBlank(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first != 0 else { return true }
        return stride(from: 0, to: bytes.count, by: 512).contains { start in
            bytes[start] == 0 && bytes[start..<min(start + 512, bytes.count)].allSatisfy { $0 == 0 }
        }
    }

    static func encoded(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value))
        } catch {
            preconditionFailure("a stored document holds only what JSON can hold")
        }
    }

    private struct Header: Decodable {
        let schemaVersie: String
    }

    // A newer format fails somewhere in the middle; its version explains more than that place does.
    private static func unknownVersion<Document: StoredDocument>(
        _ type: Document.Type, _ bytes: [UInt8]
    ) -> DocumentProblem? {
        guard let header = try? JSONDecoder().decode(Header.self, from: Data(bytes)),
            header.schemaVersie != Document.currentSchemaVersion
        else { return nil }
        return .unknownSchemaVersion(header.schemaVersie)
    }

    private static func problem(_ error: DecodingError) -> DocumentProblem {
        switch error {
        case .keyNotFound(let key, let context):
            .missingKey(place(context.codingPath + [key]))
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            .wrongValue(place(context.codingPath))
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? .notJSON : .wrongValue(place(context.codingPath))
        @unknown default:
            .notJSON
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
}
