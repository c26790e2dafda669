import Foundation
import TestSupport

/// A whole talk with klachtwijzer, and what it showed before each prompt, for other programs to show as well.
struct TimedTalk {
    static let mark = "› "

    /// What is typed; the first prompt comes before all of it.
    let typed: [String]
    /// The file with what was shown before each prompt.
    let screens: String
    /// Bytes that klachtwijzer used at most, when the talk was over.
    let memory: Int?

    /// Plays a talk that the tests keep, without its last line, which closes the desk.
    init(_ program: [String], _ environment: [String]) throws {
        let transcript = try Transcript(path: Tree.transcripts + "/wmo-vervoer-te-laat.txt")
        typed = transcript.typed.dropLast()
        let desk = try Self.start(program, environment)
        var screens = [Self.screen(try desk.type("", until: Self.mark).shown, afterEnter: false)]
        for line in typed {
            desk.press(line)
            try desk.settle()
            screens.append(Self.screen(try desk.type("\r", until: Self.mark).shown, afterEnter: true))
        }
        memory = desk.end().memory
        self.screens = Workplace.folder() + "/schermen"
        // Each screen ends in a byte that occurs in no text.
        let bytes: [UInt8] = screens.flatMap { $0 + [0x1E] }
        try Data(bytes).write(to: URL(filePath: self.screens))
    }

    /// The same day and numbers each time, and a store in memory, so that the disk is not waited for.
    static func start(_ program: [String], _ environment: [String]) throws -> TimedProgram {
        try TimedProgram(
            "klachtwijzer",
            program + ["--vandaag", "2026-11-25", "--zaad", "19", "--opslag", Workplace.inMemory()],
            environment)
    }

    /// Whole lines before the prompt, without the end of the typed line.
    private static func screen(_ shown: [UInt8], afterEnter: Bool) -> [UInt8] {
        let newline = UInt8(ascii: "\n")
        guard let last = shown.lastIndex(of: newline), let first = shown.firstIndex(of: newline) else {
            return []
        }
        let start = afterEnter ? first + 1 : 0
        return start > last ? [] : shown[start...last].filter { $0 != UInt8(ascii: "\r") }
    }
}
