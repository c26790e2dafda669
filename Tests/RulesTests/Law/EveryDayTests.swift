import DialogEngine
import Foundation
import Rules
import Testing

/// Every day of 2026 to 2040 against what `Tests/Cases/Dates/generate.py` computed in another way.
@Suite struct EveryDayTests {
    private static let years = Day("2026-01-01").ordinal...Day("2040-12-31").ordinal

    @Test func freeDaysAreThoseOfTheIndependentList() throws {
        let expected = try lines(of: "free-days.txt")
        let calendar = LegalCalendar.known
        let found = Self.years.map(Day.init(ordinal:)).compactMap { day -> String? in
            #expect(calendar.isFreeDay(day) || calendar.holiday(on: day) == nil)
            guard calendar.isFreeDay(day) else { return nil }
            let weekend = day.weekday == .saturday ? "zaterdag" : "zondag"
            return "\(day.iso) \(calendar.holiday(on: day)?.rawValue ?? weekend)"
        }
        #expect(found.count == expected.count)
        for (found, expected) in zip(found, expected) where found != expected {
            Issue.record("found \(found), expected \(expected)")
            break
        }
    }

    @Test func lastDaysAreThoseOfTheIndependentTable() throws {
        var rows = try lines(of: "last-days.txt").map { $0.split(separator: " ") }
        let terms = try rows.removeFirst().dropFirst().map { try #require(Term(iso: $0)) }
        #expect(terms.count >= 9)
        #expect(rows.compactMap { Day(iso: $0[0])?.ordinal } == Array(Self.years))

        var differences: [String] = []
        for row in rows {
            let event = Day(String(row[0]))
            let expected = try row.dropFirst().map { try #require(Int($0)) }
            try #require(expected.count == terms.count)
            for (term, expected) in zip(terms, expected) {
                let found = LegalCalendar.known.lastDay(of: term, after: event).day.ordinal - event.ordinal
                if found != expected {
                    differences.append("\(term) after \(event.iso): \(found), not \(expected)")
                }
            }
        }
        #expect(differences.isEmpty, "\(differences.count) differ, first \(differences.first ?? "")")
    }

    private func lines(of name: String, from file: String = #filePath) throws -> [String] {
        let folder = URL(fileURLWithPath: file).appending(path: "../../../Cases/Dates").standardizedFileURL
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return text.split(separator: "\n").map(String.init)
    }
}
