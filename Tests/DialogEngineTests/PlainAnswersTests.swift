import DialogEngine
import DialogFiles
import Rules
import TestSupport
import Testing

/// Answers in plain words to the real questions, each with the reading: `ja`; `~ja` where it is shown first;
/// `~ja + rest` with what is written down besides; `? a b` for which of these; `?` for asking again.
@Suite("Answers in plain words") struct PlainAnswersTests {
    private static let table = CaseTable("Answers/plain.tsv")

    private static let handbook: Handbook = {
        do {
            return try HandbookReading.read(DialogFolder(reading: Tree.dialogs))
        } catch {
            preconditionFailure("the dialogs of the project are in order: \(error)")
        }
    }()

    private static func read(_ question: String, _ language: String, _ typed: String) throws -> String {
        let question = try #require(handbook.dialog.question(question))
        let translation = handbook.translation(language)
        let reader = AnswerReader(
            words: handbook.answerWords, today: try #require(Day(iso: "2026-11-25")),
            translation: translation, danger: handbook.emergencies.question)
        let shown = question.isSearched ? [] : question.options
        return words(reader.read(typed, for: question, shown: shown))
    }

    private static func words(_ reading: Reading) -> String {
        switch reading {
        case .answer(let answer): words(answer)
        case .loosely(let answer, ""): "~" + words(answer)
        case .loosely(let answer, let rest): "~\(words(answer)) + \(rest)"
        case .several(let ids): "? " + ids.joined(separator: " ")
        case .wrong: "?"
        }
    }

    private static func words(_ answer: Answer) -> String {
        switch answer {
        case .options(let ids): ids.joined(separator: " ")
        case .unknown: Answer.unknownID
        case .declined: Answer.declinedID
        case .date(let range): range.first.iso
        case .text(let text): text
        case .lines(let lines, _): lines.joined(separator: " / ")
        case .skipped: "-"
        }
    }

    @Test(arguments: table.rows) func isReadAs(_ row: CaseTable.Row) throws {
        #expect(try Self.read(row[0], row[1], row[2]) == row[3])
    }

    @Test(.enabled(if: CaseTable.isUpdating)) func rewritesTheTable() throws {
        try Self.table.rewrite { row in
            [row[0], row[1], row[2], try Self.read(row[0], row[1], row[2])]
        }
    }

    @Test func theTableIsWhole() {
        #expect(Self.table.rows.count >= 150)
        #expect(Set(Self.table.rows.map { $0[1] }) == ["nl", "en"])
    }

    /// Sharing what was told, and that there is no danger, are said outright or not at all.
    @Test(
        "With a doubt or a condition there is no consent",
        arguments: [
            "volgens mij {}", "ik denk {}", "{} denk ik", "misschien {}", "{} maar niet mijn naam",
            "{}, als het moet",
            "waarschijnlijk {}", "{} alleen mijn verhaal", "{} tenzij het lang duurt", "maybe {}",
            "{} but not my name",
            "I think {}", "{} if I must", "{}, behalve mijn adres", "niet {}", "niet de eerste",
        ])
    func noConsent(words: String) throws {
        for (question, yes, id) in [
            ("delen", "ja", "ja"), ("delen", "yes", "ja"), ("delen", "dat mag", "ja"), ("delen", "1", "ja"),
            ("keuze-partner", "doorsturen", "doorsturen"), ("keuze-partner", "stuur door", "doorsturen"),
            ("gevaar", "nee", "nee"), ("gevaar", "no", "nee"), ("gevaar", "geen gevaar", "nee"),
        ] {
            for language in ["nl", "en"] {
                let read = try Self.read(question, language, words.replacing("{}", with: yes))
                #expect(!read.hasPrefix(id) && !read.hasPrefix("~" + id), "\(question): \(words) \(yes)")
            }
        }
    }

    @Test func whatStandsBehindAYesIsKeptWordForWord() throws {
        #expect(
            try Self.read("besluit", "nl", "Ja, maar: die BRIEF (van Zoë) ben ik kwijt!")
                == "~ja + maar: die BRIEF (van Zoë) ben ik kwijt!")
    }
}
