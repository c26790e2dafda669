/// A quick mark of bytes, taken eight at a time.
///
/// Every step is reversible, so two inputs of one length that differ inside a single word always get
/// different marks: one flipped byte is never missed. It is no protection against somebody who wants two
/// contents to look the same.
struct WordHash {
    private(set) var value: UInt64

    init(_ seed: UInt64 = 0) { value = seed ^ 0xcbf2_9ce4_8422_2325 }

    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
        value ^= value >> 32
    }

    /// Adds the length too, so that two texts never run together.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(UInt64(bytes.count))
        var position = 0
        while position + 8 <= bytes.count {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
            position += 8
        }
        guard position < bytes.count else { return }
        var tail: UInt64 = 0
        for byte in bytes[position...] { tail = tail << 8 | UInt64(byte) }
        add(tail)
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }
}
