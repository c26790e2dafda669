import TestSupport
import Testing

@testable import DialogEngine

@Suite("Days as people say them") struct SpokenDateTests {
    private static let aYear = [
        DateClass(id: "korter", atMost: .init(months: 12)), DateClass(id: "langer", atMost: nil),
    ]

    @Test("the words mean these days", arguments: SpokenDate.all) func meaning(spoken: SpokenDate) throws {
        let today = try #require(Day(iso: spoken.today))
        switch DateReader(today: today).reading(spoken.words) {
        case nil: #expect(spoken.precision == nil)
        case .toCome(let day): #expect(spoken.first == day.iso && spoken.precision == "toekomst")
        case .past(let range):
            #expect(range.earliest?.iso == spoken.first)
            #expect(range.last.iso == spoken.last)
            #expect(range.precision.rawValue == spoken.precision)
            let kind = DateClass.id(of: range, among: Self.aYear, today: today)
            #expect((kind == Answer.unknownID ? "misschien" : kind) == spoken.kind)
        }
    }

    @Test("there are many of them, on several days") func many() {
        #expect(SpokenDate.all.count >= 400)
        #expect(Set(SpokenDate.all.map(\.today)).count >= 5)
    }

    @Test("a full date of these years is itself") func fullDates() throws {
        let reader = DateReader(today: try #require(Day(iso: "2026-12-31")))
        let first = try #require(Day(iso: "2015-01-01"))
        for ordinal in first.ordinal...reader.today.ordinal {
            let day = Day(ordinal: ordinal)
            try #require(reader.read(day.iso) == DateRange(day))
            try #require(reader.read("\(day.day)-\(day.month)-\(day.year)") == DateRange(day))
        }
    }

    @Test("no words name a day to come, or a day that cannot be") func neverInTheFuture() throws {
        var generator = SeededGenerator(seed: SeededGenerator.runSeed)
        let days = SpokenDate.all.compactMap { Day(iso: $0.today) }
        let words = SpokenDate.all.flatMap { $0.words.split(separator: " ").map(String.init) }
        for _ in 0..<20_000 {
            let today = try #require(days.randomElement(using: &generator))
            let typed = (0..<Int.random(in: 1...7, using: &generator))
                .compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
            switch DateReader(today: today).reading(typed) {
            case .past(let range):
                try #require(
                    range.first <= range.last && range.last <= today,
                    "\(typed) on \(today), seed \(SeededGenerator.runSeed)")
            case .toCome(let day):
                try #require(day > today, "\(typed) on \(today), seed \(SeededGenerator.runSeed)")
            case nil: continue
            }
        }
    }

    @Test(
        "a remark behind the day says it again",
        arguments: ["3 mei 2026 (zondag)", "3 mei 2026 (de eerste keer)"])
    func remark(typed: String) throws {
        let reader = DateReader(today: try #require(Day(iso: "2026-11-26")))
        #expect(reader.read(typed)?.first.iso == "2026-05-03")
    }
}
