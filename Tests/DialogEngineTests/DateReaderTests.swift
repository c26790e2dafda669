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
            ("veertien dagen geleden", "2026-11-11"), ("3e november", "2026-11-03"),
            ("12de maart 2026", "2026-03-12"), ("1ste mei", "2026-05-01"), ("3 mei vorig jaar", "2025-05-03"),
        ])
    func day(typed: String, day: String) throws { #expect(try Self.read(typed) == day) }

    @Test(
        "In English, one day",
        arguments: [
            (typed: "today", day: "2026-11-25"), ("yesterday", "2026-11-24"),
            ("the day before yesterday", "2026-11-23"), ("3 November", "2026-11-03"),
            ("November 3rd", "2026-11-03"), ("on the 3rd of November 2025", "2025-11-03"),
            ("Nov 3, 2025", "2025-11-03"), ("12 March 2026", "2026-03-12"), ("May 5", "2026-05-05"),
            ("1 Oct", "2026-10-01"), ("last Monday", "2026-11-23"), ("Friday", "2026-11-20"),
            ("Tuesday last week", "2026-11-17"), ("last week Tuesday", "2026-11-17"),
            ("three days ago", "2026-11-22"), ("this morning", "2026-11-25"), ("last night", "2026-11-24"),
            ("November 3rd 2026", "2026-11-03"), ("November third", "2026-11-03"),
            ("the third of November", "2026-11-03"), ("Wednesday the 18th of November", "2026-11-18"),
            ("Mon 23 Nov", "2026-11-23"), ("3 November last year", "2025-11-03"),
            ("yesterday evening", "2026-11-24"), ("earlier today", "2026-11-25"), ("just now", "2026-11-25"),
            ("twenty days ago", "2026-11-05"), ("Thurs", "2026-11-19"),
            ("23/11/2026", "2026-11-23"), ("3/11/2026", "2026-11-03"),
        ])
    func englishDay(typed: String, day: String) throws { #expect(try Self.read(typed) == day) }

    @Test(
        "In English, a stretch of days",
        arguments: [
            (typed: "early November", range: "2026-11-01 2026-11-10"),
            ("the beginning of November", "2026-11-01 2026-11-10"), ("mid May 2025", "2025-05-11 2025-05-20"),
            ("end of February 2024", "2024-02-21 2024-02-29"), ("March", "2026-03-01 2026-03-31"),
            ("in May", "2026-05-01 2026-05-31"), ("last year", "2025-01-01 2025-12-31"),
            ("last month", "2026-10-01 2026-10-31"), ("last week", "2026-11-16 2026-11-22"),
            ("three weeks ago", "2026-11-01 2026-11-07"), ("about three weeks ago", "2026-11-01 2026-11-07"),
            ("a couple of weeks ago", "2026-11-08 2026-11-14"), ("two months ago", "2026-09-10 2026-10-10"),
            ("a year ago", "2025-08-25 2026-02-25"), ("half a year ago", "2026-05-10 2026-06-09"),
            ("at the end of May", "2026-05-21 2026-05-31"), ("late November 2025", "2025-11-21 2025-11-30"),
            ("mid-November", "2026-11-11 2026-11-20"), ("last May", "2026-05-01 2026-05-31"),
            ("last November", "2025-11-01 2025-11-30"), ("November last year", "2025-11-01 2025-11-30"),
            ("in early May of last year", "2025-05-01 2025-05-10"), ("early 2025", "2025-01-01 2025-04-30"),
            ("the start of this year", "2026-01-01 2026-04-30"), ("in 2024", "2024-01-01 2024-12-31"),
            ("a fortnight ago", "2026-11-08 2026-11-14"), ("couple of weeks ago", "2026-11-08 2026-11-14"),
            ("three weeks back", "2026-11-01 2026-11-07"), ("a week or two ago", "2026-11-08 2026-11-21"),
            ("a month and a half ago", "2026-10-11 2026-10-17"), ("this week", "2026-11-23 2026-11-25"),
            ("a few days ago", "2026-11-21 2026-11-23"),
        ])
    func englishRange(typed: String, range: String) throws { #expect(try Self.read(typed) == range) }

    @Test(
        "A stretch of days",
        arguments: [
            (typed: "begin november", range: "2026-11-01 2026-11-10"),
            ("half mei 2025", "2025-05-11 2025-05-20"), ("medio mei", "2026-05-11 2026-05-20"),
            ("eind februari 2024", "2024-02-21 2024-02-29"), ("einde van december", "2025-12-21 2025-12-31"),
            ("maart", "2026-03-01 2026-03-31"), ("in december", "2025-12-01 2025-12-31"),
            ("maart 2024", "2024-03-01 2024-03-31"), ("2024", "2024-01-01 2024-12-31"),
            ("vorig jaar", "2025-01-01 2025-12-31"), ("vorige maand", "2026-10-01 2026-10-31"),
            ("vorige week", "2026-11-16 2026-11-22"), ("deze week", "2026-11-23 2026-11-25"),
            ("drie weken geleden", "2026-11-01 2026-11-07"),
            ("zo'n drie weken terug", "2026-11-01 2026-11-07"),
            ("een paar weken geleden", "2026-10-25 2026-11-14"),
            ("twee maanden geleden", "2026-09-10 2026-10-10"),
            ("een jaar geleden", "2025-08-25 2026-02-25"),
            ("een jaar of twee terug", "2024-08-25 2025-02-25"),
            ("een half jaar geleden", "2026-05-10 2026-06-09"),
            ("anderhalf jaar geleden", "2025-05-10 2025-06-09"),
            ("mei vorig jaar", "2025-05-01 2025-05-31"), ("vorig jaar mei", "2025-05-01 2025-05-31"),
            ("afgelopen mei", "2026-05-01 2026-05-31"), ("vorige december", "2025-12-01 2025-12-31"),
            ("begin 2025", "2025-01-01 2025-04-30"), ("eind 2024", "2024-09-01 2024-12-31"),
        ])
    func stretch(typed: String, range: String) throws { #expect(try Self.read(typed) == range) }

    @Test(
        "No day at all",
        arguments: [
            "", "  ", "?", "overmorgn", "ooit", "31 februari", "31-2-2026", "0-3-2026", "12 mei juni",
            "32 mei", "12-13-2026", "99999999999999999999", "-1", "weken geleden", "1234567",
            "12 maart 99999", "1 2 3 4", "11/23/2026", "tomorow", "some time", "weeks ago", "may be",
            "the 32nd of May",
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
        #expect(try Self.read("begin november", on: "2026-11-05") == "2026-11-01 2026-11-05")
    }

    @Test func howSureADayIsComesWithIt() throws {
        let reader = DateReader(today: try #require(Day(iso: Self.today)))
        let expected: [(String, DateRange.Precision)] = [
            ("gisteren", .day), ("begin mei", .period), ("mei 2025", .month), ("2024", .year),
        ]
        for (typed, precision) in expected { #expect(reader.read(typed)?.precision == precision) }
    }
}
