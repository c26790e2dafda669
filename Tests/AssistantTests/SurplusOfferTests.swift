import Testing
import Understanding

@testable import Assistant

@Suite("What is offered to be left out") struct SurplusOfferTests {
    private static func kinds(_ text: String, after told: [String] = []) -> [Surplus.Kind] {
        MemoryDesk.listening.surplusToOffer(in: text, after: told).map(\.value.kind)
    }

    @Test(
        "Health stays where the story is about care",
        arguments: [
            "De Wmo-taxi weigert mijn moeder, zij heeft MS en dementie.",
            "De jeugdhulp voor mijn zoon met autisme komt maar niet op gang.",
            "De thuishulp brengt mijn insuline niet.",
            "My son has autism and youth care does not help him.",
        ])
    func care(text: String) { #expect(Self.kinds(text) == []) }

    @Test func aNumberIsOfferedThereToo() {
        #expect(
            Self.kinds("De jeugdhulp voor mijn zoon met autisme komt niet. Zijn bsn is 111222333.") == [
                .citizenNumber
            ])
    }

    @Test func healthIsOfferedWhereItIsNotAboutCare() {
        #expect(Self.kinds("De container is vol en ik heb kanker.") == [.medical])
    }

    @Test("What was told before says what it is about")
    func toldBefore() {
        #expect(Self.kinds("Hij heeft autisme.") == [.medical])
        #expect(Self.kinds("Hij heeft autisme.", after: ["De jeugdhulp voor mijn zoon komt niet."]) == [])
    }
}
