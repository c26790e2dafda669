import DialogEngine
import Records

/// The one place where an error of the store or of a file becomes sentences: what is the matter, what is safe, what
/// to do.
extension Wording {
    public func problem(_ error: StoreError) -> String {
        ([matter(error), safety(error)] + [advice(error).map { self($0) } ?? ""])
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What stands in a file that is no good.
    public func problem(_ file: DamagedFile) -> String {
        self(.fileHolds, ["plek": file.path, "wat": content(file.problem)])
    }

    public func problem(_ file: FileProblem) -> String {
        switch file.cause {
        case .exists: self(.fileExists, ["plek": file.path])
        case .refused(let message): self(.fileRefused, ["plek": file.path, "melding": message])
        case .tooBig: self(.fileTooBig, ["plek": file.path])
        }
    }

    public func problem(_ letter: LetterProblem) -> String {
        switch letter {
        case .unreadable(let name, let reason): self(.letterBroken, ["naam": name, "melding": reason])
        }
    }

    private func matter(_ error: StoreError) -> String {
        let place = ["plek": error.path]
        return switch error.cause {
        case .noParentFolder: self(.storeNoParent, place)
        case .notAFolder: self(.storeNotAFolder, place)
        case .notAllowed: self(.storeNotAllowed, place)
        case .readOnly: self(.storeReadOnly, place)
        case .diskFull: self(.storeFull)
        case .diskBroken: self(.storeBroken, place)
        case .unsuitableDisk: self(.storeUnsuitable, place)
        case .otherSystemError(let number):
            self(
                .storeSystemError,
                [
                    "poging": self(attempt(error)), "melding": SystemError.message(number),
                    "plek": error.path,
                ])
        case .numberTaken: self(.storeNumberTaken, place)
        case .notFound: self(error.isAboutDraft ? .storeNoDraft : .storeNoRecord)
        case .lost: self(.storeLost)
        case .changedMeanwhile(let events): self(.storeChanged, ["wat": changes(events)])
        case .damaged(let files):
            ([self(error.isAboutDraft ? .thisDraftDamaged : .recordDamaged)] + files.prefix(1).map(problem))
                .joined(separator: " ")
        case .inUse: self(.storeInUse)
        case .newerFormat: self(.storeNewer)
        case .notAStore: self(.notAStore, place)
        case .noPlaceForCopy: self(.noPlaceForCopy, place)
        case .copyOfAnother: self(.copyOfAnother, place)
        case .copyIsAhead: self(.copyIsAhead, place)
        case .copyInUse: self(.copyInUse, place)
        case .erased(let erased): self(.storeErased, ["dag": day(erased.erasedAt.day)])
        }
    }

    /// "afgehandeld (10:04, jdevries)", for each.
    private func changes(_ events: [RecordEvent]) -> String {
        events.map { event in
            let kind = event.kind.rawValue.split(separator: "-").joined(separator: " ")
            return "\(kind) (\(event.at.clockTime), \(event.by))"
        }.joined(separator: ", ")
    }

    private func attempt(_ error: StoreError) -> Phrase {
        switch error.attempt {
        case .openStore: .tryOpening
        case .createRecord, .appendEvent, .createContact, .count, .keepExample, .saveDraft: .tryKeeping
        case .readRecord, .scan, .readDraft, .listDrafts: .tryReading
        case .removeDraft, .erase: .tryErasing
        case .repair: .tryRepairing
        case .copy: .tryCopying
        case .restore: .tryRestoring
        case .noteInLogbook: .tryNoting
        }
    }

    private func safety(_ error: StoreError) -> String {
        switch error.safe {
        case .everythingAsBefore:
            switch error.attempt {
            case .openStore, .readRecord, .scan, .readDraft, .listDrafts: ""
            case .createRecord: self(.recordNotKept)
            case .createContact: self(.contactNotKept)
            case .appendEvent: self(error.isOfNothing ? .nothingAdded : .recordUnchanged)
            case .count: self(.notCounted)
            case .keepExample: self(.exampleNotKept)
            case .saveDraft: self(.answerNotKept)
            case .removeDraft: self(.draftNotErased)
            case .erase: self(.recordNotErased)
            case .noteInLogbook: self(.notShown)
            case .repair: self(.notRepaired)
            case .copy: error.hasBegun ? self(.copyUnfinished) : ""
            case .restore: self(.restoreUnfinished)
            }
        case .answersUntilHere(let folder): self(.answersSafe, ["plek": folder])
        case .oldOrNew: self(.maybeKept)
        case .erasedInPart: self(.erasedInPart)
        case .otherRecords: self(error.isAboutDraft ? .otherDraftsSafe : .otherRecordsSafe)
        }
    }

    /// nil where the matter says it already.
    private func advice(_ error: StoreError) -> Phrase? {
        switch error.cause {
        case .diskFull: error.isAboutDraft ? .makeRoomInTalk : .makeRoom
        case .notAFolder, .notAllowed, .readOnly, .unsuitableDisk: .otherFolder
        case .diskBroken: .warnAdministrator
        case .otherSystemError, .numberTaken: .tryAgain
        case .damaged(let files):
            files.contains { if case .unknownSchemaVersion = $0.problem { true } else { false } }
                ? .newerProgram : .restoreCopy
        case .lost: .restoreLost
        case .noParentFolder, .notFound, .changedMeanwhile, .inUse, .newerFormat, .erased, .notAStore,
            .noPlaceForCopy, .copyOfAnother, .copyIsAhead, .copyInUse:
            nil
        }
    }

    /// After "in this file there is".
    private func content(_ problem: DocumentProblem) -> String {
        switch problem {
        case .blank: self(.holdsNothing)
        case .notJSON: self(.holdsNoJSON)
        case .unknownSchemaVersion(let version): self(.holdsOtherVersion, ["versie": version])
        case .missingKey(let key): self(.holdsNoKey, ["sleutel": key])
        case .wrongValue(let key): self(.holdsWrongValue, ["sleutel": key])
        case .unknownKey(let key): self(.holdsOtherKey, ["sleutel": key])
        case .numberMismatch(let fileName, let content):
            self(.holdsOtherNumber, ["nummer": content, "bestand": fileName])
        case .unreadable(let number): self(.holdsUnreadable, ["melding": SystemError.message(number)])
        }
    }
}

extension StoreError {
    /// Nothing was done, and the matter says so.
    fileprivate var hasBegun: Bool { ![.copyOfAnother, .copyIsAhead, .copyInUse].contains(cause) }

    /// There is no complaint that could be as it was.
    fileprivate var isOfNothing: Bool {
        switch cause {
        case .erased, .notFound, .lost: true
        default: false
        }
    }
}
