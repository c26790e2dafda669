import DialogEngine
import Rules

/// Whether the articles cited exist and are in force on a day, and whether the figures are those of the law.
struct LawCheck {
    private let handbook: Handbook
    private let day: Day
    private let laws: LawTable

    init(_ handbook: Handbook, _ laws: LawTable, on day: Day) {
        self.handbook = handbook
        self.laws = laws
        self.day = day
    }

    var findings: [Finding] { cited + unchecked + figures + limits }

    // MARK: Articles

    private var cited: [Finding] {
        Citation.grouped(in: handbook, on: day).compactMap { reference, parts in
            guard let part = parts.first, let law = laws.law(of: reference) else { return nil }
            let more = parts.count > 1 ? " (ook op \(parts.count - 1) andere plekken)" : ""
            let articles = laws.articles(for: reference)
            if !laws.exists(reference) {
                return Finding(
                    .noSuchArticle, part,
                    "'\(reference)'\(more) staat niet in de lijst van artikelen van de \(law.key); staat het wel in de wet, "
                        + "zet het dan in wetten.yaml bij 'bestaat' en bij 'artikelen'")
            }
            if articles.isEmpty, !law.numbers.isEmpty {
                return Finding(
                    .noSuchArticle, part,
                    "'\(reference)'\(more) staat nog niet in wetten.yaml; lees het na en zet het bij 'artikelen' van de \(law.key)"
                )
            }
            if !articles.isEmpty, !articles.contains(where: { $0.isValid(on: day) }) {
                return Finding(
                    .articleNotInForce, part,
                    "'\(reference)'\(more) geldt niet op \(day.iso), maar \(Self.times(articles))")
            }
            return nil
        }
    }

    private static func times(_ articles: [LawTable.Article]) -> String {
        let times = articles.map { article in
            switch (article.validFrom, article.validTo) {
            case (let from?, nil): "vanaf \(from.iso)"
            case (nil, let to?): "tot en met \(to.iso)"
            case (let from?, let to?): "van \(from.iso) tot en met \(to.iso)"
            case (nil, nil): "altijd"
            }
        }
        return Listing.names(times) + " (wetten.yaml)"
    }

    /// One finding for all of them together.
    private var unchecked: [Finding] {
        let open = Citation.grouped(in: handbook, on: day).filter { reference, _ in
            guard let law = laws.law(of: reference) else { return true }
            let articles = laws.articles(for: reference).filter { $0.isValid(on: day) }
            return articles.isEmpty ? law.numbers.isEmpty : !articles.allSatisfy(\.isChecked)
        }
        guard let first = open.first, let citing = first.parts.first else { return [] }
        // Parts of an article that the table has as a whole were read together.
        let names = open.map { laws.articles(for: $0.reference).first?.reference.text ?? $0.reference.text }
            .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let part = laws.articles(for: first.reference).first.map { HandbookPart.article($0.reference.text) }
        let words = Listing.count(names.count, "artikel is", "artikelen zijn")
        return [
            Finding(
                .articleUnchecked, part ?? citing,
                "\(words) nog niet in de wet zelf nagelezen: \(Listing.names(names)); "
                    + "zet er in wetten.yaml 'bron' en 'gecontroleerd' bij")
        ]
    }

    // MARK: Figures

    private var figures: [Finding] {
        handbook.rulebook.terms.figures.filter { $0.isValid(on: day) }.compactMap { figure in
            guard let article = figure.articles.first else { return nil }
            let known = laws.articles(for: article).filter { $0.isValid(on: day) && !$0.terms.isEmpty }
            let terms = known.flatMap(\.terms)
            guard let read = known.first, !terms.contains(figure.term) else { return nil }
            let link = read.link.isEmpty ? "" : "; lees \(read.link)"
            return Finding(
                .otherTerm, .figure(figure.id),
                "'\(figure.id)' is hier \(figure.term), maar \(article) geeft volgens wetten.yaml "
                    + terms.map(\.iso).joined(separator: " of ") + link)
        }
    }

    /// Steps whose last day would silently not be told.
    private var limits: [Finding] {
        var order: [String] = []
        var steps: [String: [HandbookPart]] = [:]
        for ladder in handbook.rulebook.table.ladders {
            for step in ladder.steps {
                for figure in Self.figures(of: step)
                where handbook.rulebook.terms.figure(figure, on: day) == nil {
                    if steps[figure] == nil { order.append(figure) }
                    steps[figure, default: []].append(.step(ladder: ladder.id, id: step.id))
                }
            }
        }
        return order.compactMap { figure in
            guard let parts = steps[figure], let part = parts.first else { return nil }
            let more = parts.count > 1 ? " (en \(parts.count - 1) andere)" : ""
            return Finding(
                .termWithoutFigure, part,
                "de termijn '\(figure)' van deze stap\(more) heeft op \(day.iso) geen cijfer in termijnen.yaml; "
                    + "de bewoner hoort dan niet hoe lang het duurt")
        }
    }

    private static func figures(of step: StepTemplate) -> [String] {
        let limits = step.limits.map(\.figure)
        guard case .after(_, .figure(let figure)) = step.opening else { return limits }
        return limits.contains(figure) ? limits : limits + [figure]
    }
}
