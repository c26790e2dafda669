import DialogEngine

extension Purpose: PackableWord {}
extension TextShape: PackableWord {}
extension Question.Stage: PackableWord {}
extension StoryClass: PackableWord {}

extension Question: Packable {
    func pack(into packer: inout Packer) {
        packer.add(
            id, kind, wording, help, short, purposes, when, options, stage, namesParties, isPerParty,
            allowsUnknown, allowsDeclined, isOptional, enterTakes, suggestFrom, hears)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            id: try unpacker.next(), kind: try unpacker.next(), wording: try unpacker.next(),
            help: try unpacker.next(), short: try unpacker.next(), purposes: try unpacker.next(),
            when: try unpacker.next(), options: try unpacker.next(), stage: try unpacker.next(),
            namesParties: try unpacker.next(), isPerParty: try unpacker.next(),
            allowsUnknown: try unpacker.next(), allowsDeclined: try unpacker.next(),
            isOptional: try unpacker.next(), enterTakes: try unpacker.next(),
            suggestFrom: try unpacker.next(), hears: try unpacker.next())
    }
}

extension Question.Kind: Packable {
    func pack(into packer: inout Packer) {
        switch self {
        case .choice: packer.byte(0)
        case .multipleChoice: packer.byte(1)
        case .date(let classes):
            packer.byte(2)
            packer.add(classes)
        case .text(let shape):
            packer.byte(3)
            packer.add(shape)
        case .lines: packer.byte(4)
        }
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        switch try unpacker.byte() {
        case 0: self = .choice
        case 1: self = .multipleChoice
        case 2: self = .date(try unpacker.next())
        case 3: self = .text(try unpacker.next())
        case 4: self = .lines
        default: throw Damage()
        }
    }
}

extension Option: Packable {
    func pack(into packer: inout Packer) { packer.add(id, label, words, traits, related, endsRoute, fit) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            id: try unpacker.next(), label: try unpacker.next(), words: try unpacker.next(),
            traits: try unpacker.next(), related: try unpacker.next(), endsRoute: try unpacker.next(),
            fit: try unpacker.next())
    }
}

extension StoryFit: Packable {
    func pack(into packer: inout Packer) { packer.add(kinds, topics, groups, sayings, toldBefore) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            kinds: try unpacker.next(), topics: try unpacker.next(), groups: try unpacker.next(),
            sayings: try unpacker.next(), toldBefore: try unpacker.next())
    }
}

extension Option.Trait: Packable {
    func pack(into packer: inout Packer) { packer.add(name, value) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(try unpacker.next(), try unpacker.next())
    }
}

extension DateClass: Packable {
    func pack(into packer: inout Packer) { packer.add(id, atMost) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(id: try unpacker.next(), atMost: try unpacker.next())
    }
}

extension DateClass.Span: Packable {
    func pack(into packer: inout Packer) { packer.add(days, months) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(days: try unpacker.next(), months: try unpacker.next())
        // Longer than any file means, and short enough to count back from any day.
        guard (0...1_000_000).contains(days), (0...1_000_000).contains(months) else { throw Damage() }
    }
}

extension Text: Packable {
    func pack(into packer: inout Packer) { packer.add(words) }
    init(from unpacker: inout Unpacker) throws(Damage) { self.init(try unpacker.next()) }
}

extension Translation.Packed: Packable {
    func pack(into packer: inout Packer) { packer.add(language, text) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(language: try unpacker.next(), text: try unpacker.next())
    }
}
