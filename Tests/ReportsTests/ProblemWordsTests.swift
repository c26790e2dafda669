import Glibc
import Records
import Reports
import Testing

/// Errors of the store and of files, as they are said at the desk.
struct ProblemWordsTests {
    private static let languages = ["nl", "en"].map { Wording(Haarlem.handbook, language: $0) }

    @Test(arguments: [
        (
            "nl",
            "De schijf is vol. Uw eerdere antwoorden staan veilig in /opslag/concepten/balie-1. Het laatste nog niet. "
                + "Maak ruimte en typ /hervat."
        ),
        (
            "en",
            "The disk is full. Your earlier answers are safe in /opslag/concepten/balie-1. The last one is not yet. "
                + "Make room and type /resume."
        ),
    ])
    func aFullDiskSaysWhatIsSafeAndWhatToDo(language: String, words: String) {
        let error = StoreError(
            .saveDraft, .diskFull(ENOSPC), path: "/opslag/concepten/balie-1",
            safe: .answersUntilHere(folder: "/opslag/concepten/balie-1"))
        #expect(Wording(Haarlem.handbook, language: language).problem(error) == words)
        #expect(error.errorNumber == ENOSPC)
    }

    @Test(arguments: [
        (
            "nl",
            "Deze klacht is niet te lezen. In /opslag/klachten/x.1.json staat iets dat geen goede JSON is. "
                + "De andere klachten zijn veilig. "
                + "Wis het bestand niet en vraag de beheerder om een reservekopie terug te zetten."
        ),
        (
            "en",
            "This complaint cannot be read. /opslag/klachten/x.1.json holds something that is not good JSON. "
                + "The other complaints are safe. "
                + "Do not delete the file, and ask the administrator to put back a copy."
        ),
    ])
    func aDamagedRecordNamesTheFile(language: String, words: String) {
        let error = StoreError(
            .readRecord, .damaged([DamagedFile(path: "/opslag/klachten/x.1.json", problem: .notJSON)]),
            path: "/opslag/klachten/x.1.json", safe: .otherRecords)
        #expect(Wording(Haarlem.handbook, language: language).problem(error) == words)
    }

    @Test func everyErrorIsWholeSentencesInBothLanguages() {
        let moment = Timestamp("2026-11-24T10:00:00+01:00")!
        let causes: [StoreError.Cause] = [
            .noParentFolder, .notAFolder, .notAllowed(EACCES), .readOnly, .diskFull(EDQUOT), .diskBroken,
            .unsuitableDisk(EOPNOTSUPP), .otherSystemError(EMFILE), .numberTaken, .notFound, .lost,
            .changedMeanwhile([
                RecordEvent(kind: .settled, at: moment, by: "jdv", role: "behandelaar"),
                RecordEvent(kind: .note, at: moment, by: "jdv", role: "behandelaar"),
            ]), .inUse, .newerFormat(found: 9, known: 2), .notAStore, .noPlaceForCopy, .copyOfAnother,
            .copyIsAhead, .copyInUse,
            .damaged([]),
            .erased(
                ErasedRecord(
                    uuid: nil, number: ComplaintNumber("H26-7K3Q-F8M2-X")!, erasedAt: moment, by: "jdv",
                    role: "beheer", reason: "termijn voorbij")),
            .damaged([DamagedFile(path: "/a", problem: .unknownSchemaVersion("9"))]),
        ]
        let attempts: [StoreError.Attempt] = [
            .openStore, .createRecord, .appendEvent, .readRecord, .scan, .createContact, .count, .saveDraft,
            .readDraft, .listDrafts, .removeDraft, .erase, .noteInLogbook, .repair, .copy, .restore,
        ]
        let safe: [StoreError.Safe] = [
            .everythingAsBefore, .oldOrNew, .otherRecords, .erasedInPart, .answersUntilHere(folder: "/map"),
        ]
        for cause in causes {
            for attempt in attempts {
                for safe in safe {
                    check { $0.problem(StoreError(attempt, cause, path: "/map", safe: safe)) }
                }
            }
        }
    }

    @Test func everyDamageAndFileProblemToo() {
        let damages: [DocumentProblem] = [
            .blank, .notJSON, .unknownSchemaVersion("9"), .missingKey("status"), .wrongValue("vorm"),
            .unknownKey("kleur"), .numberMismatch(fileName: "a", content: "b"), .unreadable(EIO),
        ]
        for damage in damages { check { $0.problem(DamagedFile(path: "/a.json", problem: damage)) } }
        for cause: FileProblem.Cause in [.exists, .refused("Is a directory"), .tooBig] {
            check { $0.problem(FileProblem("/bewijs.txt", cause)) }
        }
        check { $0.problem(LetterProblem.unreadable("bewijs", reason: "section was not closed")) }
    }

    /// Whole sentences without a place left open, and not the same in both languages.
    private func check(_ words: (Wording) -> String) {
        let said = Self.languages.map(words)
        for words in said {
            #expect(words.last == "." || words.last == "?", "\(words)")
            #expect(words.first?.isUppercase == true || words.first == "/", "\(words)")
            #expect(!words.contains("  ") && !words.contains("..") && !words.contains("{"), "\(words)")
        }
        #expect(said[0] != said[1])
    }
}
