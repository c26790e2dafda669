import DialogEngine
import DialogFiles
import Testing

@testable import Rules

/// A day whose question is not asked any more stays in the talk, and no term counts from it.
@Suite struct HiddenDaysTests {
    private static let office = "cocensus/belastingen"
    private static let today = Day(iso: "2026-11-26")!

    private static func key(_ question: String) -> AnswerKey { AnswerKey(question, party: office) }

    /// Somebody who complained to the tax office, and how that went.
    private func talk(_ told: [AnswerKey: Answer]) throws -> (Handbook, Session) {
        let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        let handbook = try HandbookReading.read(DialogFolder(reading: root + "/Dialogs/haarlem"))
        var session = handbook.session(on: Self.today)
        let answers: [(String, Answer)] = [
            ("verhaal", .lines(["De aanslag klopt niet."])), ("gevaar", .options(["nee"])),
            ("aantal-zaken", .options(["een"])), ("zaak", .options(["iets-ging-mis"])),
            ("besluit", .options(["nee"])), ("over-wie", .options(["partner"])),
            ("partijen", .options([Self.office])),
        ]
        for (question, answer) in answers { session.set(answer, for: AnswerKey(question)) }
        for (key, answer) in told { session.set(answer, for: key) }
        return (handbook, session)
    }

    private func lastDays(_ handbook: Handbook, _ session: Session, step: String) -> [Day] {
        handbook.decision(on: session, session.replay()).steps.filter { $0.id == step }
            .flatMap(\.limits).compactMap { $0.deadline?.lastDay.day }
    }

    @Test("Who did not complain there after all waits for no answer")
    func notToldAfterAll() throws {
        var (handbook, session) = try talk([
            Self.key("eerder"): .options(["ja"]), Self.key("eerder-uitkomst"): .options(["geen-antwoord"]),
            Self.key("eerder-wanneer"): .date(DateRange(Day(iso: "2026-11-04")!)),
        ])
        #expect(lastDays(handbook, session, step: "partij") == [Day(iso: "2026-12-16")!])
        session.set(.options(["nee"]), for: Self.key("eerder"))
        #expect(lastDays(handbook, session, step: "partij") == [])
    }

    @Test("Who had no answer after all has no last day for the ombudsman, and the answer is due again")
    func noAnswerAfterAll() throws {
        var (handbook, session) = try talk([
            Self.key("eerder"): .options(["ja"]), Self.key("eerder-uitkomst"): .options(["niet-eens"]),
            Self.key("eerder-wanneer"): .date(DateRange(Day(iso: "2026-11-04")!)),
            Self.key("antwoord-wanneer"): .date(DateRange(Day(iso: "2026-11-18")!)),
        ])
        #expect(lastDays(handbook, session, step: "ombudsman") == [Day(iso: "2027-11-18")!])
        #expect(lastDays(handbook, session, step: "partij") == [])
        session.set(.options(["geen-antwoord"]), for: Self.key("eerder-uitkomst"))
        #expect(lastDays(handbook, session, step: "ombudsman") == [])
        #expect(lastDays(handbook, session, step: "partij") == [Day(iso: "2026-12-16")!])
    }
}
