import DialogEngine
import Rules

/// Reads the questions. Two rounds: first what facts they give, then the conditions that use these.
struct QuestionReader {
    let diagnostics: Diagnostics
    let register: PartnerRegister
    let topics: [Option]

    /// A question without its condition, and where that stands.
    struct Draft {
        let fields: Fields
        let question: Question
        let place: Place
    }

    func drafts(_ nodes: [YAMLNode]) -> [Draft] {
        var seen: Set<String> = []
        return nodes.compactMap { node in
            guard let fields = Fields(node, diagnostics), let question = question(fields) else { return nil }
            guard seen.insert(question.id).inserted else {
                diagnostics.add(
                    .duplicateID, at: node.place, "er is al een vraag '\(question.id)'; kies een andere naam")
                return nil
            }
            return Draft(fields: fields, question: question, place: node.place)
        }
    }

    /// The second round: the same questions with their conditions.
    func finish(_ drafts: [Draft], _ conditions: ConditionReader, _ vocabulary: Vocabulary) -> [Question] {
        let ids = drafts.map(\.question.id)
        return drafts.enumerated().map { index, draft in
            conditions.factsKnown = knownFacts(before: index, drafts, vocabulary)
            let when = conditions.when(draft.fields)
            conditions.factsKnown = nil
            checkSuggestion(draft, ids)
            draft.fields.finish()
            return draft.question.asked(when)
        }
    }

    /// Facts of earlier questions come first in the vocabulary; those of the party and the decision are
    /// known where parties were named, and after the route.
    private func knownFacts(before index: Int, _ drafts: [Draft], _ vocabulary: Vocabulary) -> Int? {
        let question = drafts[index].question
        if question.isPerParty || question.stage == .after { return nil }
        for later in drafts[index...] {
            let names = [later.question.id, later.question.id + ".aantal"]
            if let fact = names.compactMap(vocabulary.index).min() { return fact }
        }
        return nil
    }

    private func checkSuggestion(_ draft: Draft, _ ids: [String]) {
        guard let from = draft.question.suggestFrom, !ids.contains(from) else { return }
        diagnostics.add(
            .unknownFact, at: draft.place, "er is geen vraag '\(from)'" + Suggestion.near(from, among: ids))
    }

    private func question(_ fields: Fields) -> Question? {
        let id = fields.id(HandbookPart.question)
        let options = self.options(fields, of: id)
        guard let kind = kind(fields), !id.isEmpty else { return nil }
        if case .choice = kind, options.isEmpty {
            diagnostics.add(.missingKey, at: fields.place, "deze vraag heeft geen keuzes")
        }
        checkExamples(fields, kind)
        let enter = fields.optionalString("enter")
        if let enter, !options.contains(where: { $0.id == enter }) {
            diagnostics.add(
                .unknownValue, at: fields.placeOfKey("enter"),
                "er is geen keuze '\(enter)'" + Suggestion.near(enter, among: options.map(\.id)))
        }
        return Question(
            id: id, kind: kind, wording: fields.requiredText("vraag"), help: fields.text("uitleg"),
            short: fields.text("kort"), purposes: purposes(fields), options: options,
            stage: fields.has("fase") ? fields.word("fase") ?? .route : .route,
            namesParties: fields.flag("partijen"), isPerParty: fields.flag("per_partij"),
            allowsUnknown: fields.flag("weet_ik_niet"), allowsDeclined: fields.flag("wil_ik_niet_zeggen"),
            isOptional: fields.flag("mag_leeg"), enterTakes: enter,
            suggestFrom: fields.optionalString("suggesties_uit"), hears: heard(fields, kind))
    }

    /// What conditions may ask about a story.
    private func heard(_ fields: Fields, _ kind: Question.Kind) -> [StoryClass] {
        guard kind == .lines else { return [] }
        let known = StoryClass.allCases.map(\.rawValue)
        return fields.located("hoort").compactMap { text, place in
            if let heard = StoryClass(rawValue: text) { return heard }
            diagnostics.add(
                .unknownWord, at: place,
                "'\(text)' kan het programma niet horen" + Suggestion.near(text, among: known))
            return nil
        }
    }

    /// What people may rightly type must be taken; the examples serve for this only.
    private func checkExamples(_ fields: Fields, _ kind: Question.Kind) {
        guard case .text(let shape) = kind, fields.has("voorbeelden") else { return }
        for (example, place) in fields.located("voorbeelden") {
            if case .answer = AnswerReader.read(example, as: shape) { continue }
            diagnostics.add(
                .refusedExample, at: place,
                "het programma weigert '\(example)' als \(shape.rawValue); kies een andere 'vorm' of een ander voorbeeld"
            )
        }
    }

    private enum KindWord: String, CaseIterable {
        case keuze, meerkeuze, datum, tekst, regels
    }

    private func kind(_ fields: Fields) -> Question.Kind? {
        switch fields.word("soort", KindWord.self) {
        case .keuze: .choice
        case .meerkeuze: .multipleChoice
        case .datum: .date(classes(fields))
        case .tekst: .text(fields.has("vorm") ? fields.word("vorm") ?? .free : .free)
        case .regels: .lines
        case nil: nil
        }
    }

    private func classes(_ fields: Fields) -> [DateClass] {
        let nodes = fields.list("klassen", isRequired: true)
        return nodes.enumerated().compactMap { index, node in
            guard let item = Fields(node, diagnostics) else { return nil }
            let id = item.string("id")
            let span = item.optionalString("tot").flatMap { written -> DateClass.Span? in
                if let span = DateClass.Span(iso: written) { return span }
                diagnostics.add(
                    .badDuration, at: item.placeOfKey("tot"),
                    "'\(written)' is geen duur; schrijf bijvoorbeeld P6W of P1Y")
                return nil
            }
            if span == nil, index < nodes.count - 1 {
                diagnostics.add(.missingKey, at: node.place, "alleen de laatste klasse mag zonder 'tot'")
            }
            item.finish()
            return DateClass(id: id, atMost: index == nodes.count - 1 ? nil : span)
        }
    }

    private func purposes(_ fields: Fields) -> [Purpose] {
        if !fields.has("waarvoor") { _ = fields.required("waarvoor") }
        return fields.located("waarvoor").compactMap { text, place in
            if let purpose = Purpose(rawValue: text) { return purpose }
            let known = Purpose.allCases.map(\.rawValue)
            diagnostics.add(
                .unknownWord, at: place, "'\(text)' ken ik hier niet" + Suggestion.near(text, among: known))
            return nil
        }
    }

    private enum OptionSource: String, CaseIterable {
        case partners, gemeente, bestuursorganen, bedrijven, onderwerpen
    }

    private func options(_ fields: Fields, of question: String) -> [Option] {
        var options: [Option] = []
        if fields.has("keuzes_uit") {
            switch fields.word("keuzes_uit", OptionSource.self) {
            case .partners: options += register.options(of: [.partner])
            case .gemeente: options += register.options(of: [.gemeente])
            case .bestuursorganen: options += register.options(of: [.authority])
            case .bedrijven: options += register.options(of: [.company])
            case .onderwerpen: options += topics
            case nil: break
            }
        }
        options += fields.list("keuzes").compactMap { option($0, of: question) }
        var seen: Set<String> = []
        for option in options where !seen.insert(option.id).inserted {
            diagnostics.add(.duplicateID, at: fields.place, "de keuze '\(option.id)' staat er twee keer")
        }
        return options
    }

    private func option(_ node: YAMLNode, of question: String) -> Option? {
        guard let fields = Fields(node, diagnostics) else { return nil }
        var traits: [Option.Trait] = []
        if let block = Fields(fields.node("kenmerken"), diagnostics) {
            for entry in block.keys {
                if let value = block.string(entry.value) { traits.append(.init(entry.key, value)) }
            }
        }
        let option = Option(
            id: fields.id { .option(question: question, id: $0) }, label: fields.requiredText("label"),
            words: fields.strings("woorden"),
            traits: traits, endsRoute: fields.flag("einde"), fit: fit(fields))
        fields.finish()
        return option
    }

    private func fit(_ fields: Fields) -> StoryFit {
        guard let block = Fields(fields.node("hoort_bij"), diagnostics) else { return StoryFit() }
        defer { block.finish() }
        func known(_ key: String, _ names: [String]) -> [String] {
            block.located(key).compactMap { text, place in
                if names.contains(text) { return text }
                diagnostics.add(
                    .unknownWord, at: place,
                    "'\(text)' ken ik hier niet" + Suggestion.near(text, among: names))
                return nil
            }
        }
        return StoryFit(
            kinds: known("soort", MatterKind.allCases.map(\.rawValue)),
            topics: known("onderwerp", topics.map(\.id)),
            groups: known("groep", Partner.Group.allCases.map(\.rawValue) + [StoryFit.severalParties]),
            sayings: block.strings("gezegd"), toldBefore: block.flag("geklaagd"))
    }
}

extension Question {
    func asked(_ when: When) -> Question {
        Question(
            id: id, kind: kind, wording: wording, help: help, short: short, purposes: purposes, when: when,
            options: options, stage: stage, namesParties: namesParties, isPerParty: isPerParty,
            allowsUnknown: allowsUnknown, allowsDeclined: allowsDeclined, isOptional: isOptional,
            enterTakes: enterTakes, suggestFrom: suggestFrom, hears: hears)
    }
}

extension DateClass.Span {
    /// `P1Y`, `P6M`, `P10W`, `P14D`.
    init?(iso: String) {
        guard iso.hasPrefix("P"), let unit = iso.last, let count = Int(iso.dropFirst().dropLast()),
            (1...9999).contains(count)
        else {
            return nil
        }
        switch unit {
        case "Y": self.init(months: 12 * count)
        case "M": self.init(months: count)
        case "W": self.init(days: 7 * count)
        case "D": self.init(days: count)
        default: return nil
        }
    }
}
