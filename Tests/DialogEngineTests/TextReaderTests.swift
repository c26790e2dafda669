import DialogEngine
import Testing

@Suite struct TextReaderTests {
    private static func kept(_ line: String, _ shape: TextShape) -> String? {
        guard case .answer(.text(let text)) = AnswerReader.read(line, as: shape) else { return nil }
        return text
    }

    @Test(
        "Telephone numbers are kept with their country",
        arguments: [
            (typed: "06 12345678", kept: "+31612345678"), ("06-12 34 56 78", "+31612345678"),
            ("023 511 51 15", "+31235115115"), ("(023) 5115115", "+31235115115"),
            ("+31 6 12345678", "+31612345678"), ("0031 6 12345678", "+31612345678"),
            ("+31 (0)6 12345678", "+31612345678"), ("+32 2 555 12 12", "+3225551212"),
            ("0049 30 901820", "+4930901820"), ("+1 212 555 0123", "+12125550123"),
        ])
    func phone(typed: String, kept: String) { #expect(Self.kept(typed, .phone) == kept) }

    @Test(
        "No telephone numbers",
        arguments: [
            "0612345", "061234567890", "612345678", "+31 6 1234567", "+316123456789", "bel mij",
            "06 12E45678",
            "+", "-", "++31612345678", "06+12345678", "+12", "+12345678901234567", "٠٦١٢٣٤٥٦٧٨",
        ])
    func noPhone(typed: String) { #expect(Self.kept(typed, .phone) == nil) }

    @Test(
        "Postcodes",
        arguments: [
            (typed: "2011 RD", kept: "2011 RD"), ("2011rd", "2011 RD"), (" 2011  rd ", "2011 RD"),
            ("2011 VB", "2011 VB"), ("1000 AA", "1000 AA"), ("9999 ZZ", "9999 ZZ"), ("2011 SB", "2011 SB"),
        ])
    func postcode(typed: String, kept: String) { #expect(Self.kept(typed, .postcode) == kept) }

    @Test(
        "No postcodes",
        arguments: [
            "2011 SA", "2011 SD", "2011 SS", "0111 RD", "201 RD", "20111 RD", "2011", "RD 2011", "2011 R1",
            "2011 RÉ", "２０１１ RD", "Haarlem",
        ])
    func noPostcode(typed: String) { #expect(Self.kept(typed, .postcode) == nil) }

    @Test(
        "House numbers",
        arguments: [
            (typed: "12", kept: "12"), ("12A", "12 A"), ("12 bis", "12 bis"), ("4-huis", "4 huis"),
            ("4 zw", "4 zw"), ("12/3", "12 3"), ("1", "1"), ("99999", "99999"), ("12 A-2", "12 A-2"),
        ])
    func houseNumber(typed: String, kept: String) { #expect(Self.kept(typed, .houseNumber) == kept) }

    @Test("No house numbers", arguments: ["0", "100000", "A12", "bis", "12 achterhuis", "12;3", "-12"])
    func noHouseNumber(typed: String) {
        #expect(AnswerReader.read(typed, as: .houseNumber) == .wrong(.houseNumber(typed)))
    }

    @Test(
        "E-mail addresses",
        arguments: ["naam@voorbeeld.nl", "j.de-vries+kl@mail.voorbeeld.org", "zoë@voorbeeld.nl"])
    func email(typed: String) { #expect(Self.kept(typed, .email) == typed) }

    @Test(
        "No e-mail addresses",
        arguments: [
            "naam", "naam@", "@voorbeeld.nl", "naam@voorbeeld", "na am@voorbeeld.nl", "a@b@c.nl", "a@.nl",
            "a@voorbeeld.", "a@voorbeeld..nl", "a@voorbeeld.n",
        ])
    func noEmail(typed: String) { #expect(Self.kept(typed, .email) == nil) }

    @Test func aNameHasALetterAndKeepsItsAccents() {
        #expect(Self.kept("  Zoë Özdemir ", .name) == "Zoë Özdemir")
        #expect(Self.kept("李", .name) == "李")
        #expect(AnswerReader.read("12345", as: .name) == .wrong(.name("12345")))
    }

    @Test func freeTextIsKeptAsItIs() { #expect(Self.kept("--- ? 12", .free) == "--- ? 12") }
}
