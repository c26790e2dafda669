/// Writes values one after another; equal texts are written once.
struct Packer {
    private var body: [UInt8] = []
    private var table: [UInt8] = []
    private var places: [Spelling: Int] = [:]
    private var shape = Shape()

    /// Writes values by their own `pack`, in this order.
    mutating func add<each Value: Packable>(_ values: repeat each Value) {
        for value in repeat each values { addOne(value) }
    }

    private mutating func addOne<Value: Packable>(_ value: Value) {
        shape.add(Value.self)
        value.pack(into: &self)
    }

    mutating func byte(_ byte: UInt8) { body.append(byte) }

    /// Seven bits to a byte, the lowest first; the high bit says that more follow.
    mutating func number(_ number: UInt64) { Packer.append(number, to: &body) }

    mutating func count(_ count: Int) { number(UInt64(count)) }

    mutating func text(_ text: String) {
        let spelling = Spelling(text: text)
        if let place = places[spelling] { return count(place) }
        count(places.count)
        places[spelling] = places.count
        Packer.append(UInt64(text.utf8.count), to: &table)
        table += text.utf8
    }

    /// The texts, the values, and the shape of the types they came from.
    mutating func finished() -> [UInt8] {
        var bytes: [UInt8] = []
        Packer.append(UInt64(places.count), to: &bytes)
        // As large as all that was packed; nothing is added any more.
        places = [:]
        bytes += table
        bytes += body
        Packer.append(shape.value, to: &bytes)
        return bytes
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// A text by its bytes: `==` on texts also equates different spellings of one accent.
private struct Spelling: Hashable {
    let text: String

    static func == (a: Spelling, b: Spelling) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// The sizes of the types packed, in order: a type that gained a field gives another shape, so that a form
/// written before is not read as if it had it.
struct Shape {
    private(set) var value: UInt64 = 0

    mutating func add<Value>(_: Value.Type) {
        value = (value ^ UInt64(MemoryLayout<Value>.size)) &* 0x9e37_79b9_7f4a_7c15
    }
}
