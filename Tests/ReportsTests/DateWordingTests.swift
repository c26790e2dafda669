import DialogEngine
import Rules
import TestSupport
import Testing

@testable import Reports

@Suite("Days read back") struct DateWordingTests {
    private static func words(_ typed: String, _ language: String) throws -> String {
        let today = try #require(Day(iso: "2026-11-26"))
        return Wording(Haarlem.handbook, language: language).range(
            try #require(DateReader(today: today).read(typed)))
    }

    @Test(
        "as people say them",
        arguments: [
            (typed: "gisteren", dutch: "woensdag 25 november 2026", english: "Wednesday 25 November 2026"),
            (
                "eind oktober", "eind oktober 2026 (21 tot en met 31 oktober)",
                "late October 2026 (21 to 31 October)"
            ),
            ("half mei", "half mei 2026 (11 tot en met 20 mei)", "mid-May 2026 (11 to 20 May)"),
            ("vorige week", "16 tot en met 22 november 2026", "16 to 22 November 2026"),
            ("vier weken geleden", "26 oktober tot en met 1 november 2026", "26 October to 1 November 2026"),
            (
                "rond Kerst", "18 december 2025 tot en met 2 januari 2026",
                "18 December 2025 to 2 January 2026"
            ),
            ("3 en 4 mei", "3 of 4 mei 2026", "3 or 4 May 2026"),
            ("in de zomer", "juni tot en met augustus 2026", "June to August 2026"),
            ("winter", "december 2025 tot en met februari 2026", "December 2025 to February 2026"),
            ("mei", "mei 2026", "May 2026"), ("vorig jaar", "2025", "2025"),
            ("sinds mei", "sinds 1 mei 2026", "since 1 May 2026"),
            ("meer dan een jaar geleden", "voor 26 november 2025", "before 26 November 2025"),
        ])
    func natural(typed: String, dutch: String, english: String) throws {
        #expect(try Self.words(typed, "nl") == dutch)
        #expect(try Self.words(typed, "en") == english)
    }

    @Test("what is read back means the same days", arguments: ["nl", "en"]) func sameDays(language: String)
        throws
    {
        let wording = Wording(Haarlem.handbook, language: language)
        for spoken in SpokenDate.all {
            let reader = DateReader(today: try #require(Day(iso: spoken.today)))
            guard let range = reader.read(spoken.words) else { continue }
            let said = wording.range(range)
            let again = reader.read(said)
            #expect(again?.first == range.first && again?.last == range.last, "\(spoken): \(said)")
        }
    }

    @Test("so do any days", arguments: ["nl", "en"]) func anyDays(language: String) throws {
        let wording = Wording(Haarlem.handbook, language: language)
        let today = try #require(Day(iso: "2026-11-26"))
        let reader = DateReader(today: today)
        var generator = SeededGenerator(seed: SeededGenerator.runSeed)
        for _ in 0..<2000 {
            let first = today.adding(days: -Int.random(in: 0...900, using: &generator))
            let length = Int.random(in: 0...min(100, today.ordinal - first.ordinal), using: &generator)
            let range = DateRange(first, first.adding(days: length), .period)
            let said = wording.range(range)
            let again = reader.read(said)
            try #require(
                again?.first == range.first && again?.last == range.last,
                "\(said), seed \(SeededGenerator.runSeed)")
        }
    }
}
