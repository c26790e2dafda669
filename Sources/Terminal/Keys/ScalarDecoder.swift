/// Turns bytes into characters one by one, with U+FFFD for each piece that is not UTF-8.
struct ScalarDecoder {
    private var missing = 0
    private var value: UInt32 = 0
    private var least: UInt32 = 0

    /// Half a character was read.
    var isPending: Bool { missing > 0 }

    mutating func take(_ byte: UInt8, _ emit: (Unicode.Scalar) -> Void) {
        guard missing > 0 else { return begin(byte, emit) }
        guard byte & 0xC0 == 0x80 else {
            flush(emit)
            return begin(byte, emit)
        }
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        guard missing == 0 else { return }
        // Too long a form or half a pair is how bytes pass for something they are not.
        emit(value >= least ? Unicode.Scalar(value) ?? "\u{FFFD}" : "\u{FFFD}")
    }

    /// Nothing follows: half a character is none.
    mutating func flush(_ emit: (Unicode.Scalar) -> Void) {
        guard missing > 0 else { return }
        missing = 0
        emit("\u{FFFD}")
    }

    private mutating func begin(_ byte: UInt8, _ emit: (Unicode.Scalar) -> Void) {
        switch byte {
        case 0x00..<0x80: emit(Unicode.Scalar(byte))
        case 0xC2..<0xE0: (missing, value, least) = (1, UInt32(byte & 0x1F), 0x80)
        case 0xE0..<0xF0: (missing, value, least) = (2, UInt32(byte & 0x0F), 0x800)
        case 0xF0..<0xF5: (missing, value, least) = (3, UInt32(byte & 0x07), 0x10000)
        default: emit("\u{FFFD}")
        }
    }
}
