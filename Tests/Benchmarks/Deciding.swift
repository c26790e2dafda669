import DialogEngine
import DialogFiles
import Rules

/// Reading the dialogs, playing answers, and the decision itself.
enum Deciding {
    static func run(_ bench: Bench) {
        guard let handbook = handbook() else { return print("  Dialogs/haarlem is niet te lezen") }
        let session = talk(handbook)
        let replay = session.replay()
        bench.measure("antwoorden naspelen", batch: 1000) { _ = session.replay() }
        bench.measure("besluiten", batch: 1000) {
            _ = handbook.rulebook.decide(
                replay.facts, replay.parties, session.answers, receivedOn: session.today)
        }
        bench.measure("dialogen lezen (YAML)", batch: 1) { _ = Self.handbook() }
    }

    static func handbook() -> Handbook? {
        do {
            return try HandbookReading.read(DialogFolder(reading: "Dialogs/haarlem"))
        } catch {
            return nil
        }
    }

    /// Late Wmo transport, already raised with the carrier.
    static func talk(_ handbook: Handbook) -> Session {
        var session = handbook.session(on: Day(ordinal: 20_782))
        let given: [(String, String)] = [
            ("gevaar", "nee"), ("aantal-zaken", "een"), ("zaak", "iets-ging-mis"), ("besluit", "nee"),
            ("over-wie", "partner"), ("partijen", "regiorijder/wmo-vervoer"), ("aard", "tijdigheid"),
            ("wens", "herstel"), ("namens", "mijzelf"),
        ]
        for (question, option) in given { session.set(.options([option]), for: AnswerKey(question)) }
        let party = "regiorijder/wmo-vervoer"
        session.set(.lines(["De bus komt steeds te laat."]), for: AnswerKey("verhaal"))
        session.set(.options(["ja"]), for: AnswerKey("eerder", party: party))
        session.set(.date(DateRange(Day(ordinal: 20_760))), for: AnswerKey("eerder-wanneer", party: party))
        session.set(.options(["geen-antwoord"]), for: AnswerKey("eerder-uitkomst", party: party))
        session.set(.date(DateRange(Day(ordinal: 20_759))), for: AnswerKey("wanneer"))
        return session
    }
}
