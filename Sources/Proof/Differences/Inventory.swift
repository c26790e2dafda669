import DialogEngine
import Rules

/// All that a resident can get out of a handbook, by part and field, as text.
struct Inventory {
    private(set) var parts: [PartKey: [String: String]] = [:]
    private let written: Written

    init(_ edition: Edition) {
        let handbook = edition.handbook
        written = Written(vocabulary: handbook.dialog.vocabulary)
        addQuestions(handbook.dialog)
        addRoutes(handbook.rulebook.table)
        addRegister(handbook.rulebook.register)
        addLaw(edition)
        addWords(handbook)
        addGeneral(handbook)
    }

    /// Adds a part; of several with one id each counts, in their order.
    private mutating func add(_ kind: PartKey.Kind, _ id: String, _ fields: [String: String]) {
        let key = PartKey(kind, id)
        guard let earlier = parts[key] else {
            parts[key] = fields
            return
        }
        parts[key] = earlier.merging(fields) { $0 + " | " + $1 }
    }

    private mutating func addQuestions(_ dialog: Dialog) {
        for question in dialog.questions {
            var fields = written.fields(question, besides: ["id", "options"])
            fields["volgorde"] = question.options.map(\.id).joined(separator: ", ")
            add(.question, question.id, fields)
            for option in question.options {
                add(.option, "\(question.id)/\(option.id)", written.fields(option))
            }
        }
    }

    private mutating func addRoutes(_ table: RoutingTable) {
        for rule in table.rules { add(.rule, rule.id, written.fields(rule)) }
        for ladder in table.ladders {
            add(.ladder, ladder.id, ["volgorde": ladder.steps.map(\.id).joined(separator: ", ")])
            for step in ladder.steps { add(.step, "\(ladder.id)/\(step.id)", written.fields(step)) }
        }
        for mention in table.mentions { add(.mention, mention.id, written.fields(mention)) }
    }

    private mutating func addRegister(_ register: PartnerRegister) {
        for partner in register.partners {
            var fields = written.fields(partner, besides: ["id", "services"])
            fields["volgorde"] = partner.services.map(\.id).joined(separator: ", ")
            add(.partner, partner.id, fields)
            for service in partner.services {
                add(.service, partner.serviceID(service), written.fields(service))
            }
        }
        for body in register.bodies { add(.body, body.id, written.fields(body)) }
        for source in register.sources { add(.source, source.key, written.fields(source, besides: ["key"])) }
    }

    private mutating func addLaw(_ edition: Edition) {
        for figure in edition.handbook.rulebook.terms.figures {
            add(.figure, figure.id, written.fields(figure))
        }
        for law in edition.laws.laws {
            add(.article, law.key, written.fields(law, besides: ["key", "articles"]))
            for article in law.articles {
                add(.article, article.reference.text, written.fields(article, besides: ["reference"]))
            }
        }
    }

    private mutating func addWords(_ handbook: Handbook) {
        for phrase in Phrase.allCases {
            add(.phrase, phrase.rawValue, ["woorden": handbook.phrases.text(phrase).words])
        }
        for letter in handbook.letters { add(.letter, letter.name, ["tekst": letter.template]) }
        for sign in handbook.emergencies.signs {
            add(.danger, sign.option, written.fields(sign, besides: []))
        }
        for translation in handbook.translations {
            for pair in translation.text.split(separator: "\u{1E}") {
                let words = pair.split(separator: "\u{1F}", maxSplits: 1).map(String.init)
                add(.translation, "\(translation.language): \(words[0])", ["woorden": words.last ?? ""])
            }
        }
    }

    private mutating func addGeneral(_ handbook: Handbook) {
        let table = handbook.rulebook.table
        add(
            .general, "volgorde",
            [
                "vragen": handbook.dialog.questions.map(\.id).joined(separator: ", "),
                "regels": table.rules.map(\.id).joined(separator: ", "),
                "vermeldingen": table.mentions.map(\.id).joined(separator: ", "),
                "organisaties": handbook.rulebook.register.partners.map(\.id).joined(separator: ", "),
                "leidend": written.text(table.leading),
                "noodsignalen": written.text(handbook.emergencies.signs.map(\.option)),
            ])
        add(.general, "alleen-contact", ["als": written.text(table.contactOnly)])
        add(.general, "gemeente", written.fields(handbook.gemeente, besides: []))
        let answerWords = handbook.answerWords
        let loose = zip(LooseWords.Role.allCases, answerWords.loose.words)
            .map { ($0.rawValue, $1.joined(separator: ", ")) }
        add(
            .general, "antwoordwoorden",
            written.fields(answerWords, besides: ["loose"]).merging(loose) { own, _ in own })
        add(.general, "feestdagen", written.fields(handbook.rulebook.calendar, besides: []))
        add(.general, "noodvraag", ["vraag": handbook.emergencies.question])
    }
}
