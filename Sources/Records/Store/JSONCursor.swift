/// Goes through JSON once and takes out what is asked for; the rest is passed over without a copy.
///
/// It is less strict than a decoder about what it passes over, so it never decides that a file is good.
struct JSONCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Nothing but white space follows.
    var isAtEnd: Bool { bytes[at...].allSatisfy(Self.isSpace) }

    /// - Parameter member: Must take the value of the key; false gives up.
    mutating func object(_ member: (inout JSONCursor, _ key: String) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let key = string(), take(UInt8(ascii: ":")), member(&self, key) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    /// - Parameter element: Must take the element; false gives up.
    mutating func array(_ element: (inout JSONCursor) -> Bool) -> Bool {
        guard take(UInt8(ascii: "[")) else { return false }
        if take(UInt8(ascii: "]")) { return true }
        repeat {
            guard element(&self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    /// - Returns: nil, and nothing taken, when something else comes, or a code that we do not write.
    mutating func string() -> String? {
        let start = at
        guard take(UInt8(ascii: "\"")) else { return nil }
        let first = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            if bytes[at] == UInt8(ascii: "\\") { return escaped(from: first, start) }
            at += 1
        }
        guard at < bytes.count else { return refuse(start) }
        at += 1
        return String(decoding: bytes[first..<(at - 1)], as: UTF8.self)
    }

    mutating func skipValue() -> Bool {
        skipSpace()
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                guard skipString() else { return false }
                if depth == 0 { return true }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // The end of what the value stands in.
                if depth == 0 { return true }
                depth -= 1
                if depth == 0 {
                    at += 1
                    return true
                }
            case UInt8(ascii: ",") where depth == 0: return true
            default: break
            }
            at += 1
        }
        return false
    }

    private mutating func skipString() -> Bool {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        at += 1
        return at <= bytes.count
    }

    private mutating func escaped(from first: Int, _ start: Int) -> String? {
        var text = Array(bytes[first..<at])
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            guard bytes[at] == UInt8(ascii: "\\") else {
                text.append(bytes[at])
                at += 1
                continue
            }
            guard at + 1 < bytes.count, let meant = Self.meant(bytes[at + 1]) else { return refuse(start) }
            text.append(meant)
            at += 2
        }
        guard at < bytes.count else { return refuse(start) }
        at += 1
        return String(decoding: text, as: UTF8.self)
    }

    private static func meant(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "n"): UInt8(ascii: "\n")
        case UInt8(ascii: "t"): UInt8(ascii: "\t")
        case UInt8(ascii: "r"): UInt8(ascii: "\r")
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "f"): 12
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        default: nil
        }
    }

    private mutating func refuse(_ start: Int) -> String? {
        at = start
        return nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
