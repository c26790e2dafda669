import DialogEngine
import Rules

extension Channel: PackableWord {}
extension MatterKind: PackableWord {}
extension Keeping: PackableWord {}
extension Limit.Role: PackableWord {}

extension RoutingTable: Packable {
    func pack(into packer: inout Packer) { packer.add(rules, ladders, mentions, leading, contactOnly) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            rules: try unpacker.next(), ladders: try unpacker.next(), mentions: try unpacker.next(),
            leading: try unpacker.next(), contactOnly: try unpacker.next())
    }
}

extension Rule: Packable {
    func pack(into packer: inout Packer) {
        packer.add(
            id, when, channel, kind, detail, ladder, here, keeps, because, law, source, owner, validFrom,
            validTo, reviewOn, thenAnswers)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            id: try unpacker.next(), when: try unpacker.next(), channel: try unpacker.next(),
            kind: try unpacker.next(), detail: try unpacker.next(), ladder: try unpacker.next(),
            here: try unpacker.next(), keeps: try unpacker.next(), because: try unpacker.next(),
            law: try unpacker.next(), source: try unpacker.next(), owner: try unpacker.next(),
            validFrom: try unpacker.next(), validTo: try unpacker.next(), reviewOn: try unpacker.next(),
            thenAnswers: try unpacker.next())
    }
}

extension Ladder: Packable {
    func pack(into packer: inout Packer) { packer.add(id, steps) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(id: try unpacker.next(), steps: try unpacker.next())
    }
}

extension StepTemplate: Packable {
    func pack(into packer: inout Packer) { packer.add(id, who, how, opening, limits, when, law) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            id: try unpacker.next(), who: try unpacker.next(), how: try unpacker.next(),
            opening: try unpacker.next(), limits: try unpacker.next(), when: try unpacker.next(),
            law: try unpacker.next())
    }
}

extension StepTemplate.Who: Packable {
    func pack(into packer: inout Packer) {
        switch self {
        case .party: packer.byte(0)
        case .body(let id):
            packer.byte(1)
            packer.add(id)
        }
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        switch try unpacker.byte() {
        case 0: self = .party
        case 1: self = .body(try unpacker.next())
        default: throw Damage()
        }
    }
}

extension Opening: Packable {
    func pack(into packer: inout Packer) {
        switch self {
        case .now: packer.byte(0)
        case .beside: packer.byte(1)
        case .after(let step, let withoutAnswer):
            packer.byte(2)
            packer.add(step, withoutAnswer)
        }
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        switch try unpacker.byte() {
        case 0: self = .now
        case 1: self = .beside
        case 2: self = .after(step: try unpacker.next(), orWithoutAnswer: try unpacker.next())
        default: throw Damage()
        }
    }
}

extension Opening.WithoutAnswer: Packable {
    func pack(into packer: inout Packer) {
        switch self {
        case .figure(let id):
            packer.byte(0)
            packer.add(id)
        case .ownTerm: packer.byte(1)
        case .never: packer.byte(2)
        }
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        switch try unpacker.byte() {
        case 0: self = .figure(try unpacker.next())
        case 1: self = .ownTerm
        case 2: self = .never
        default: throw Damage()
        }
    }
}

extension Limit: Packable {
    func pack(into packer: inout Packer) { packer.add(role, figure, from, when) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            role: try unpacker.next(), figure: try unpacker.next(), from: try unpacker.next(),
            when: try unpacker.next())
    }
}

extension Limit.From: Packable {
    func pack(into packer: inout Packer) {
        switch self {
        case .receipt: packer.byte(0)
        case .answer(let step):
            packer.byte(1)
            packer.add(step)
        case .question(let id):
            packer.byte(2)
            packer.add(id)
        }
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        switch try unpacker.byte() {
        case 0: self = .receipt
        case 1: self = .answer(step: try unpacker.next())
        case 2: self = .question(try unpacker.next())
        default: throw Damage()
        }
    }
}

extension Mention: Packable {
    func pack(into packer: inout Packer) { packer.add(id, when, text, law) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            id: try unpacker.next(), when: try unpacker.next(), text: try unpacker.next(),
            law: try unpacker.next())
    }
}
