import DialogEngine
import Rules

extension Partner.Group: PackableWord {}
extension Service.Authority: PackableWord {}
extension Service.Task: PackableWord {}
extension Contact.Kind: PackableWord {}

extension PartnerRegister: Packable {
    func pack(into packer: inout Packer) { packer.add(version, sources, partners, bodies) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            version: try unpacker.next(), sources: try unpacker.next(), partners: try unpacker.next(),
            bodies: try unpacker.next())
    }
}

extension PartnerRegister.Source: Packable {
    func pack(into packer: inout Packer) { packer.add(key, title, address, readOn) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            key: try unpacker.next(), title: try unpacker.next(), address: try unpacker.next(),
            readOn: try unpacker.next())
    }
}

extension Partner: Packable {
    func pack(into packer: inout Packer) {
        packer.add(
            id, group, name, nameInSentence, aliases, predecessors, validFrom, validTo, legalForm, contacts,
            toCheck,
            services)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            id: try unpacker.next(), group: try unpacker.next(), name: try unpacker.next(),
            nameInSentence: try unpacker.next(String.self), aliases: try unpacker.next(),
            predecessors: try unpacker.next(),
            validFrom: try unpacker.next(), validTo: try unpacker.next(), legalForm: try unpacker.next(),
            contacts: try unpacker.next(), toCheck: try unpacker.next(), services: try unpacker.next())
    }
}

extension Partner.Predecessor: Packable {
    func pack(into packer: inout Packer) { packer.add(name, until) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(name: try unpacker.next(), until: try unpacker.next())
    }
}

extension Service: Packable {
    func pack(into packer: inout Packer) {
        packer.add(id, name, topics, words, regime, authority, task, how, helpers, sources)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            id: try unpacker.next(), name: try unpacker.next(), topics: try unpacker.next(),
            words: try unpacker.next(), regime: try unpacker.next(), authority: try unpacker.next(),
            task: try unpacker.next(), how: try unpacker.next(), helpers: try unpacker.next(),
            sources: try unpacker.next())
    }
}

extension Body: Packable {
    func pack(into packer: inout Packer) {
        packer.add(
            id, name, nameInSentence, what, isGemeente, isIndependent, contacts, toCheck, sources, sendsOnTo)
    }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            id: try unpacker.next(), name: try unpacker.next(),
            nameInSentence: try unpacker.next(String.self), what: try unpacker.next(),
            isGemeente: try unpacker.next(), isIndependent: try unpacker.next(),
            contacts: try unpacker.next(), toCheck: try unpacker.next(), sources: try unpacker.next(),
            sendsOnTo: try unpacker.next())
    }
}

extension Contact: Packable {
    func pack(into packer: inout Packer) { packer.add(kind, value, purpose, source, sourceDate, checkedOn) }

    init(from unpacker: inout Unpacker) throws(Damage) {
        self.init(
            kind: try unpacker.next(), value: try unpacker.next(), purpose: try unpacker.next(),
            source: try unpacker.next(), sourceDate: try unpacker.next(), checkedOn: try unpacker.next())
    }
}
