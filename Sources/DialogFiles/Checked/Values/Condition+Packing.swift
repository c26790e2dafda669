import DialogEngine

extension Vocabulary: Packable {
    func pack(into packer: inout Packer) { packer.add(domains) }
    init(from unpacker: inout Unpacker) throws(Damage) { self.init(try unpacker.next()) }
}

extension FactDomain: Packable {
    func pack(into packer: inout Packer) { packer.add(name, values) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(name: try unpacker.next(), values: try unpacker.next())
        // Facts keep the index of a value in thirty-two bits.
        guard values.count <= Int(Int32.max) else { throw Damage() }
    }
}

extension When: Packable {
    func pack(into packer: inout Packer) { packer.add(condition, ifUnknown) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(try unpacker.next(), ifUnknown: try unpacker.next())
    }
}

extension Condition: Packable {
    func pack(into packer: inout Packer) {
        switch self {
        case .always: packer.byte(0)
        case .fact(let fact, let wanted):
            packer.byte(1)
            packer.count(fact)
            packer.add(wanted)
        case .all(let parts):
            packer.byte(2)
            packer.add(parts)
        case .any(let parts):
            packer.byte(3)
            packer.add(parts)
        case .not(let part):
            packer.byte(4)
            packer.add(part)
        }
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        switch try unpacker.byte() {
        case 0: self = .always
        case 1:
            let fact = try unpacker.count()
            let wanted: ValueSet = try unpacker.next()
            // Both are used as indexes without a further look.
            guard fact < unpacker.valueCounts.count, wanted.fits(unpacker.valueCounts[fact]) else {
                throw Damage()
            }
            self = .fact(fact, wanted)
        case 2: self = .all(try unpacker.nested())
        case 3: self = .any(try unpacker.nested())
        case 4: self = .not(try unpacker.nested())
        default: throw Damage()
        }
    }
}

extension ValueSet: Packable {
    func pack(into packer: inout Packer) {
        packer.count(words.count)
        for word in words { packer.number(word) }
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        let count = try unpacker.count()
        guard count <= unpacker.remaining else { throw Damage() }
        var words: [UInt64] = []
        words.reserveCapacity(Swift.min(count, 16))
        for _ in 0..<count { words.append(try unpacker.number()) }
        self.init(words: words)
    }

    /// Whether every index in it is below a number of values.
    fileprivate func fits(_ valueCount: Int) -> Bool {
        for (place, word) in words.enumerated() where word != 0 {
            if 64 * place + 63 - word.leadingZeroBitCount >= valueCount { return false }
        }
        return true
    }
}
