import DialogEngine
import Rules

extension TermExtension: PackableWord {}
extension Term.Unit: PackableWord {}

extension LawTerms: Packable {
    func pack(into packer: inout Packer) { packer.add(figures) }
    init(from unpacker: inout Unpacker) throws(Damage) { self.init(figures: try unpacker.next()) }
}

extension LawTerms.Figure: Packable {
    func pack(into packer: inout Packer) {
        packer.add(id, term, articles, validFrom, validTo, source, note, extendedBy, isUnverified)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        let (id, term): (String, Term) = (try unpacker.next(), try unpacker.next())
        let articles: [LawReference] = try unpacker.next()
        guard !articles.isEmpty else { throw Damage() }
        self.init(
            id: id, term: term, articles: articles, validFrom: try unpacker.next(),
            validTo: try unpacker.next(), source: try unpacker.next(), note: try unpacker.next(),
            extendedBy: try unpacker.next(), isUnverified: try unpacker.next())
    }
}

extension Term: Packable {
    func pack(into packer: inout Packer) { packer.add(amount, unit) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        let amount: Int = try unpacker.next()
        guard (1...9999).contains(amount) else { throw Damage() }
        self.init(amount: amount, unit: try unpacker.next())
    }
}

extension LawReference: Packable {
    func pack(into packer: inout Packer) { packer.text(text) }
    init(from unpacker: inout Unpacker) throws(Damage) { self = try unpacker.reference() }
}

extension LegalCalendar: Packable {
    func pack(into packer: inout Packer) { packer.add(decreedDays.sorted(), decreesKnownThrough) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(decreedDays: try unpacker.next(), decreesKnownThrough: try unpacker.next())
    }
}

extension Day: Packable {
    func pack(into packer: inout Packer) { packer.add(ordinal) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(ordinal: try unpacker.next())
        // The years 1 to 9999, as in the files: counting on from there never overflows.
        guard (-719_162...2_932_896).contains(ordinal) else { throw Damage() }
    }
}
