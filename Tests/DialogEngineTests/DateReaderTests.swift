import DialogEngine
import Testing

@Suite struct DateReaderTests {
    /// A Wednesday.
    private static let today = "2026-11-25"

    private static func read(_ typed: String, on today: String = Self.today) throws -> String? {
        let range = DateReader(today: try #require(Day(iso: today))).read(typed)
        return range.map { $0.first == $0.last ? $0.first.iso : "\($0.first.iso) \($0.last.iso)" }
    }

    @Test(
        "One day",
        arguments: [
            (typed: "vandaag", day: "2026-11-25"), ("Vanochtend", "2026-11-25"), ("gisteren", "2026-11-24"),
            ("gisteravond", "2026-11-24"), ("eergisteren", "2026-11-23"),
            ("12 maart", "2026-03-12"), ("op 12 maart", "2026-03-12"), ("12 maart 2026", "2026-03-12"),
            ("12 mrt 2026", "2026-03-12"), ("donderdag 12 maart 2026", "2026-03-12"),
            ("12-3-2026", "2026-03-12"), ("12/3/2026", "2026-03-12"), ("12.03.26", "2026-03-12"),
            ("12-3", "2026-03-12"), ("2026-03-12", "2026-03-12"), ("2026-3-12", "2026-03-12"),
            ("26 november", "2025-11-26"), ("31 dec", "2025-12-31"), ("29 februari", "2024-02-29"),
            ("maandag", "2026-11-23"), ("ma", "2026-11-23"), ("afgelopen zondag", "2026-11-22"),
            ("woensdag", "2026-11-18"), ("vorige week dinsdag", "2026-11-17"),
            ("drie dagen geleden", "2026-11-22"), ("10 dagen terug", "2026-11-15"),
        ])
    func day(typed: String, day: String) throws { #expect(try Self.read(typed) == day) }

    @Test(
        "A stretch of days",
        arguments: [
            (typed: "begin november", range: "2026-11-01 2026-11-10"),
            ("half mei 2025", "2025-05-11 2025-05-20"), ("medio mei", "2026-05-11 2026-05-20"),
            ("eind februari 2024", "2024-02-21 2024-02-29"), ("einde van december", "2025-12-21 2025-12-31"),
            ("maart", "2026-03-01 2026-03-31"), ("in december", "2025-12-01 2025-12-31"),
            ("maart 2024", "2024-03-01 2024-03-31"), ("2024", "2024-01-01 2024-12-31"),
            ("vorig jaar", "2025-01-01 2025-12-31"), ("vorige maand", "2026-10-01 2026-10-31"),
            ("vorige week", "2026-11-16 2026-11-22"), ("deze week", "2026-11-23 2026-11-29"),
            ("drie weken geleden", "2026-11-01 2026-11-07"),
            ("zo'n drie weken terug", "2026-11-01 2026-11-07"),
            ("een paar weken geleden", "2026-11-08 2026-11-14"),
            ("twee maanden geleden", "2026-09-10 2026-10-10"),
            ("een jaar geleden", "2025-08-25 2026-02-25"),
            ("een jaar of twee terug", "2024-08-25 2025-02-25"),
            ("een half jaar geleden", "2026-05-10 2026-06-09"),
            ("anderhalf jaar geleden", "2025-05-10 2025-06-09"),
            ("begin 2025", "2025-01-01 2025-04-30"), ("eind 2024", "2024-09-01 2024-12-31"),
        ])
    func stretch(typed: String, range: String) throws { #expect(try Self.read(typed) == range) }

    @Test(
        "No day at all",
        arguments: [
            "", "  ", "?", "overmorgn", "ooit", "31 februari", "31-2-2026", "0-3-2026", "12 mei juni",
            "32 mei", "12-13-2026", "99999999999999999999", "-1", "weken geleden", "1234567",
            "12 maart 99999", "1 2 3 4",
        ])
    func none(typed: String) throws { #expect(try Self.read(typed) == nil) }

    @Test func aDayWithoutYearIsNeverInTheFuture() throws {
        for ordinal in stride(from: 20_454, to: 20_820, by: 13) {
            let today = Day(ordinal: ordinal)
            for month in ["januari", "april", "juni", "december"] {
                for words in [
                    "1 \(month)", "30 \(month)", month, "begin \(month)", "half \(month)", "eind \(month)",
                ] {
                    let range = try #require(DateReader(today: today).read(words))
                    #expect(range.first <= today, "\(words) on \(today.iso)")
                }
            }
        }
    }

    @Test func anEndOfTheMonthThatIsStillToComeWasAYearAgo() throws {
        #expect(try Self.read("eind november", on: "2026-11-05") == "2025-11-21 2025-11-30")
        #expect(try Self.read("begin november", on: "2026-11-05") == "2026-11-01 2026-11-10")
    }

    @Test func howSureADayIsComesWithIt() throws {
        let reader = DateReader(today: try #require(Day(iso: Self.today)))
        let expected: [(String, DateRange.Precision)] = [
            ("gisteren", .day), ("begin mei", .period), ("mei 2025", .month), ("2024", .year),
        ]
        for (typed, precision) in expected { #expect(reader.read(typed)?.precision == precision) }
    }
}
