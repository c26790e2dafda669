/// What stands behind a backslash in JSON.
enum JSONEscapes {
    /// - Returns: How many bytes it takes; nil for what JSON does not know, and for half letters.
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        guard at + 1 < bytes.count else { return nil }
        switch bytes[at + 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return 2
        case UInt8(ascii: "u"): return at + 6 <= bytes.count && scalar(bytes, at) != nil ? 6 : nil
        default: return nil
        }
    }

    static func decoded(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        var at = 0
        while at < raw.count {
            guard raw[at] == UInt8(ascii: "\\"), let length = length(raw, at) else {
                text.append(raw[at])
                at += 1
                continue
            }
            switch raw[at + 1] {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"): text += scalar(raw, at).map { Array(String($0).utf8) } ?? []
            case let same: text.append(same)
            }
            at += length
        }
        return text
    }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Unicode.Scalar? {
        var value: UInt32 = 0
        for byte in bytes[(at + 2)..<(at + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return Unicode.Scalar(value)
    }
}
