import Foundation
import TestSupport
import Testing

@Suite("Power cuts")
struct CrashTests {
    /// What is typed, and what the overview says of it after the next start.
    private static let answers = [
        ("Zoë wacht al weken op een telefoontje.", ""), ("", "Zoë wacht al weken op een telefoontje."),
        // What was heard in it, and refused.
        ("nee", ""), ("nee", "gevaar nu: Nee"), ("", "hoeveel zaken: Eén ding"),
        ("1", "waar het om gaat: Iemand hielp of behandelde mij niet goed"),
        ("nee", "brief met besluit: Nee"), ("gemeente", "over wie: De gemeente"),
        ("medewerker", "wie bij de gemeente: Een medewerker"), ("nee", "al daar geklaagd: Nee"),
    ]

    @Test func everyAcknowledgedAnswerSurvives() throws {
        let program = Program()
        var expected: [String] = []
        for (number, (typed, told)) in Self.answers.enumerated() {
            let screen = try program.start(seed: UInt64(number + 1))
            if number > 0 {
                #expect(screen.shown.contains("Er is een gesprek dat nog niet af is."), "\(screen.shown)")
                #expect(screen.type("1").contains("Wij gaan verder waar u was."))
            }
            if number == 1 { #expect(screen.shown.contains("› \(Self.answers[0].0)"), "\(screen.shown)") }
            screen.type(typed)
            #expect(screen.isWaiting)
            if !told.isEmpty { expected.append(told) }
            screen.cutPower()

            let after = try program.start(seed: 100)
            after.type("1")
            let overview = after.type("/overzicht")
            for line in expected { #expect(overview.contains(line), "\(number): \(overview)") }
            after.cutPower()
        }
    }
}
