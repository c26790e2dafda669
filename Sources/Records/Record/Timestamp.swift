public import DialogEngine

/// A moment as a Dutch clock shows it: RFC 3339 to the second, with the offset of Europe/Amsterdam.
///
/// `2026-11-23T10:14:00+01:00`. Who makes one looks at the clock; this module never does.
public struct Timestamp: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// The calendar day in Amsterdam.
    public let day: Day

    /// Seconds since 1970-01-01T00:00:00Z.
    public let secondsSince1970: Int

    /// - Returns: nil for another form, a day that does not exist, or an offset other than +01:00 and +02:00.
    public init?(_ text: String) {
        var text = text
        guard let moment = text.withUTF8({ Timestamp(utf8: $0) }) else { return nil }
        self = moment
    }

    /// From the bytes of a file: there may be a million.
    init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        func number(at index: Int) -> Int? {
            let tens = Int(bytes[index]) - 48
            let ones = Int(bytes[index + 1]) - 48
            return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : nil
        }
        guard bytes.count == 25, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"),
            let day = Day(utf8: UnsafeBufferPointer(rebasing: bytes[..<10])),
            let hour = number(at: 11), hour < 24, let minute = number(at: 14), minute < 60,
            let second = number(at: 17), second < 60, bytes[19] == UInt8(ascii: "+"),
            let offsetHours = number(at: 20), (1...2).contains(offsetHours),
            bytes[22...].elementsEqual(":00".utf8)
        else { return nil }
        self.description = String(decoding: bytes, as: UTF8.self)
        self.day = day
        self.secondsSince1970 = day.ordinal * 86_400 + (hour - offsetHours) * 3600 + minute * 60 + second
    }

    /// `10:14`.
    public var clockTime: String { String(description.dropFirst(11).prefix(5)) }
}

extension Timestamp: Comparable {
    public static func < (a: Timestamp, b: Timestamp) -> Bool {
        (a.secondsSince1970, a.description) < (b.secondsSince1970, b.description)
    }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let timestamp = Timestamp(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no moment like 2026-11-23T10:14:00+01:00")
        }
        self = timestamp
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Day {
    /// The same as `init(iso:)`, from the bytes of a file.
    init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
            return nil
        }
        func number(_ places: Range<Int>) -> Int? {
            var number = 0
            for byte in bytes[places] {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }
}

/// A day stands in a file as `2026-11-23`.
extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        var text = try container.decode(String.self)
        guard let day = text.withUTF8({ Day(utf8: $0) }) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no day like 2026-11-23")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
