import Rules

/// Reads back what a `Packer` wrote, and believes nothing: every step is checked against the bytes there are.
struct Unpacker {
    private let bytes: [UInt8]
    private var position: Int
    private var texts: [String] = []
    /// By the place of their text: the same few articles are cited everywhere.
    private var references: [Int: LawReference] = [:]
    private var shape = Shape()
    private var depth = 0
    /// How many values each fact has, for conditions; known once the vocabulary is read.
    var valueCounts: [Int] = []

    /// - Parameter start: Where the texts begin.
    init(_ bytes: [UInt8], from start: Int) throws(Damage) {
        self.bytes = bytes
        position = start
        let count = try self.count()
        guard count <= remaining else { throw Damage() }
        texts.reserveCapacity(count)
        for _ in 0..<count { texts.append(try tableText()) }
    }

    var remaining: Int { bytes.count - position }

    mutating func next<Value: Packable>(_: Value.Type = Value.self) throws(Damage) -> Value {
        shape.add(Value.self)
        return try Value(from: &self)
    }

    mutating func byte() throws(Damage) -> UInt8 {
        guard position < bytes.count else { throw Damage() }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() throws(Damage) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try self.byte()
            // The tenth byte has room for one bit.
            guard shift < 63 || byte <= 1 else { throw Damage() }
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    mutating func count() throws(Damage) -> Int {
        guard let count = Int(exactly: try number()) else { throw Damage() }
        return count
    }

    mutating func text() throws(Damage) -> String { texts[try place()] }

    /// A citation, taken apart once however often it stands there.
    mutating func reference() throws(Damage) -> LawReference {
        let place = try place()
        if let known = references[place] { return known }
        let reference = LawReference(texts[place])
        references[place] = reference
        return reference
    }

    private mutating func place() throws(Damage) -> Int {
        let place = try count()
        guard place < texts.count else { throw Damage() }
        return place
    }

    /// Reads something inside something of its own kind, such as a condition in a condition.
    mutating func nested<Value: Packable>() throws(Damage) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Unpacker.deepest else { throw Damage() }
        return try next()
    }

    /// The types must have the shape they had when packed, and nothing may follow.
    mutating func finish() throws(Damage) {
        guard try number() == shape.value, remaining == 0 else { throw Damage() }
    }

    private static let deepest = 100

    private mutating func tableText() throws(Damage) -> String {
        let length = try count()
        guard length <= remaining else { throw Damage() }
        defer { position += length }
        // Broken letters become replacement characters, as harmless as any other wrong word.
        return String(decoding: bytes[position..<position + length], as: UTF8.self)
    }
}
