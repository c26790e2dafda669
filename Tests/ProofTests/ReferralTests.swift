import DialogEngine
import Rules
import Testing

@testable import Proof

/// Who is sent round in circles, and who arrives.
@Suite("Referrals")
struct ReferralTests {
    private let register = PartnerRegister(
        version: "", sources: [], partners: [],
        bodies: [
            body("gemeente", isGemeente: true), body("ombudsman", isIndependent: true), body("helplijn"),
            body("loket", sendsOnTo: "commissie"), body("commissie"),
        ])

    private static func body(
        _ id: String, isGemeente: Bool = false, isIndependent: Bool = false, sendsOnTo: String? = nil
    ) -> Body {
        Body(
            id: id, name: id, nameInSentence: "de " + id, what: "", isGemeente: isGemeente,
            isIndependent: isIndependent, contacts: [], toCheck: [], sources: [], sendsOnTo: sendsOnTo)
    }

    private func step(_ id: String, _ opening: Opening) -> StepTemplate {
        StepTemplate(id: id, who: id == "partij" ? .party : .body(id), how: .none, opening: opening)
    }

    private func after(_ step: String) -> Opening { .after(step: step, orWithoutAnswer: .ownTerm) }

    @Test("that open one after the other arrive") func arrive() {
        let referrals = Referrals(
            [step("partij", .now), step("gemeente", .beside), step("ombudsman", after("partij"))], register)
        #expect(referrals.arrives)
        #expect(referrals.circles == [])
        #expect(referrals.waitingForNobody.isEmpty)
    }

    @Test("of two that wait for each other are a circle, told as one hears it") func circle() {
        let referrals = Referrals(
            [
                step("partij", .now), step("gemeente", after("ombudsman")),
                step("ombudsman", after("gemeente")),
            ],
            register)
        #expect(!referrals.arrives)
        #expect(referrals.circles == [[1, 2]])
        #expect(
            referrals.heard([1, 2])
                == "een bewoner hoort bij de gemeente \"eerst naar de ombudsman\" en bij de ombudsman "
                + "\"eerst naar de gemeente\", en komt nergens aan de beurt")
    }

    @Test("of three are one circle, once") func three() {
        let referrals = Referrals(
            [
                step("partij", after("gemeente")), step("gemeente", after("ombudsman")),
                step("ombudsman", after("partij")),
            ], register)
        #expect(referrals.circles == [[0, 1, 2]])
    }

    @Test("of a step that waits for itself are a circle") func itself() {
        let referrals = Referrals([step("gemeente", after("gemeente"))], register)
        #expect(referrals.circles == [[0]])
        #expect(
            referrals.heard([0]).contains("bij de gemeente dat hij eerst bij de gemeente moet zijn geweest"))
    }

    @Test("to a body that sends on to who waits for it are a circle") func sendingOn() {
        let referrals = Referrals([step("loket", .now), step("commissie", after("loket"))], register)
        #expect(referrals.circles == [[0, 1]])
        #expect(referrals.heard([0, 1]).contains("bij de loket \"ga naar de commissie\""))
    }

    @Test("to a step that is not there wait for nobody") func nobody() {
        let referrals = Referrals([step("gemeente", .now), step("ombudsman", after("partij"))], register)
        #expect(referrals.waitingForNobody.map(\.awaited) == ["partij"])
    }

    @Test("that end at a number to call do not arrive") func helpOnly() {
        #expect(!Referrals([step("partij", .now), step("helplijn", .beside)], register).arrives)
    }

    @Test("of bodies in a circle are told once, at the first of them") func bodies() {
        let findings = ReferralCheck(
            handbook([Self.body("a", sendsOnTo: "b"), Self.body("b", sendsOnTo: "a")])
        ).findings
        #expect(findings.map(\.part) == [.body("a")])
        #expect(
            findings.first?.message.contains("bij de a \"ga naar de b\" en bij de b \"ga naar de a\"") == true
        )
    }

    @Test("of a body to one that is no end are told") func noEnd() {
        let findings = ReferralCheck(handbook([Self.body("a", sendsOnTo: "b"), Self.body("b")])).findings
        #expect(findings.map(\.part) == [.body("a")])
        let ends = ReferralCheck(
            handbook([Self.body("a", sendsOnTo: "b"), Self.body("b", isGemeente: true)]))
        #expect(ends.findings == [])
    }

    /// Only bodies, for what they say of each other.
    private func handbook(_ bodies: [Body]) -> Handbook {
        let haarlem = Haarlem.handbook
        return Handbook(
            gemeente: haarlem.gemeente, dialog: haarlem.dialog,
            rulebook: Rulebook(
                table: RoutingTable(rules: [], ladders: [], mentions: [], leading: [], contactOnly: .always),
                register: PartnerRegister(version: "", sources: [], partners: [], bodies: bodies),
                terms: haarlem.rulebook.terms, calendar: haarlem.rulebook.calendar,
                vocabulary: haarlem.rulebook.vocabulary),
            phrases: haarlem.phrases, answerWords: haarlem.answerWords, emergencies: haarlem.emergencies,
            letters: [])
    }
}
