import Understanding

/// What a talk is understood by, as it is kept beside the checked form.
struct KeptWords: Sendable {
    let knowledge: Knowledge
    let weights: Weights
    let surplus: SurplusWords
}

extension KeptWords: Packable {
    func pack(into packer: inout Packer) { packer.add(knowledge, weights, surplus) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        knowledge = try unpacker.next()
        weights = try unpacker.next()
        surplus = try unpacker.next()
        guard weights.fits(knowledge) else { throw Damage() }
    }
}

extension Keyword.Reach: PackableWord {}
extension Keyword.Strength: PackableWord {}

extension Knowledge: Packable {
    func pack(into packer: inout Packer) {
        packer.add(topics, kinds, dangers, clues, parties, talk, denials.sorted())
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            topics: try unpacker.next(), kinds: try unpacker.next(), dangers: try unpacker.next(),
            clues: try unpacker.next(), parties: try unpacker.next(), talk: try unpacker.next(),
            denials: Set(try unpacker.next([String].self)))
    }
}

extension Knowledge.PartyWords: Packable {
    func pack(into packer: inout Packer) { packer.add(id, names, words, topics) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            id: try unpacker.next(), names: try unpacker.next(), words: try unpacker.next(),
            topics: try unpacker.next())
    }
}

extension Knowledge.TalkWords: Packable {
    func pack(into packer: inout Packer) {
        packer.add(onBehalf, complained, several, wishes, natures, sayings)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            onBehalf: try unpacker.next(), complained: try unpacker.next(), several: try unpacker.next(),
            wishes: try unpacker.next(), natures: try unpacker.next(),
            sayings: try unpacker.next())
    }
}

extension WordGroup: Packable {
    func pack(into packer: inout Packer) { packer.add(id, keywords) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(id: try unpacker.next(), keywords: try unpacker.next())
    }
}

extension Keyword: Packable {
    func pack(into packer: inout Packer) { packer.add(phrase, reach, strength, steps) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        let phrase: String = try unpacker.next()
        let (reach, strength): (Reach, Strength) = (try unpacker.next(), try unpacker.next())
        let steps: [[Keyword]] = try unpacker.nested()
        guard let keyword = Keyword(phrase: phrase, reach: reach, strength, steps: steps) else {
            throw Damage()
        }
        self = keyword
    }
}

extension SurplusWords: Packable {
    func pack(into packer: inout Packer) {
        packer.add(medical, children.sorted(), others.sorted(), topicsOfHealth.sorted())
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            medical: try unpacker.next(), children: try unpacker.next(), others: try unpacker.next(),
            topicsOfHealth: try unpacker.next())
    }
}

extension Weights: Packable {
    func pack(into packer: inout Packer) {
        packer.add(topics, kinds, danger, decision, dangerFrom, decisionFrom, pieces.pieces)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            topics: try unpacker.next(), kinds: try unpacker.next(), danger: try unpacker.next(),
            decision: try unpacker.next(), dangerFrom: try unpacker.next(),
            decisionFrom: try unpacker.next(), pieces: LearnedPieces(try unpacker.next()))
    }
}

extension LearnedPieces.Piece: Packable {
    func pack(into packer: inout Packer) { packer.add(Int(code), rarity) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        guard let code = UInt32(exactly: try unpacker.next() as Int) else { throw Damage() }
        self.init(code: code, rarity: try unpacker.next())
    }
}

extension LinearModel: Packable {
    func pack(into packer: inout Packer) {
        packer.add(labelCount, weights, temperature, sureness.shift, sureness.slope)
        packer.add(pieces.starts, pieces.labels, pieces.hundredths)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            labelCount: try unpacker.next(), weights: try unpacker.next(), temperature: try unpacker.next())
        sureness = Sureness(shift: try unpacker.next(), slope: try unpacker.next())
        guard
            let pieces = SparseWeights(
                starts: try unpacker.next(), labels: try unpacker.next(), hundredths: try unpacker.next(),
                labelCount: labelCount),
            temperature > 0, sureness.slope > 0
        else { throw Damage() }
        self.pieces = pieces
    }
}

extension Float: Packable {
    func pack(into packer: inout Packer) { packer.number(UInt64(bitPattern)) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        guard let bits = UInt32(exactly: try unpacker.number()), case let value = Float(bitPattern: bits),
            value.isFinite
        else { throw Damage() }
        self = value
    }
}

extension Double: Packable {
    func pack(into packer: inout Packer) { packer.number(bitPattern) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(bitPattern: try unpacker.number())
        guard isFinite else { throw Damage() }
    }
}
