import DialogEngine
import Rules

/// What stands in each box.
extension DialogFlow {
    enum Detail { case short, full }

    static func id(of question: String) -> String { "vraag " + question }
    static func id(ofRule rule: String) -> String { "regel " + rule }
    static func id(ofOutcome rule: String) -> String { "uitkomst " + rule }
    static func id(ofRegime regime: String) -> String { "regime " + regime }

    static func id(of origin: Origin) -> String {
        switch origin {
        case .question(let question): id(of: question)
        case .party: "partij"
        case .advice: "advies"
        case .term(let name): "begrip " + name
        }
    }

    // MARK: Questions

    func node(_ question: Question, _ detail: Detail) -> Picture.Node {
        let words = question.short.isEmpty || detail == .full ? question.wording : question.short
        let facts = detail == .full ? "\(question.id), \(Self.kind(question))" : question.id
        var lines: [Picture.Line] = [.heading("\(number(of: question)) · \(words.words) (\(facts))")]
        if question.when.condition != .always {
            lines.append(.plain("als " + speaker.spoken(question.when)))
        }
        lines += detail == .full ? options(question) : ending(question)
        return Picture.Node(
            id: Self.id(of: question.id), shape: question.isPerParty ? .perParty : .question, lines: lines)
    }

    private func options(_ question: Question) -> [Picture.Line] {
        let isListed = !question.isSearched && !question.namesParties
        var lines: [Picture.Line] = []
        if isListed {
            lines = question.options.map { option in
                .plain("\(option.endsRoute ? "■" : "○") \(option.id): \(option.label.words)")
            }
        } else if !question.options.isEmpty {
            lines = [.plain("\(question.options.count) keuzes")]
            lines += question.options.filter(\.endsRoute).map { .plain("■ \($0.id): \($0.label.words)") }
        }
        if case .date(let classes) = question.kind { lines += classes.map { .plain("○ \($0.id)") } }
        if question.allowsUnknown { lines.append(.plain("○ \(Answer.unknownID)")) }
        if question.allowsDeclined { lines.append(.plain("○ \(Answer.declinedID)")) }
        return lines
    }

    private func ending(_ question: Question) -> [Picture.Line] {
        let ending = question.options.filter(\.endsRoute).map(\.id)
        return ending.isEmpty ? [] : [.plain("■ einde bij " + ending.joined(separator: ", "))]
    }

    private static func kind(_ question: Question) -> String {
        switch question.kind {
        case .choice: "keuze"
        case .multipleChoice: "meerkeuze"
        case .date: "datum"
        case .text: "tekst"
        case .lines: "regels"
        }
    }

    // MARK: What lies between questions and rules

    func node(_ term: NamedCondition, _ detail: Detail) -> Picture.Node {
        var lines: [Picture.Line] = [.heading(term.name)]
        if detail == .full { lines.append(.plain(speaker.spoken(term.condition, defining: term.name))) }
        return Picture.Node(id: Self.id(of: .term(term.name)), shape: .term, lines: lines)
    }

    func partyNode(_ detail: Detail) -> Picture.Node {
        let regimes = regimes.map { "\($0.name) \($0.offers.reduce(0) { $0 + $1.count })" }
        let lines: [Picture.Line] = [
            .heading("De organisatie (partij)"), .plain("regimes en hoeveel keuzes eronder vallen:"),
            .plain(regimes.joined(separator: ", ")),
        ]
        return Picture.Node(
            id: Self.id(of: .party), shape: .party, lines: detail == .full ? lines : [lines[0]])
    }

    func node(regime: String, offers: [(question: Question, count: Int)]) -> Picture.Node {
        var lines: [Picture.Line] = [.heading(regime)]
        lines += offers.map {
            .plain("\($0.count) \($0.count == 1 ? "keuze" : "keuzes") bij \($0.question.id)")
        }
        if let ladder = table.ladder(regime) {
            var steps: [String] = []
            for step in ladder.steps.map(\.id) where !steps.contains(step) { steps.append(step) }
            lines.append(.plain("stappen: " + steps.joined(separator: ", ")))
        }
        return Picture.Node(id: Self.id(ofRegime: regime), shape: .party, lines: lines)
    }

    var adviceNode: Picture.Node {
        Picture.Node(
            id: Self.id(of: .advice), shape: .advice,
            lines: [
                .heading("De weg is bekend"),
                .plain("de eerste regel die past, van 1 tot \(table.rules.count), beslist"),
            ])
    }

    // MARK: Rules

    func node(_ rule: Rule) -> Picture.Node {
        let lines: [Picture.Line] = [
            .heading("\(number(of: rule)) · \(rule.id)"),
            .plain(rule.when.condition == .always ? "altijd" : "als " + speaker.spoken(rule.when)),
        ]
        return Picture.Node(id: Self.id(ofRule: rule.id), shape: .rule, lines: lines)
    }

    func outcome(_ rule: Rule, _ detail: Detail) -> Picture.Node {
        let name = rule.channel.rawValue + (rule.detail.map { ": " + $0 } ?? "")
        let words = detail == .full ? rule.because.words : Self.firstSentence(rule.because.words)
        var lines: [Picture.Line] = [.heading(name), .plain(words), .plain(place(rule))]
        if detail == .full {
            lines.append(.plain("soort \(rule.kind.rawValue), bewaart \(rule.keeps.rawValue)"))
        }
        return Picture.Node(id: Self.id(ofOutcome: rule.id), shape: .outcome, lines: lines)
    }

    /// The step where the matter lies.
    private func place(_ rule: Rule) -> String {
        guard let name = rule.ladder else { return "stap \(rule.here), ladder van het regime" }
        return "stap \(rule.here), ladder \(name)"
    }

    static func firstSentence(_ words: String) -> String {
        guard let end = words.firstIndex(where: { ".?!".contains($0) }) else { return words }
        let rest = words[words.index(after: end)...]
        return rest.isEmpty || rest.first == " " ? String(words[...end]) : words
    }

    // MARK: What stands elsewhere

    /// A box that says where something is drawn.
    func reference(to origin: Origin) -> Picture.Node {
        switch origin {
        case .question(let id):
            guard let question = questions.first(where: { $0.id == id }) else {
                preconditionFailure("a checked condition reads questions that exist")
            }
            let words = question.short.isEmpty ? question.wording : question.short
            return Picture.Node(
                id: Self.id(of: origin), shape: .reference,
                lines: [.plain("vraag \(number(of: question)) · \(words.words)"), .plain(id)])
        case .party:
            return Picture.Node(
                id: Self.id(of: origin), shape: .reference, lines: [.plain("de organisatie (partij)")])
        case .advice:
            return Picture.Node(
                id: Self.id(of: origin), shape: .reference, lines: [.plain("de weg is bekend: het advies")])
        case .term(let name):
            return Picture.Node(
                id: Self.id(of: origin), shape: .reference, lines: [.plain("begrip \(name)")])
        }
    }
}
