import DialogEngine
import DialogFiles
import Testing

@testable import Rules

/// Who names a partner that does not work here goes to the gemeente, never to a dead number.
@Suite struct AbsentPartnerTests {
    private static let taxi = "regiorijder/wmo-vervoer"

    /// Haarlem, with other dates for the partner that drives.
    private func handbook(_ dates: String) throws -> Handbook {
        let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        let folder = try DialogFolder(reading: root + "/Dialogs/haarlem")
        let files = folder.files.map { file in
            DialogFolder.File(
                name: file.name, text: file.text.replacing("    geldigVan: '2017-01-01'\n", with: dates))
        }
        return try HandbookReading.read(DialogFolder(path: folder.path, files: files))
    }

    private func decision(
        _ handbook: Handbook, on day: String, _ more: [AnswerKey: Answer] = [:]
    ) -> RouteDecision {
        var session = handbook.session(on: Day(day))
        let answers: [(AnswerKey, Answer)] = [
            (AnswerKey("verhaal"), .lines(["De taxi kwam niet."])), (AnswerKey("gevaar"), .options(["nee"])),
            (AnswerKey("aantal-zaken"), .options(["een"])), (AnswerKey("zaak"), .options(["iets-ging-mis"])),
            (AnswerKey("besluit"), .options(["nee"])), (AnswerKey("over-wie"), .options(["partner"])),
            (AnswerKey("partijen"), .options([Self.taxi])),
            (AnswerKey("eerder", party: Self.taxi), .options(["nee"])),
        ]
        for (key, answer) in answers { session.set(answer, for: key) }
        for (key, answer) in more { session.set(answer, for: key) }
        return handbook.decision(on: session, session.replay())
    }

    @Test(
        "The last and the first day count",
        arguments: [
            ("    geldigTot: '2026-11-30'\n", "2026-11-30", "2026-12-01"),
            ("    geldigVan: '2026-12-01'\n", "2026-12-01", "2026-11-30"),
        ])
    func byDate(dates: String, active: String, absent: String) throws {
        let handbook = try handbook(dates)
        let there = decision(handbook, on: active)
        #expect(there.ruleID == "partner-eerst")
        #expect(there.destination == .service(Self.taxi))
        #expect(there.absentParty == nil)

        let gone = decision(handbook, on: absent)
        #expect(gone.channel == .gemeenteComplaint)
        #expect(gone.destination == .body("gemeente-klacht"))
        #expect(gone.absentParty == Self.taxi)
        #expect(gone.explanation.contains(RuleTrace(ruleID: "partner-eerst", outcome: .notInForce)))
    }

    @Test("No step goes there, and nothing waits for it") func steps() throws {
        let handbook = try handbook("    geldigTot: '2026-11-30'\n")
        let notHeard: [AnswerKey: Answer] = [
            AnswerKey("eerder", party: Self.taxi): .options(["ja"]),
            AnswerKey("eerder-uitkomst", party: Self.taxi): .options(["niet-eens"]),
            AnswerKey("antwoord-wanneer", party: Self.taxi): .unknown,
        ]
        for more in [[:], notHeard] {
            let gone = decision(handbook, on: "2026-12-01", more)
            #expect(!gone.steps.isEmpty)
            let ids = gone.steps.map(\.id)
            for step in gone.steps {
                #expect(step.place != .service(Self.taxi))
                if case .after(let awaited, _) = step.opening { #expect(ids.contains(awaited)) }
            }
        }
    }

    @Test("Of two parties only the one that is there is told") func severalParties() throws {
        let handbook = try handbook("    geldigTot: '2026-11-30'\n")
        let both: [AnswerKey: Answer] = [
            AnswerKey("partijen"): .options([Self.taxi, "cocensus/belastingen"]),
            AnswerKey("samenwerking"): .options(["nee"]),
            AnswerKey("eerder", party: "cocensus/belastingen"): .options(["nee"]),
        ]
        let decision = decision(handbook, on: "2026-12-01", both)
        #expect(decision.perParty.map(\.decision.absentParty) == [Self.taxi, nil])
        #expect(decision.perParty.map(\.decision.channel) == [.gemeenteComplaint, .partner])
    }
}
