import Glibc
import Records
import Testing

@Suite("Errors in words")
struct StoreErrorTests {
    @Test func aFullDiskSaysWhatIsSafeAndWhatToDo() {
        let error = StoreError(
            .saveDraft, .diskFull(ENOSPC), path: "/opslag/concepten/balie-1",
            safe: .answersUntilHere(folder: "/opslag/concepten/balie-1"))
        #expect(
            error.words
                == "De schijf is vol. Uw antwoorden tot nu toe staan veilig in /opslag/concepten/balie-1. "
                + "Maak ruimte en typ /hervat.")
        #expect(error.errorNumber == ENOSPC)
    }

    @Test func aDamagedRecordNamesTheFile() {
        let error = StoreError(
            .readRecord, .damaged([DamagedFile(path: "/opslag/klachten/x.1.json", problem: .notJSON)]),
            path: "/opslag/klachten/x.1.json", safe: .otherRecords)
        #expect(
            error.words
                == "Deze klacht is niet te lezen: in /opslag/klachten/x.1.json staat iets dat geen goede JSON is. "
                + "De andere klachten zijn veilig. "
                + "Wis het bestand niet en vraag de beheerder om een reservekopie terug te zetten.")
    }

    @Test func everyErrorIsOneOrMoreWholeSentences() {
        let causes: [StoreError.Cause] = [
            .noParentFolder, .notAFolder, .notAllowed(EACCES), .readOnly, .diskFull(EDQUOT), .diskBroken,
            .unsuitableDisk(EOPNOTSUPP), .otherSystemError(EMFILE), .numberTaken, .notFound,
            .versionConflict(expected: 1, found: 2), .inUse, .damaged([]),
            .damaged([DamagedFile(path: "a", problem: .unknownSchemaVersion("9"))]),
        ]
        let attempts: [StoreError.Attempt] = [
            .openStore, .createRecord, .appendEvent, .readRecord, .scan, .createContact, .count, .saveDraft,
            .readDraft, .listDrafts, .removeDraft,
        ]
        for cause in causes {
            for attempt in attempts {
                for safe: StoreError.Safe in [
                    .everythingAsBefore, .oldOrNew, .otherRecords, .answersUntilHere(folder: "/map"),
                ] {
                    let words = StoreError(attempt, cause, path: "/map", safe: safe).words
                    #expect(words.last == "." || words.last == "?", "\(words)")
                    #expect(words.first?.isUppercase == true || words.first == "/", "\(words)")
                    #expect(!words.contains("  ") && !words.contains(".."), "\(words)")
                }
            }
        }
    }
}
