import Foundation
import TestSupport
import Testing

/// Whatever is typed, pasted or dragged: the program never crashes and the terminal is sane afterwards.
///
/// 100,000 bytes belong to the usual tests; `LONG=1` makes it two million. The seed is printed, and `SEED` gives it.
@Suite("Anything at the keyboard")
struct EnduranceTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let isLong = environment["LONG"] == "1"

    @Test("Random bytes and keys, with the window dragged about", arguments: ["xterm-256color", "dumb"])
    func randomBytes(_ term: String) throws {
        let seed = Self.environment["SEED"].flatMap(UInt64.init) ?? .random(in: 0..<1_000_000)
        print("SEED=\(seed) (\(term))")
        var random = SeededGenerator(seed: seed)
        let total = Self.isLong ? 2_000_000 : 100_000
        var typed = 0
        var lately: [String] = []
        var (screen, program) = try start(term)
        while typed < total {
            let keys = Self.keys(&random)
            typed += keys.count
            lately = lately.suffix(20) + [String(decoding: keys, as: UTF8.self).debugDescription]
            screen.press(keys)
            if Int.random(in: 0..<20, using: &random) == 0 {
                let size = (
                    rows: Int.random(in: 1...40, using: &random),
                    columns: Int.random(in: 1...160, using: &random)
                )
                screen.resize(rows: size.rows, columns: size.columns)
                lately.append("\(size)")
            }
            if screen.hasEnded {
                #expect([0, 130].contains(screen.end()), "seed \(seed), after \(typed) bytes: \(lately)")
                (screen, program) = try start(term)
            }
        }
        // Out of whatever it was in: a paste without end, a command, a question.
        screen.press("\u{1B}[201~\u{15}")
        while !screen.hasEnded {
            screen.press("\u{3}")
            screen.wait(seconds: 0.2) { $0.hasEnded }
        }
        #expect([0, 130].contains(screen.end()), "seed \(seed)")
        #expect(try StoreCheck.schemaProblems(in: program.store) == "", "seed \(seed)")
    }

    private func start(_ term: String) throws -> (Screen, Program) {
        let program = Program()
        let screen = try program.start(term)
        screen.lookAway()
        return (screen, program)
    }

    private static let sequences = [
        "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{1B}[1;5D",
        "\u{1B}[200~", "\u{1B}[201~", "\u{1B}b", "\u{1B}\r", "\u{1B}[<0;3;4M", "\u{1B}]0;x\u{7}", "\u{1B}",
        "\t",
    ]
    private static let words = [
        "nee\r", "ja\r", "\r", "1\r", "gemeente\r", "weet ik niet\r", "taxi\r", "gisteren\r", "een", "é 中 😀",
        "/wijzig 2\r",
        "/terug\r", "/help\r", "/taal\r", "/overzicht\r", "<\r", "e\u{301}", "A. de Vries\r", "2011 RD\r",
        "//\r",
    ]

    private static func keys(_ random: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4:
            return (0..<Int.random(in: 1...60, using: &random)).map { _ in
                // Ctrl-C now and then only, or no talk would come far.
                let byte = UInt8.random(in: 0...255, using: &random)
                return byte == 3 && Int.random(in: 0..<8, using: &random) > 0 ? 4 : byte
            }
        case 4..<7: return Array((words.randomElement(using: &random) ?? "").utf8)
        default: return Array((sequences.randomElement(using: &random) ?? "").utf8)
        }
    }
}
