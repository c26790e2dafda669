import Testing

@testable import Understanding

@Suite("Where a word counts") struct KeywordTests {
    /// The words of one group that are found in a text, as they stand there.
    private func found(_ keywords: [Keyword?], in text: String) -> [String] {
        let lexicon = Lexicon([WordGroup(id: "", keywords: keywords.compactMap { $0 })])
        let spaced = SpacedText(FreeText(text))
        return lexicon.hits(in: spaced).map { FreeText(text).evidence($0.words).words }
    }

    @Test(
        "inside a compound only when it is long enough and may stand anywhere",
        arguments: [
            ("afval", Keyword.Reach.anywhere, "al dat plasticafval hier", ["plasticafval"]),
            ("tak", .anywhere, "ik heb contact gehad", []),
            ("tak", .anywhere, "een tak, afgebroken", ["tak"]),
            ("schade", .beginning, "de schades aan mijn auto", ["schades"]),
            ("schade", .beginning, "de waterschade", []),
            ("=brand", .beginning, "de brandweer kwam bij de brand", ["brand"]),
            ("bin", .plural, "three bins and a cabin", ["bins"]),
            ("losse tegel", .anywhere, "er liggen losse  tegels", ["losse  tegels"]),
            ("losse tegel", .anywhere, "een losse, tegel", ["losse, tegel"]),
            ("zit vast in", .beginning, "hij zit vast in de lift", ["zit vast in"]),
            ("zit vast in", .beginning, "zij zit vast inderdaad", []),
            ("café", .whole, "het CAFE is open", ["CAFE"]),
            ("'s nachts", .whole, "herrie ’s nachts", ["s nachts"]),
        ])
    func reach(written: String, reach: Keyword.Reach, text: String, words: [String]) {
        #expect(found([Keyword(written, reach: reach)], in: text) == words)
    }

    @Test(
        "one slip of the pen is forgiven in a long word, two are not",
        arguments: [
            ("lantaatnpaal", true), ("lantaarnpal", true), ("lantaarrnpaal", true), ("latnaarnpaal", true),
            ("lantarenpal", false), ("lantaarnpaal", true),
        ])
    func slips(typed: String, isFound: Bool) {
        let word = Keyword("lantaarnpaal", reach: .whole)
        #expect(!found([word], in: "de \(typed) is stuk").isEmpty == isFound)
    }

    @Test(
        "with other words between, in order and in one sentence",
        arguments: [
            ("slaat ... mij", "hij slaat soms ook mij", ["slaat soms ook mij"]),
            ("slaat ... mij", "hij slaat mij", ["slaat mij"]),
            ("slaat ... mij", "mij slaat hij niet", []),
            ("slaat ... mij", "hij slaat een twee drie vier vijf mij", ["slaat een twee drie vier vijf mij"]),
            ("slaat ... mij", "hij slaat een twee drie vier vijf zes mij", []),
            ("slaat ... mij", "hij slaat de hond. Mij niet", []),
            ("slaat ... mij", "hij slaat 14.30 a.u.b.mij", ["slaat 14.30 a.u.b.mij"]),
            (
                "hij/zij ... slaat/schopt ... me/mij", "zij is boos en schopt vaak me",
                ["zij is boos en schopt vaak me"]
            ),
            ("hij/zij ... slaat/schopt ... me/mij", "wie slaat me", []),
            ("niet ... niet", "niet hier", []),
            ("niet ... niet", "niet hier en niet daar", ["niet hier en niet"]),
            (
                "doet niet open ... dagen", "ze doet niet  open, al drie dagen",
                ["doet niet  open, al drie dagen"]
            ),
        ])
    func gaps(written: String, text: String, words: [String]) {
        #expect(found([Keyword(written, reach: .beginning)], in: text) == words)
    }

    @Test(
        "a gap stands between words, and there are at most two",
        arguments: [
            "... mij", "slaat ...", "a/ ... mij", "een ... twee ... drie ... vier", "slaat ... / ... mij",
        ])
    func badGaps(written: String) { #expect(Keyword(written, reach: .beginning) == nil) }

    @Test("a short word with a slip is another word") func shortSlips() {
        #expect(found([Keyword("riool", reach: .anywhere)], in: "de rioel").isEmpty)
    }

    @Test("a word without letters is none", arguments: ["", "  ", "?!", "="]) func none(written: String) {
        #expect(Keyword(written, reach: .anywhere) == nil)
    }

    @Test("what is excluded silences the words that stand in it, for its own group alone") func excluded() {
        let knowledge = Knowledge(
            topics: [
                WordGroup(
                    id: "verkeer",
                    keywords: [
                        Keyword("verkeer", reach: .anywhere),
                        Keyword("verkeerd", reach: .anywhere, .excluded),
                    ].compactMap { $0 }),
                WordGroup(id: "anders", keywords: [Keyword("verkeer", reach: .anywhere)].compactMap { $0 }),
            ])
        let reader = FeatureReader(knowledge)
        func score(_ text: String, _ topic: Int) -> Float {
            let features = reader.features(of: FreeText(text))
            return zip(features.places, features.values).first {
                Int($0.0) == reader.list.topics.lowerBound + topic
            }?.1
                ?? 0
        }
        #expect(score("een verkeerde brief", 0) == 0)
        #expect(score("een verkeerde brief", 1) > 0)
        #expect(score("het verkeer staat vast door een verkeerd bord", 0) > 0)
    }
}
