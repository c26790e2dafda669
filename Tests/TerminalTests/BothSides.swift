import Glibc
import Testing

/// Code points: Swift takes é and e with a mark for equal, these tests do not.
func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

/// The seed of this run, from `SEED` when it is set; printed, so that a failure can be repeated.
let runSeed: UInt64 = {
    let seed = getenv("SEED").flatMap { UInt64(String(cString: $0)) } ?? .random(in: 0...99_999)
    print("SEED=\(seed)")
    return seed
}()

/// A pipe whose ends are closed with it.
final class Pipe {
    let readEnd: Int32
    private(set) var writeEnd: Int32

    init(nonBlocking: Bool = false) throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        (readEnd, writeEnd) = (ends[0], ends[1])
        if nonBlocking { for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) } }
    }

    /// A pipe that holds these bytes and nothing after them.
    convenience init(holding bytes: [UInt8]) throws {
        try self.init()
        send(bytes, to: writeEnd)
        closeWriteEnd()
    }

    deinit {
        closeWriteEnd()
        close(readEnd)
    }

    func closeWriteEnd() {
        if writeEnd >= 0 { close(writeEnd) }
        writeEnd = -1
    }

    /// Everything that was written, after closing the writing end.
    func contents() -> String {
        closeWriteEnd()
        return received(from: readEnd) { _ in false }
    }
}

/// Both sides of a pseudo-terminal: the program's side and the side of the person at it.
final class BothSides: Sendable {
    let program: Int32
    let person: Int32

    init(columns: UInt16 = 80) throws {
        var (person, program): (Int32, Int32) = (-1, -1)
        try #require(openpty(&person, &program, nil, nil, nil) == 0)
        (self.person, self.program) = (person, program)
        setColumns(columns)
    }

    deinit {
        close(program)
        close(person)
    }

    /// A pseudo-terminal whose Ctrl-C goes to this process, which must not be the leader of a group.
    static func controlling() throws -> BothSides {
        let terminal = try BothSides()
        // Closing it would end the process before it can tell how it went.
        signal(SIGHUP, SIG_IGN)
        // A program started in the background of a shell inherits that Ctrl-C means nothing.
        signal(SIGINT, SIG_DFL)
        try #require(setsid() != -1)
        try #require(ioctl(terminal.program, UInt(TIOCSCTTY), 0) == 0)
        return terminal
    }

    func setColumns(_ columns: UInt16) {
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(person, UInt(TIOCSWINSZ), &size)
    }

    func type(_ text: String) { send(Array(text.utf8), to: person) }

    /// What the screen shows until it ends with this text, or until five seconds pass without news.
    func shown(until end: String) -> String {
        received(from: person) { $0.suffix(end.utf8.count).elementsEqual(end.utf8) }
    }
}

/// Work beside a test that waits: a thread, because a waiting test may hold every thread of the tasks.
struct Worker {
    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private let thread: pthread_t

    init(_ run: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let started = pthread_create(
            &thread, nil,
            { work in
                if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run() }
                return nil
            }, Unmanaged.passRetained(Work(run)).toOpaque())
        precondition(started == 0, "a test can start a thread")
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}

func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
    }
}

/// Text from a descriptor until it is enough, or there is no more.
private func received(from descriptor: Int32, isEnough: ([UInt8]) -> Bool) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !isEnough(bytes) {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, 5000) > 0 else { break }
        let count = read(descriptor, &chunk, chunk.count)
        guard count > 0 else { break }
        bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
}
