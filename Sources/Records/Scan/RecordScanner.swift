import DialogEngine

/// Reads of a record what it is found and counted by, eight times as fast as a decoder, and takes nothing for good
/// that the decoder would refuse: it knows the whole form (`RecordShape`).
struct RecordScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var found = Found()

    private struct Found {
        var schemaVersion: String?
        var number: ComplaintNumber.Written?
        var received: Timestamp?
        var kind = ""
        var topic = ""
        var natures: [String] = []
        var partners: [String] = []
        var names: [Piece] = []
        var story: Piece?
        var status = ComplaintRecord.Status.received
        var handling = RecordEvent.Kind.stillOpen
        var eventHandling: String?
    }

    /// A text as it stands between its quotes.
    private struct Piece {
        let range: Range<Int>
        let isEscaped: Bool
    }

    /// - Returns: nil when it is no record as this program writes it: only a decoder can tell what it is.
    static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> IndexedRecord? {
        var scanner = RecordScanner(bytes: bytes)
        guard scanner.value(.record), scanner.isAtEnd else { return nil }
        return scanner.record
    }

    /// Whether these are the bytes of a record as this program writes it, but for white space.
    static func isAsWritten(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = RecordScanner(bytes: bytes)
        return scanner.value(.record) && scanner.isAtEnd
            && scanner.found.schemaVersion == ComplaintRecord.currentSchemaVersion
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var record: IndexedRecord? {
        guard found.schemaVersion == ComplaintRecord.currentSchemaVersion, let number = found.number,
            let received = found.received, let story = found.story
        else { return nil }
        return IndexedRecord(
            number: number, receivedAt: received.secondsSince1970, received: Quarter(received.day),
            kind: found.kind, topic: found.topic, status: found.status.rawValue, handling: found.handling,
            natures: found.natures, partners: found.partners, names: found.names.map(decoded),
            story: decoded(story))
    }

    // MARK: Taking along

    private mutating func take(_ field: RecordShape.Field, _ piece: Piece) -> Bool {
        switch field {
        case .schemaVersion: found.schemaVersion = text(piece)
        case .number:
            found.number = ComplaintNumber.Written(UnsafeBufferPointer(rebasing: bytes[piece.range]))
        case .receivedAt:
            found.received = Timestamp(utf8: UnsafeBufferPointer(rebasing: bytes[piece.range]))
        case .kind: found.kind = text(piece)
        case .topic: found.topic = text(piece)
        case .nature: found.natures.append(text(piece))
        case .partner: found.partners.append(text(piece))
        case .name: found.names.append(piece)
        case .story: found.story = piece
        case .eventKind:
            // What is written about it stands before it.
            guard let kind = RecordEvent.Kind(rawValue: text(piece)) else { return false }
            if let status = kind.status {
                found.status = status
                found.handling = found.eventHandling ?? kind.handling
            }
            found.eventHandling = nil
        case .event, .eventData: break
        }
        return true
    }

    private func text(_ piece: Piece) -> String {
        piece.isEscaped
            ? String(decoding: decoded(piece), as: UTF8.self)
            : String(decoding: UnsafeBufferPointer(rebasing: bytes[piece.range]), as: UTF8.self)
    }

    private func decoded(_ piece: Piece) -> [UInt8] {
        let raw = UnsafeBufferPointer(rebasing: bytes[piece.range])
        return piece.isEscaped ? JSONEscapes.decoded(raw) : Array(raw)
    }

    // MARK: Values

    private mutating func value(_ shape: RecordShape, _ field: RecordShape.Field? = nil) -> Bool {
        switch shape {
        case .object(let members): return object(members)
        case .list(let element): return list { $0.value(element, field) }
        case .flag: return word("true") || word("false")
        case .count: return count()
        case .texts: return texts()
        case .answer: return isNext(UInt8(ascii: "[")) ? list { $0.string() != nil } : string() != nil
        case .text, .day, .moment, .number, .oneOf:
            guard let piece = string(), fits(piece, shape) else { return false }
            return field.map { take($0, piece) } ?? true
        }
    }

    private func fits(_ piece: Piece, _ shape: RecordShape) -> Bool {
        let raw = UnsafeBufferPointer(rebasing: bytes[piece.range])
        return switch shape {
        case .day: Day(utf8: raw) != nil
        case .moment: Timestamp(utf8: raw) != nil
        case .number: ComplaintNumber.Written(raw) != nil
        case .oneOf(let codes): codes.contains { $0.elementsEqual(raw) }
        case .text, .flag, .count, .list, .object, .texts, .answer: true
        }
    }

    private mutating func object(_ members: [RecordShape.Member]) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        var next = 0
        if !isNext(UInt8(ascii: "}")) {
            repeat {
                guard let key = string(), !key.isEscaped, take(UInt8(ascii: ":")) else { return false }
                let raw = bytes[key.range]
                while next < members.count, !members[next].key.elementsEqual(raw) {
                    if members[next].isRequired { return false }
                    next += 1
                }
                guard next < members.count, value(members[next].shape, members[next].field) else {
                    return false
                }
                next += 1
            } while take(UInt8(ascii: ","))
        }
        return take(UInt8(ascii: "}")) && members[next...].allSatisfy { !$0.isRequired }
    }

    private mutating func list(_ element: (inout RecordScanner) -> Bool) -> Bool {
        guard take(UInt8(ascii: "[")) else { return false }
        if take(UInt8(ascii: "]")) { return true }
        repeat {
            guard element(&self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    /// What belongs to an event. Keys that are not in the order of their bytes are left to the decoder: two of them
    /// might be the same.
    private mutating func texts() -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        var last: Range<Int>?
        repeat {
            guard let key = string(), !key.isEscaped, take(UInt8(ascii: ":")), let text = string() else {
                return false
            }
            if let last, !bytes[last].lexicographicallyPrecedes(bytes[key.range]) { return false }
            last = key.range
            if bytes[key.range].elementsEqual(RecordEvent.Kind.handlingKey.utf8) {
                found.eventHandling = self.text(text)
            }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    // MARK: Signs

    private mutating func string() -> Piece? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = at
        var isEscaped = false
        var isForeign = false
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                if isForeign, !isUnicode(start..<at) { return nil }
                at += 1
                return Piece(range: start..<(at - 1), isEscaped: isEscaped)
            case UInt8(ascii: "\\"):
                guard let length = JSONEscapes.length(bytes, at) else { return nil }
                isEscaped = true
                at += length
            case ..<0x20: return nil
            case 0x80...:
                isForeign = true
                at += 1
            default: at += 1
            }
        }
        return nil
    }

    private func isUnicode(_ range: Range<Int>) -> Bool {
        do {
            _ = try UTF8Span(validating: UnsafeBufferPointer(rebasing: bytes[range]).span)
            return true
        } catch {
            return false
        }
    }

    private mutating func count() -> Bool {
        skipSpace()
        let start = at
        while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
        let digits = at - start
        return (1...15).contains(digits) && (digits == 1 || bytes[start] != UInt8(ascii: "0"))
    }

    private mutating func word(_ word: StaticString) -> Bool {
        skipSpace()
        let length = word.utf8CodeUnitCount
        guard at + length <= bytes.count,
            (0..<length).allSatisfy({ bytes[at + $0] == word.utf8Start[$0] })
        else { return false }
        at += length
        return true
    }

    private mutating func isNext(_ byte: UInt8) -> Bool {
        skipSpace()
        return at < bytes.count && bytes[at] == byte
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard isNext(byte) else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }

    private var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return at == bytes.count
        }
    }
}
