import Glibc

/// The system calls of a store, one method each, so that a test can let any of them fail.
///
/// Paths are absolute or relative to the working folder of the process. Every method is safe to call from
/// several threads.
public protocol FileSystem: Sendable {
    /// A new file without a name, for writing, with mode 0600 (`O_TMPFILE`).
    func openUnnamed(inFolder folder: String) throws(SystemError) -> OpenFile

    /// A new file with a name that nothing had, for writing, with mode 0600.
    func openNew(_ path: String) throws(SystemError) -> OpenFile

    /// An existing regular file, for writing over; a symbolic link is refused.
    func openExisting(_ path: String) throws(SystemError) -> OpenFile

    /// An existing regular file, for reading only.
    func openForReading(_ path: String) throws(SystemError) -> OpenFile

    /// A file to hold locks on, made when it is absent.
    func openForLocking(_ path: String) throws(SystemError) -> OpenFile

    /// A file that only grows, for reading and writing, made with mode 0600 when it is absent.
    func openForAppending(_ path: String) throws(SystemError) -> OpenFile

    /// Size and number of names of an open file.
    func facts(of file: OpenFile) throws(SystemError) -> FileFacts

    /// Writes all of it from the beginning of the file.
    func write(_ bytes: [UInt8], to file: OpenFile) throws(SystemError)

    /// Writes all of it from a place in the file on.
    func write(_ bytes: [UInt8], to file: OpenFile, at place: Int) throws(SystemError)

    /// What stands in a file from a place on; less than `count` at its end.
    func read(_ file: OpenFile, from place: Int, count: Int) throws(SystemError) -> [UInt8]

    /// `fdatasync`: the content is on the disk.
    func synchroniseContent(of file: OpenFile) throws(SystemError)

    /// `fsync`: the content and, once linked, the name are on the disk.
    func synchronise(_ file: OpenFile) throws(SystemError)

    /// Gives an open file a name; fails with `EEXIST` when something has it.
    func link(_ file: OpenFile, as path: String) throws(SystemError)

    func close(_ file: OpenFile)

    /// Takes the lock on one byte of a file, for this open file and until it is closed.
    ///
    /// - Returns: false when another holds it and `waiting` is false.
    func lock(_ file: OpenFile, byte: UInt64, waiting: Bool) throws(SystemError) -> Bool

    func unlink(_ path: String) throws(SystemError)

    /// Makes a folder with mode 0700.
    func makeFolder(_ path: String) throws(SystemError)

    /// `fsync` of a folder: the names in it are on the disk.
    func synchroniseFolder(_ path: String) throws(SystemError)

    /// `syncfs`: all that was written on the file system of this folder is on the disk.
    func synchroniseAll(_ path: String) throws(SystemError)

    /// Names in a folder, sorted, without `.` and `..`.
    func list(_ folder: String) throws(SystemError) -> [String]

    /// Only those that begin so, in any order: for a folder with thousands of others.
    func list(_ folder: String, startingWith prefix: String) throws(SystemError) -> [String]

    /// - Parameter limit: A longer file fails with `EFBIG`.
    func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8]

    func isFolder(_ path: String) throws(SystemError) -> Bool

    /// What has a name, without following a symbolic link.
    func entry(_ path: String) throws(SystemError) -> FileEntry

    /// Whose a file or folder is, and who may do what with it.
    func rights(of path: String) throws(SystemError) -> FileRights

    /// Lets the group of a file read and write it: mode 0660.
    func share(_ file: OpenFile) throws(SystemError)

    /// Lets the group of a folder in, and gives that group to all that is made in it: mode 2770.
    func shareFolder(_ path: String) throws(SystemError)

    /// Gives a file or folder another group and mode; a symbolic link is refused.
    func setRights(of path: String, group: UInt32, mode: UInt32) throws(SystemError)

    /// Gives a file, folder or symbolic link another name; fails with `EEXIST` when something has it.
    func rename(_ path: String, to newPath: String) throws(SystemError)

    /// Whether a folder lies on another machine, where locks and syncs promise less.
    func isOnNetwork(_ path: String) throws(SystemError) -> Bool
}

extension FileSystem {
    public func list(_ folder: String, startingWith prefix: String) throws(SystemError) -> [String] {
        try list(folder).filter { $0.hasPrefix(prefix) }
    }
}

/// A file that is open; the file system that opened it closes it.
public struct OpenFile: Hashable, Sendable {
    public let descriptor: Int32
    /// Where it is, or the folder it was made in, for messages.
    public let path: String

    public init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }
}

public struct FileFacts: Hashable, Sendable {
    public let size: Int
    /// How many names it has; none for an unnamed or removed file.
    public let links: Int

    public init(size: Int, links: Int) {
        self.size = size
        self.links = links
    }
}

public struct FileRights: Hashable, Sendable {
    public let owner: UInt32
    public let group: UInt32
    /// The lowest twelve bits of `st_mode`, such as `0o2770`.
    public let mode: UInt32

    public init(owner: UInt32, group: UInt32, mode: UInt32) {
        self.owner = owner
        self.group = group
        self.mode = mode
    }

    /// Set up for a group: all in it may do everything, and what is made in it gets the group too.
    public var isForGroup: Bool { mode & 0o2070 == 0o2070 }
}

/// What a name in a folder stands for.
public struct FileEntry: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case file, folder, link, other }

    public let kind: Kind
    public let rights: FileRights

    public init(kind: Kind, rights: FileRights) {
        self.kind = kind
        self.rights = rights
    }
}

/// A system call that failed.
public struct SystemError: Error, Hashable, Sendable {
    public enum Operation: String, Hashable, Sendable {
        case open, inspect, write, synchronise, link, lock, unlink, makeFolder, list, read, share
    }

    public let operation: Operation
    public let path: String
    /// `errno`.
    public let number: Int32

    public init(_ operation: Operation, _ path: String, _ number: Int32) {
        self.operation = operation
        self.path = path
        self.number = number
    }

    /// What the system calls an error: English, and for who looks after the machine.
    public static func message(_ number: Int32) -> String { String(cString: strerror(number)) }
}
