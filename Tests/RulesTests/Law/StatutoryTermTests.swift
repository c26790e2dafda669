import DialogEngine
import Rules
import Testing

/// Counting by the Algemene termijnenwet, as tables that a lawyer can read.
@Suite struct StatutoryTermTests {
    struct Received: Sendable, CustomTestStringConvertible {
        let on: String
        let notTakenUp: String
        let sixWeeks: String
        let handled: String
        let adjourned: String

        init(
            _ on: String, _ notTakenUp: String, _ sixWeeks: String, _ handled: String, _ adjourned: String
        ) {
            (self.on, self.notTakenUp, self.sixWeeks) = (on, notTakenUp, sixWeeks)
            (self.handled, self.adjourned) = (handled, adjourned)
        }

        var testDescription: String { "received \(on)" }
    }

    @Test(
        "Complaint: 4 weeks (9:8 lid 3), 6 weeks (9:11 lid 1), 6 + 4 weeks (9:11 lid 2)",
        arguments: [
            //        received      4 weeks       6 weeks       after Atw     6 + 4 weeks
            Received("2026-11-23", "2026-12-21", "2027-01-04", "2027-01-04", "2027-02-01"),
            // Both days of Christmas and a Sunday.
            Received("2026-11-13", "2026-12-11", "2026-12-25", "2026-12-28", "2027-01-22"),
            // Received on a Saturday.
            Received("2026-11-14", "2026-12-14", "2026-12-26", "2026-12-28", "2027-01-25"),
            // Good Friday, weekend, Easter Monday.
            Received("2027-02-12", "2027-03-12", "2027-03-26", "2027-03-30", "2027-04-23"),
            // King's Day.
            Received("2027-03-16", "2027-04-13", "2027-04-27", "2027-04-28", "2027-05-25"),
            // 5 May, Ascension Day, 7 May by decree, weekend.
            Received("2027-03-24", "2027-04-21", "2027-05-05", "2027-05-10", "2027-06-02"),
            // Whit Monday.
            Received("2027-04-05", "2027-05-03", "2027-05-17", "2027-05-18", "2027-06-14"),
        ])
    func complaint(_ received: Received) {
        let day = Day(received.on)
        let six = LegalCalendar.known.lastDay(of: .weeks(6), after: day)
        #expect(LegalCalendar.known.lastDay(of: .weeks(4), after: day).day.iso == received.notTakenUp)
        #expect(six.rawDay.iso == received.sixWeeks)
        #expect(six.day.iso == received.handled)
        #expect(six.isExtended == (received.sixWeeks != received.handled))
        #expect(
            LegalCalendar.known.lastDay(of: .weeks(6), adjournedBy: .weeks(4), after: day).day.iso
                == received.adjourned)
    }

    @Test(
        "Other terms",
        arguments: [
            // Atw 1: a Saturday runs on to Monday.
            (term: "P14D", event: "2026-03-07", lastDay: "2026-03-23"),
            // Atw 4: 91 days, thirteen weeks and years end where they end.
            ("P90D", "2026-01-04", "2026-04-07"),
            ("P91D", "2026-01-03", "2026-04-04"),
            ("P12W", "2026-01-10", "2026-04-07"),
            ("P13W", "2026-01-03", "2026-04-04"),
            ("P1Y", "2026-11-14", "2027-11-14"),
            ("P1Y", "2024-02-29", "2025-02-28"),
            ("P5Y", "2024-02-29", "2029-02-28"),
            // Months: the same day of the month, or the last one; 28 February 2026 is a Saturday.
            ("P1M", "2026-01-31", "2026-03-02"),
            ("P3M", "2026-09-30", "2026-12-30"),
            // Atw 2: three days hold two working days; fewer days need not.
            ("P3D", "2026-03-05", "2026-03-09"),
            ("P3D", "2026-03-06", "2026-03-10"),
            ("P2D", "2026-03-06", "2026-03-09"),
            ("P1D", "2026-03-06", "2026-03-09"),
            ("P4D", "2026-04-02", "2026-04-08"),
            ("P5D", "2027-05-04", "2027-05-11"),
        ])
    func other(term: String, event: String, lastDay: String) throws {
        let term = try #require(Term(iso: term))
        #expect(LegalCalendar.known.lastDay(of: term, after: Day(event)).day.iso == lastDay)
    }

    @Test(
        "What moved the day is cited",
        arguments: [
            (
                rule: TermExtension.termijnenwet, term: Term.days(3), event: "2026-03-05",
                cited: ["Atw 1 lid 1"]
            ),
            (.termijnenwet, .days(3), "2026-03-06", ["Atw 2"]),
            (.termijnenwet, .days(4), "2026-04-02", ["Atw 1 lid 1", "Atw 2"]),
            (.termijnenwet, .weeks(6), "2026-11-23", []),
            (.termijnenwet, .years(1), "2026-11-14", []),
            (.europeanRegulation, .days(2), "2026-03-06", [moved, twoWorkingDays]),
            (.europeanRegulation, .months(4), "2026-01-05", [moved]),
            (.never, .weeks(6), "2026-11-13", []),
        ])
    func extensions(rule: TermExtension, term: Term, event: String, cited: [String]) {
        let last = LegalCalendar.known.lastDay(of: term, after: Day(event), extendedBy: rule)
        #expect(last.extensions.map(\.text) == cited)
        #expect(last.isExtended == !cited.isEmpty)
    }

    @Test func adjournmentMovesTheDayOnceAtTheEnd() {
        // The six weeks alone would run on from Christmas to 28 December; the ten do not start there.
        let last = LegalCalendar.known.lastDay(
            of: .weeks(6), adjournedBy: .weeks(4), after: Day("2026-11-13"))
        #expect(last.rawDay == Day("2026-11-13").adding(days: 70))
        #expect(last.day == last.rawDay)
    }

    @Test func tenWeeksAdjournedByFourStillEndOnAWorkingDay() {
        let last = LegalCalendar.known.lastDay(
            of: .weeks(10), adjournedBy: .weeks(4), after: Day("2026-11-14"))
        #expect(last.rawDay.iso == "2027-02-20")
        #expect(last.day.iso == "2027-02-22")
    }

    @Test(
        "Beyond the known decrees a day is provisional, where the Atw applies",
        arguments: [
            (term: Term.weeks(6), event: "2028-11-17", isProvisional: false),
            // Ends on Saturday 30 December 2028, so the first working day lies in 2029.
            (.weeks(6), "2028-11-18", true),
            (.weeks(6), "2028-12-01", true),
            (.weeks(13), "2028-12-01", false),
            (.years(1), "2028-12-01", false),
        ])
    func provisional(term: Term, event: String, isProvisional: Bool) {
        let last = LegalCalendar.known.lastDay(of: term, after: Day(event))
        #expect(last.isProvisional == isProvisional)
        #expect(!LegalCalendar.known.lastDay(of: term, after: Day(event), extendedBy: .never).isProvisional)
    }
}

private let moved = "Verordening 1182/71 3 lid 4"
private let twoWorkingDays = "Verordening 1182/71 3 lid 5"
