import Records
import Testing

@Suite("Searching")
struct QueryTests {
    @Test(
        "A name is found without its accents and case",
        arguments: [
            ("voorbeeld", true), ("VOORBÉELD", true), ("Voorbe\u{301}eld", true), ("helper", true),
            ("beeld a", true),
            ("a. voorb", true), ("ander", false), ("voorbeeld ander", false), ("", true), ("  ", true),
        ])
    func names(typed: String, expected: Bool) {
        #expect(Query(text: typed).matches(Samples.complaint()) == expected)
    }

    @Test(
        "Letters with something on them",
        arguments: [
            ("Şükrü Çelik", "sukru celik"), ("Łukasz Ørsted", "lukasz orsted"), ("Groß", "gross"),
            ("Ĳzerman", "ijzerman"), ("d'Émile", "demile"), ("Ж", "ж"),
            ("Dvořák-Nováková", "novakova dvorak"),
        ])
    func folding(name: String, typed: String) {
        #expect(Query(text: typed).matches(Samples.complaint(name: name)))
    }

    @Test(
        "A part of the number is found",
        arguments: [
            ("H26-7K3Q-F8M2-X", true), ("7k3q", true), ("f8m2x", true), ("h26 7k3q", true), ("7K3R", false),
            ("F8", false),
        ])
    func numbers(typed: String, expected: Bool) {
        #expect(Query(text: typed).matches(Samples.complaint()) == expected)
    }
}
