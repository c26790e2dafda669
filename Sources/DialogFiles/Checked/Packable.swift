/// A value with a place in the checked form.
///
/// Both halves of a type stand together in `Values/`, its fields in the same order. A new field is one more
/// argument in each of the two.
protocol Packable {
    func pack(into packer: inout Packer)
    init(from unpacker: inout Unpacker) throws(Damage)
}

/// The bytes are no checked form that this program could have written.
struct Damage: Error {}

/// One of a fixed list of words, kept as its place in that list.
///
/// Name it in `CheckedForm.format` too, so that another list makes another format.
protocol PackableWord: Packable, CaseIterable, Equatable where AllCases == [Self] {}

extension PackableWord {
    func pack(into packer: inout Packer) {
        guard let index = Self.allCases.firstIndex(of: self) else {
            preconditionFailure("all cases of an enumeration are listed")
        }
        packer.count(index)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        let cases = Self.allCases
        let index = try unpacker.count()
        guard index < cases.count else { throw Damage() }
        self = cases[index]
    }
}

extension Bool: Packable {
    func pack(into packer: inout Packer) { packer.byte(self ? 1 : 0) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        switch try unpacker.byte() {
        case 0: self = false
        case 1: self = true
        default: throw Damage()
        }
    }
}

extension Packable where Self: FixedWidthInteger {
    /// As an `Int`, which it fits in.
    func packNarrow(into packer: inout Packer) { Int(self).pack(into: &packer) }

    static func narrow(from unpacker: inout Unpacker) throws(Damage) -> Self {
        guard let value = Self(exactly: try Int(from: &unpacker)) else { throw Damage() }
        return value
    }
}

extension Int16: Packable {
    func pack(into packer: inout Packer) { packNarrow(into: &packer) }
    init(from unpacker: inout Unpacker) throws(Damage) { self = try Self.narrow(from: &unpacker) }
}

extension Int32: Packable {
    func pack(into packer: inout Packer) { packNarrow(into: &packer) }
    init(from unpacker: inout Unpacker) throws(Damage) { self = try Self.narrow(from: &unpacker) }
}

extension Int: Packable {
    // Zigzag: small negative numbers stay small.
    func pack(into packer: inout Packer) {
        packer.number(UInt64(bitPattern: Int64(self << 1) ^ Int64(self >> (Int.bitWidth - 1))))
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        let number = try unpacker.number()
        self = Int(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
    }
}

extension String: Packable {
    func pack(into packer: inout Packer) { packer.text(self) }
    init(from unpacker: inout Unpacker) throws(Damage) { self = try unpacker.text() }
}

extension Optional: Packable where Wrapped: Packable {
    func pack(into packer: inout Packer) {
        packer.add(self != nil)
        if let self { packer.add(self) }
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self = try unpacker.next(Bool.self) ? try unpacker.next(Wrapped.self) : nil
    }
}

extension Array: Packable where Element: Packable {
    func pack(into packer: inout Packer) {
        packer.count(count)
        for element in self { packer.add(element) }
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        let count = try unpacker.count()
        // A false count must not reserve what is not there.
        guard count <= unpacker.remaining else { throw Damage() }
        self.init()
        reserveCapacity(Swift.min(count, 256))
        for _ in 0..<count { append(try unpacker.next()) }
    }
}
