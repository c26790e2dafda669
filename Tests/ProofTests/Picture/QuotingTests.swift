import Testing

@testable import Proof

@Suite("Words in a drawing are only words") struct QuotingTests {
    static let hostile = [
        "regiorijder/wmo-vervoer", "\"", "\\", "\\\"]; kwaad [", "é ü ñ 😀", "<B>vet</B>", "</B>",
        "a & b &lt; c &amp;",
        "#35; #quot; #", "; end", "end", "`code` **vet** _schuin_", "1. een lijst", "- een streepje",
        "%% weg",
        "]} --> n1", "|ja|", "\"| n1", "{{x}}", "<br/>", "$$x$$", "een:twee", "subgraph", "\\N\\G\\l", "--o",
        "x-->y",
        "regel\neen\u{7}tab\tnul\u{0}", "'", "@{ shape: doc }", ":::klasse",
    ]

    static func picture(_ words: String, _ layout: Picture.Layout) -> Picture {
        Picture(
            name: words, title: words, legend: [words], layout: layout,
            nodes: [
                Picture.Node(
                    id: "vraag " + words, shape: .question, lines: [.heading(words), .plain(words)]),
                Picture.Node(id: "vraag anders", shape: .perParty, lines: [.heading(words)]),
                Picture.Node(id: "begrip " + words, shape: .term, lines: [.heading(words)]),
                Picture.Node(id: "regel " + words, shape: .rule, lines: [.plain(words)]),
                Picture.Node(id: "uitkomst " + words, shape: .outcome, lines: [.plain(words)]),
            ],
            clusters: layout != .spine
                ? [Picture.Cluster(title: words, nodes: ["vraag " + words], clusters: [])] : [],
            edges: [
                Picture.Edge(
                    from: "vraag " + words, to: "vraag anders", kind: .leads, labels: [words, words]),
                Picture.Edge(from: "vraag anders", to: "begrip " + words, kind: .excludes, labels: [words]),
                Picture.Edge(from: "begrip " + words, to: "regel " + words, kind: .leads, labels: [words]),
                Picture.Edge(from: "regel " + words, to: "uitkomst " + words, kind: .leads, labels: []),
            ])
    }

    /// As a reader sees it: one space between words, and no control characters.
    static func shown(_ words: String) -> String {
        String(
            String.UnicodeScalarView(
                words.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
        )
        .split(separator: " ").joined(separator: " ")
    }

    @Test(arguments: hostile) func graphvizReadsThemBack(words: String) throws {
        for layout in [Picture.Layout.across, .down, .spine] {
            let read = try DOTGrammar(DOTText(Self.picture(words, layout)).text)
            let drawn = read.declared.filter { !$0.hasPrefix("pijl ") }
            #expect(drawn.map(Self.shown) == Self.picture(words, layout).nodes.map { Self.shown($0.id) })
            #expect(read.nodes[drawn[1]] == Self.shown(words))
            #expect(read.nodes[drawn[0]] == Self.shown(words + " " + words))
        }
    }

    @Test(arguments: hostile) func mermaidReadsThemBack(words: String) throws {
        let read = try MermaidGrammar(MermaidText(Self.picture(words, .across)).text)
        #expect(read.boxes["n2"] == Self.shown(words))
        #expect(read.boxes["n1"] == Self.shown(words + " " + words))
        #expect(read.boxes.count == 6)
        #expect(read.arrows.count == 4)
    }

    @Test(
        "A list or code at the beginning of a line",
        arguments: ["1. een", "- een", "+ een", "> een", "# een"])
    func noMarkdown(words: String) {
        let line = MermaidText.escaped(words)
        #expect(line.contains("#"), "\(line)")
        #expect(line.firstMatch(of: /^(\d+\.|[-+>] |#+ )/) == nil, "\(line)")
    }

    @Test("Long labels are wrapped between words", arguments: [10, 26, 40])
    func wrapping(width: Int) {
        let words =
            "Hebt u hierover een brief met een besluit, een boete of een naheffingsaanslagbeschikking?"
        let lines = Wrapping.lines(words, width: width)
        #expect(lines.joined(separator: " ") == words)
        #expect(lines.allSatisfy { $0.count <= width || !$0.contains(" ") })
    }
}
