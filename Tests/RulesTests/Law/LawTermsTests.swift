import DialogEngine
import Rules
import Testing

@Suite struct LawTermsTests {
    private let terms = LawTerms(figures: [
        figure("bezwaar", .days(30), from: "1994-01-01", to: "2026-06-30"),
        figure("bezwaar", .weeks(6), from: "2026-07-01"),
        figure("bezwaar", .weeks(13), from: "2030-01-01"),
    ])

    @Test(
        "The figure of the day counts",
        arguments: [
            (day: "1993-12-31", term: Term?.none), ("1994-01-01", .days(30)), ("2026-06-30", .days(30)),
            ("2026-07-01", .weeks(6)), ("2029-12-31", .weeks(6)),
            // The older figure was left open; the later one wins.
            ("2030-01-01", .weeks(13)),
        ])
    func byDate(day: String, term: Term?) {
        #expect(terms.figure("bezwaar", on: Day(day))?.term == term)
    }

    @Test func anUnknownFigureIsAbsent() {
        #expect(terms.figure("beroep", on: Day("2026-11-23")) == nil)
    }

    @Test func aDeadlineKeepsItsGround() {
        let handling = Self.figure("klacht-afdoening", .weeks(6), ["Awb 9:11 lid 1"], from: "1999-07-01")
        let adjournment = Self.figure("klacht-verdaging", .weeks(4), ["Awb 9:11 lid 2"], from: "1999-07-01")

        let plain = LegalCalendar.known.deadline(handling, after: Day("2026-11-13"))
        #expect(plain.purpose == .handling)
        #expect(plain.day.iso == "2026-12-28")
        #expect(plain.rawDay.iso == "2026-12-25")
        #expect(plain.isExtended)
        #expect(!plain.isProvisional)
        #expect(plain.ground.map(\.text) == ["Awb 9:11 lid 1", "Atw 1 lid 1"])

        let adjourned = LegalCalendar.known.deadline(
            handling, adjournedBy: adjournment, after: Day("2026-11-14"), for: .handling)
        #expect(adjourned.day.iso == "2027-01-25")
        #expect(adjourned.term == .weeks(6))
        #expect(adjourned.lastDay.adjournment == .weeks(4))
        #expect(adjourned.ground.map(\.text) == ["Awb 9:11 lid 1", "Awb 9:11 lid 2", "Atw 1 lid 1"])
    }

    @Test func anOwnNormEndsWhereItEnds() {
        let own = LawTerms.Figure(
            id: "eigen-norm-klacht", term: .weeks(6), articles: [.ownNorm, LawReference("Awb 9:2")],
            validFrom: Day("1999-07-01"), source: "test", extendedBy: .never)
        let deadline = LegalCalendar.known.deadline(own, after: Day("2026-11-13"))
        #expect(deadline.day.iso == "2026-12-25")
        #expect(deadline.ground.map(\.text) == ["eigen norm", "Awb 9:2"])
        #expect(deadline.purpose == .ownNormHandling)
    }

    private static func figure(
        _ id: String, _ term: Term, _ articles: [String] = ["Awb 6:7"], from: String, to: String? = nil
    ) -> LawTerms.Figure {
        LawTerms.Figure(
            id: id, term: term, articles: articles.map { LawReference($0) }, validFrom: Day(from),
            validTo: to.map { Day($0) }, source: "test")
    }
}
