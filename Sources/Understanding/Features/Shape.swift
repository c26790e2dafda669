/// What can be seen of a text without knowing its words.
enum Shape: String, CaseIterable, Sendable {
    case asks = "vraagteken"
    case endsAsking = "eindigt-met-vraagteken"
    case exclaims = "uitroepteken"
    case quotes = "aanhalingstekens"
    case numbers = "getallen"
    case money = "bedrag"
    case upToEight = "tot-8-woorden"
    case upToTwentyFive = "tot-25-woorden"
    case upToSixty = "tot-60-woorden"
    case longer = "langer"
    case capitals = "hoofdletters"
    /// No word of any topic stands in it; told by `FeatureReader`.
    case noTopic = "geen-onderwerp"

    /// The shapes of a text, each with how strongly it has it.
    static func of(_ text: FreeText) -> [(shape: Shape, value: Float)] {
        var (asks, exclaims, quotes, digits, capitals, money) = (0, 0, 0, 0, 0, false)
        var last = UInt8(ascii: " ")
        var before = last
        for byte in text.text.utf8 {
            switch byte {
            case UInt8(ascii: "?"): asks += 1
            case UInt8(ascii: "!"): exclaims += 1
            case UInt8(ascii: "\""): quotes += 1
            case UInt8(ascii: "'") where before == UInt8(ascii: " "): quotes += 1
            case 0x98 where before == 0x80, 0x9C where before == 0x80: quotes += 1
            case 0x82, 0xAC: money = money || (before == 0x82 && byte == 0xAC)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += before >= 0x30 && before <= 0x39 ? 0 : 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
            default: break
            }
            if byte > 0x20 { last = byte }
            before = byte
        }
        let count = text.words.count
        let size: Shape =
            count <= 8 ? .upToEight : count <= 25 ? .upToTwentyFive : count <= 60 ? .upToSixty : .longer
        return [
            (.asks, asks > 0 ? 1 : 0), (.endsAsking, last == UInt8(ascii: "?") ? 1 : 0),
            (.exclaims, exclaims > 0 ? 1 : 0), (.quotes, quotes > 0 ? 1 : 0), (.numbers, digits > 0 ? 1 : 0),
            (.money, money ? 1 : 0), (size, 1), (.capitals, capitals == 0 ? 0 : 1),
        ]
    }
}
