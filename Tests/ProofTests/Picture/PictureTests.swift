import DialogEngine
import DialogFiles
import Rules
import Testing

@testable import Proof

/// The dialogs of Haarlem, drawn.
enum HaarlemAtlas {
    static let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

    /// The subject of each question is the name of its file.
    static func subjects(_ checked: HandbookReading.Checked) -> [String: String] {
        var subjects: [String: String] = [:]
        for (part, place) in checked.places {
            guard case .question(let id) = part else { continue }
            subjects[id] = place.file.split(separator: "/").last?.split(separator: ".").first.map(String.init)
        }
        return subjects
    }

    static func make() throws -> (checked: HandbookReading.Checked, atlas: Atlas) {
        let checked = try HandbookReading.check(DialogFolder(reading: root + "/Dialogs/haarlem"))
        let atlas = Atlas(checked.handbook, subjects: subjects(checked), terms: checked.terms)
        return (checked, atlas)
    }
}

@Suite("The drawings of the dialogs") struct PictureTests {
    @Test func theWholeHasEveryQuestionRuleAndOutcomeOnce() throws {
        let (checked, atlas) = try HaarlemAtlas.make()
        let questions = checked.handbook.dialog.questions.map { "vraag " + $0.id }
        let rules = checked.handbook.rulebook.table.rules.map(\.id)
        let drawn = try DOTGrammar(DOTText(atlas.whole).text).declared
        for id in questions + rules.map({ "regel " + $0 }) + rules.map({ "uitkomst " + $0 }) {
            #expect(drawn.count { $0 == id } == 1, "\(id)")
        }
        #expect(drawn.count { $0.hasPrefix("vraag ") } == questions.count)
        #expect(drawn.count { $0.hasPrefix("regel ") } == rules.count)
        #expect(drawn.count { $0.hasPrefix("uitkomst ") } == rules.count)
        let boxes = try MermaidGrammar(MermaidText(atlas.whole).text).boxes.values
        for (index, rule) in rules.enumerated() {
            #expect(boxes.count { $0.hasPrefix("\(index + 1) · \(rule) ") } == 1, "\(rule)")
        }
    }

    @Test func everyQuestionStandsInOneDrawingOfAFileAndEveryRuleInOneOfAChannel() throws {
        let (checked, atlas) = try HaarlemAtlas.make()
        func names(_ prefix: String, _ id: String, _ shapes: Set<Picture.Shape>) -> [String] {
            atlas.pictures.filter { picture in
                picture.name.hasPrefix(prefix)
                    && picture.nodes.contains { $0.id == id && shapes.contains($0.shape) }
            }.map(\.name)
        }
        let subjects = HaarlemAtlas.subjects(checked)
        for question in checked.handbook.dialog.questions {
            let found = names("vragen-", "vraag " + question.id, [.question, .perParty])
            #expect(found == ["vragen-" + (subjects[question.id] ?? "?")])
        }
        for rule in checked.handbook.rulebook.table.rules {
            let expected = ["regels-" + rule.channel.rawValue]
            #expect(names("regels-", "regel " + rule.id, [.rule]) == expected)
            #expect(names("regels-", "uitkomst " + rule.id, [.outcome]) == expected)
        }
    }

    @Test func everyArrowEndsAtABoxAndItsAnswersExist() throws {
        let (checked, atlas) = try HaarlemAtlas.make()
        let domains = checked.handbook.dialog.vocabulary.domains
        for picture in atlas.pictures {
            let ids = picture.nodes.map(\.id)
            #expect(Set(ids).count == ids.count, "\(picture.name)")
            for edge in picture.edges {
                #expect(ids.contains(edge.from) && ids.contains(edge.to), "\(picture.name): \(edge)")
                for label in edge.labels {
                    let parts = label.split(separator: ": ").map(String.init)
                    let origin = edge.from.hasPrefix("vraag ") ? String(edge.from.dropFirst(6)) : edge.from
                    let owner = origin == "advies" ? "route" : origin
                    let fact = parts.count == 2 ? "\(owner).\(parts[0])" : owner
                    let domain = try #require(domains.first { $0.name == fact }, "\(picture.name): \(edge)")
                    let answers = (parts.last ?? "").split(separator: " of ").map(String.init)
                    #expect(
                        answers == ["elk antwoord"] || answers.allSatisfy(domain.values.contains),
                        "\(picture.name): \(edge)")
                }
            }
        }
    }

    /// What a condition reads is drawn, and nothing else.
    @Test func theArrowsToABoxAreWhatItsConditionReads() throws {
        let (checked, atlas) = try HaarlemAtlas.make()
        let reader = ArrowReader(checked.handbook.dialog.vocabulary)
        let terms = try #require(atlas.pictures.first { $0.name == "begrippen" })
        for question in checked.handbook.dialog.questions {
            let read = reader.origins(question.when.condition)
            #expect(reader.sources("vraag " + question.id, atlas.whole.edges) == read, "\(question.id)")
        }
        for term in checked.terms where terms.nodes.contains(where: { $0.id == "begrip " + term.name }) {
            let read = reader.origins(term.condition)
            #expect(reader.sources("begrip " + term.name, atlas.whole.edges) == read, "\(term.name)")
            #expect(reader.sources("begrip " + term.name, terms.edges) == read, "\(term.name)")
        }
        for rule in checked.handbook.rulebook.table.rules {
            let name = "regels-" + rule.channel.rawValue
            let picture = try #require(atlas.pictures.first { $0.name == name })
            let read = reader.origins(rule.when.condition)
            #expect(reader.sources("regel " + rule.id, picture.edges + terms.edges) == read, "\(rule.id)")
        }
    }

    /// In the whole a rule has the last of its arrows only.
    @Test func theArrowToARuleInTheWholeComesFromWhatIsKnownLast() throws {
        let (_, atlas) = try HaarlemAtlas.make()
        func ends(_ id: String) -> [String] {
            atlas.whole.edges.filter { $0.to == "regel " + id }.map { $0.from + ": " + $0.labels.joined() }
        }
        #expect(ends("nood-112") == ["vraag gevaar: levensgevaar"])
        #expect(ends("bezwaar-gemeente") == ["vraag besluit-soort: gemeente"])
        #expect(ends("gemeente-te-laat-besluit") == ["vraag over-wie: gemeente"])
        #expect(ends("partner-zorg-klaar") == ["begrip klaar-daar: "])
        #expect(ends("toch-gemeente") == ["begrip kiest-gemeente: "])
        #expect(ends("vangnet") == ["regel partner-eerst: "])
    }

    @Test func everyDrawingIsWrittenInBothLanguages() throws {
        for picture in try HaarlemAtlas.make().atlas.pictures {
            let dot = try DOTGrammar(DOTText(picture).text)
            for arrow in dot.arrows {
                #expect(
                    dot.nodes[arrow.from] != nil && dot.nodes[arrow.to] != nil, "\(picture.name) \(arrow)")
            }
            let mermaid = try MermaidGrammar(MermaidText(picture).text)
            #expect(mermaid.boxes.count == picture.nodes.count + 1)
            #expect(mermaid.arrows.count == picture.edges.count)
        }
    }

    /// Mermaid refuses more than 50,000 letters or 500 arrows, and a drawing cannot change that itself.
    @Test func noDrawingIsTooLargeForMermaid() throws {
        for picture in try HaarlemAtlas.make().atlas.pictures {
            #expect(MermaidText(picture).text.utf16.count < 50_000, "\(picture.name)")
            #expect(picture.edges.count < 500, "\(picture.name)")
        }
    }

    @Test func organisationsAreDrawnByRegime() throws {
        let (checked, atlas) = try HaarlemAtlas.make()
        let picture = try #require(atlas.pictures.first { $0.name == "vragen-over-wie" })
        let regimes = Set(
            checked.handbook.dialog.questions.filter(\.namesParties).flatMap(\.options).flatMap(\.traits)
                .filter { $0.name == "regime" }.map(\.value))
        #expect(
            Set(picture.nodes.map(\.id).filter { $0.hasPrefix("regime ") })
                == Set(regimes.map { "regime " + $0 }))
        let all = atlas.pictures.flatMap(\.nodes).flatMap(\.lines).map(\.text).joined()
        #expect(!all.contains("regiorijder"))
    }

    @Test func whatIsAskedForEachOrganisationAndAfterTheDecisionIsFramed() throws {
        let (checked, atlas) = try HaarlemAtlas.make()
        func titles(_ clusters: [Picture.Cluster], round node: String) -> [String] {
            clusters.flatMap { cluster -> [String] in
                let inner = titles(cluster.clusters, round: node)
                return cluster.nodes.contains(node) || !inner.isEmpty ? [cluster.title] + inner : []
            }
        }
        for question in checked.handbook.dialog.questions {
            let frames = titles(atlas.whole.clusters, round: "vraag " + question.id)
            #expect(frames.contains("voor elke organisatie apart") == question.isPerParty, "\(question.id)")
            #expect(frames.contains("daarna: als de weg bekend is") == (question.stage == .after))
        }
    }

    @Test func answersThatEndTheRouteAreMarked() throws {
        let (checked, atlas) = try HaarlemAtlas.make()
        for question in checked.handbook.dialog.questions {
            let lines = atlas.whole.nodes.first { $0.id == "vraag " + question.id }?.lines.map(\.text) ?? []
            let ending = question.options.filter(\.endsRoute).map(\.id)
            let expected = ending.isEmpty ? [] : ["■ einde bij " + ending.joined(separator: ", ")]
            #expect(lines.filter { $0.contains("■") } == expected)
        }
    }

    @Test func theSameDialogsGiveTheSameDrawing() throws {
        let first = try HaarlemAtlas.make()
        let again = Atlas(
            first.checked.handbook,
            subjects: Dictionary(
                uniqueKeysWithValues: HaarlemAtlas.subjects(first.checked).sorted { $0.key > $1.key }),
            terms: first.checked.terms)
        #expect(first.atlas.pictures.map { DOTText($0).text } == again.pictures.map { DOTText($0).text })
        #expect(
            first.atlas.pictures.map { MermaidText($0).text } == again.pictures.map { MermaidText($0).text })
    }
}

/// Follows arrows back to the questions they begin at.
private struct ArrowReader {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Where the facts of a condition come from, by the names of the facts.
    func origins(_ condition: Condition) -> Set<String> {
        Set(
            condition.facts.map { fact in
                let first = String(vocabulary.domains[fact].name.split(separator: ".")[0])
                return first == "route" ? "advies" : first == "partij" ? first : "vraag " + first
            })
    }

    /// What the arrows to a box begin at, named conditions passed through.
    func sources(_ node: String, _ edges: [Picture.Edge]) -> Set<String> {
        Set(
            edges.filter { $0.to == node && $0.kind != .order }.flatMap {
                $0.from.hasPrefix("begrip ") ? sources($0.from, edges) : [$0.from]
            })
    }
}
