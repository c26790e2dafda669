import Assistant
import Testing

@Suite("What Tab makes of a line")
struct CompleterTests {
    private let completer = Completer {
        $0.hasPrefix("/") ? ["/print", "/privacy"] : ["RegioRijder", "Register", "Één ding"]
    } meant: {
        $0 == "taxi" ? ["RegioRijder"] : $0 == "bus" ? ["RegioRijder", "Connexxion"] : []
    }

    @Test(
        "Goes on as far as is certain, in the letters of the choice",
        arguments: [
            ("re", Completer.Completion.line("Regi")), ("Regi", .choices(["RegioRijder", "Register"])),
            ("regio", .line("RegioRijder")), ("RegioRijder", .nothing), ("een", .line("Één ding")),
            ("/p", .line("/pri")), ("/pri", .choices(["/print", "/privacy"])), ("/x", .nothing),
            ("taxi", .line("RegioRijder")),
            ("bus", .choices(["RegioRijder", "Connexxion"])), ("iets anders", .nothing),
            ("", .choices(["RegioRijder", "Register", "Één ding"])),
        ])
    func completion(typed: String, completion: Completer.Completion) {
        #expect(completer.completion(of: typed) == completion)
    }

    @Test(
        "Hints at one thing only, and never on an empty line",
        arguments: [
            ("regio", "Rijder"), ("re", ""), ("", ""), ("/priv", "acy"), ("RegioRijder", ""), ("taxi", ""),
        ])
    func hint(typed: String, hint: String) { #expect(completer.hint(for: typed) == hint) }
}
