import TestSupport
import Testing

@Suite("Endings")
struct EndingTests {
    /// A story of which nothing is taken over, and that there is no danger.
    private let begin = "De container zit vol.\n\nnee\nnee\n"

    @Test func inputThatEndsKeepsTheDraft() throws {
        let program = Program()
        let result = try program.run([], typing: begin)
        #expect(result.status == 0, "\(result)")
        #expect(result.output.contains("Wij bewaren het als concept"))
        let next = try program.start()
        #expect(next.shown.contains("gegeven antwoorden: 2"), "\(next.shown)")
    }

    @Test func inputThatEndsInTheMiddleOfALineCounts() throws {
        let program = Program()
        _ = try program.run([], typing: begin + "mee")
        let next = try program.start()
        #expect(next.shown.contains("gegeven antwoorden: 3"), "\(next.shown)")
    }

    @Test func noInputAtAll() throws {
        let result = try Program().run([])
        #expect(result.status == 0)
        #expect(!result.output.contains("concept"), "\(result.output)")
    }

    @Test(
        "A screen that is gone ends the talk and keeps the draft",
        arguments: [
            #"printf 'Het regent in.\n\nnee\n' | "$@" >&-"#,
            #"printf 'Het regent in.\n\nnee\n' | "$@" >/dev/full"#,
        ])
    func screenIsGone(_ script: String) throws {
        let result = try Program().run(script: script, [])
        #expect(result.status == 3, "\(result)")
        #expect(result.problems.contains("Scherm of toetsenbord is weg."), "\(result.problems)")
    }

    @Test func aScreenThatIsGoneIsSaidInTheLanguageOfTheTalk() throws {
        let result = try Program().run(script: #""$@" >/dev/full"#, ["--taal", "en"])
        #expect(result.problems.contains("Screen or keyboard is gone."), "\(result.problems)")
    }

    @Test func readerThatGoesAwayIsNoHang() throws {
        let result = try Program().run(script: #"yes | "$@" | head -n 3; exit ${PIPESTATUS[1]}"#, [])
        #expect(result.status == 3, "\(result)")
    }

    @Test func ctrlCOnceAsksAndTwiceLeaves() throws {
        let program = Program()
        let screen = try program.start()
        screen.type("Het riool stinkt.")
        screen.type("")
        #expect(screen.type("^C").contains("Nog een keer Ctrl-C sluit het programma"))
        #expect(screen.isWaiting)
        screen.type("^C")
        #expect(screen.child.waitForEnd() == 130)
        #expect(try program.start().shown.contains("gegeven antwoorden: 1"))
    }

    @Test func aWindowThatClosesKeepsTheDraft() throws {
        let program = Program()
        do {
            let screen = try program.start()
            screen.type("Het riool stinkt.")
            screen.closeWindow()
            _ = screen.child.waitForEnd()
        }
        let next = try program.start()
        #expect(next.shown.contains("Er is een gesprek dat nog niet af is."), "\(next.shown)")
    }
}
