import Glibc

/// Disk or store did not do what was asked: what was tried, on what, what is still safe, what to do now.
public struct StoreError: Error, Equatable, Sendable {
    public let attempt: Attempt
    public let cause: Cause
    /// The file or folder it is about.
    public let path: String
    public let safe: Safe

    public init(_ attempt: Attempt, _ cause: Cause, path: String, safe: Safe) {
        self.attempt = attempt
        self.cause = cause
        self.path = path
        self.safe = safe
    }

    /// What was tried.
    public enum Attempt: Hashable, Sendable {
        case openStore, createRecord, appendEvent, readRecord, scan, createContact, count, keepExample
        case erase, noteInLogbook, repair, copy, restore
        case saveDraft, readDraft, listDrafts, removeDraft
    }

    /// What stood in the way.
    public enum Cause: Equatable, Sendable {
        case noParentFolder
        case notAFolder
        case notAllowed(Int32)
        case readOnly
        case diskFull(Int32)
        /// The disk reports an error of its own (`EIO`).
        case diskBroken
        /// The file system can give a file no second name, or lacks another thing the store needs.
        case unsuitableDisk(Int32)
        case otherSystemError(Int32)
        /// Another record has this number.
        case numberTaken
        case notFound
        /// The log book tells of it, and it is not there any more.
        case lost
        /// Someone else changed it in the meantime, in a way that does not go with this change.
        case changedMeanwhile([RecordEvent])
        /// No version can be read; newest first.
        case damaged([DamagedFile])
        /// Another running program works on it.
        case inUse
        /// A folder without the mark of a store.
        case notAStore
        /// A folder in which something else stands, or the store itself.
        case noPlaceForCopy
        /// A folder with the copy of another store.
        case copyOfAnother
        /// The log book of the copy tells of more, or otherwise: the store is from before it.
        case copyIsAhead
        /// Another program is making a copy there.
        case copyInUse
        /// A newer program laid the store out.
        case newerFormat(found: Int, known: Int)
        /// It was erased, and only that is still known.
        case erased(ErasedRecord)

        /// The disk takes nothing more, whatever is written.
        public var isUnwritable: Bool {
            switch self {
            case .readOnly, .diskFull: true
            default: false
            }
        }
    }

    /// What is still safe.
    public enum Safe: Hashable, Sendable {
        /// Everything on the disk is as it was.
        case everythingAsBefore
        /// What was answered before this answer, in this folder.
        case answersUntilHere(folder: String)
        /// It may have been written or not; either the old or the new stands there, whole.
        case oldOrNew
        /// All other records; this one needs a person.
        case otherRecords
        /// That it was erased is on the disk, but a part of what it said still is too.
        case erasedInPart
    }

    /// Whether it is about an intake in progress, not about something that was finished.
    public var isAboutDraft: Bool {
        switch attempt {
        case .saveDraft, .readDraft, .listDrafts, .removeDraft: true
        case .openStore, .createRecord, .appendEvent, .readRecord, .scan, .createContact, .count,
            .keepExample, .erase, .noteInLogbook, .repair, .copy, .restore:
            false
        }
    }

    /// `errno`; nil when no system call failed.
    public var errorNumber: Int32? {
        switch cause {
        case .notAllowed(let number), .diskFull(let number), .unsuitableDisk(let number),
            .otherSystemError(let number):
            number
        case .diskBroken: EIO
        case .readOnly: EROFS
        case .noParentFolder: ENOENT
        case .notAFolder: ENOTDIR
        case .numberTaken, .notFound, .lost, .changedMeanwhile, .damaged, .inUse, .newerFormat, .erased,
            .notAStore, .noPlaceForCopy, .copyOfAnother, .copyIsAhead, .copyInUse:
            nil
        }
    }
}

/// A file whose content is no good, left where it is unless said otherwise.
public struct DamagedFile: Hashable, Sendable {
    public let path: String
    public let problem: DocumentProblem

    public init(path: String, problem: DocumentProblem) {
        self.path = path
        self.problem = problem
    }

    /// What the name of the file says it is a version of; nil when it says nothing of the kind.
    public var number: ComplaintNumber? { name.flatMap { ComplaintNumber($0.id) } }

    /// Which one it says it is.
    public var version: Int? { name?.version }

    private var name: VersionedName? { path.split(separator: "/").last.flatMap { VersionedName(String($0)) } }
}

extension StoreError {
    init(_ attempt: Attempt, _ system: SystemError, safe: Safe = .everythingAsBefore) {
        self.init(attempt, Cause(system), path: system.path, safe: safe)
    }

    init(_ attempt: Attempt, _ failure: DurableFiles.WriteFailure, safe: Safe = .everythingAsBefore) {
        self.init(attempt, failure.system, safe: failure.mayBeThere ? .oldOrNew : safe)
    }
}

extension StoreError.Cause {
    init(_ system: SystemError) {
        self =
            switch system.number {
            case ENOSPC, EDQUOT: .diskFull(system.number)
            case EROFS: .readOnly
            case EPERM where system.operation == .link: .unsuitableDisk(system.number)
            case EOPNOTSUPP, ENOSYS, ENOLCK: .unsuitableDisk(system.number)
            case EACCES, EPERM: .notAllowed(system.number)
            case EIO: .diskBroken
            case ENOTDIR: .notAFolder
            default: .otherSystemError(system.number)
            }
    }
}
