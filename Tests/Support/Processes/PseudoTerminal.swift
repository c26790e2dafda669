import Foundation
import Synchronization

/// A pseudo-terminal, seen from the person's side. Never blocks.
public final class PseudoTerminal: Sendable {
    public struct Unavailable: Error {}

    /// For the program, to open as its terminal.
    public let path: String
    /// Negative when the window is closed.
    private let descriptor: Atomic<Int32>
    private var person: Int32 { descriptor.load(ordering: .sequentiallyConsistent) }

    public init(rows: Int = 24, columns: Int = 80) throws {
        // Opened without its other side, so that only the program has that, and its end is the end of the screen.
        let person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        // TIOCSPTLCK and TIOCGPTN: what unlockpt and ptsname do, which are not imported.
        var (lock, number): (Int32, Int32) = (0, 0)
        guard person >= 0, ioctl(person, 0x4004_5431, &lock) == 0, ioctl(person, 0x8004_5430, &number) == 0
        else { throw Unavailable() }
        path = "/dev/pts/\(number)"
        descriptor = Atomic(person)
        resize(rows: rows, columns: columns)
    }

    deinit { closeWindow() }

    /// The person's side goes away, as when a window is closed.
    public func closeWindow() {
        let person = descriptor.exchange(-1, ordering: .sequentiallyConsistent)
        if person >= 0 { close(person) }
    }

    public func resize(rows: Int, columns: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(person, UInt(TIOCSWINSZ), &size)
    }

    /// How the terminal treats keys and lines now.
    public var settings: termios {
        var settings = termios()
        tcgetattr(person, &settings)
        return settings
    }

    /// Starts a program with this as its terminal, as the leader of a session.
    public func start(
        _ program: String, _ arguments: [String] = [], environment: [String], folder: String? = nil
    ) throws -> Child {
        try Child(
            program, arguments, environment: environment, folder: folder,
            standard: [(path, O_RDWR), (path, O_RDWR), (path, O_RDWR)], ownsTerminal: true)
    }

    /// Types as much as the terminal takes now.
    ///
    /// - Returns: What is left to type.
    public func type(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let count = bytes.prefix(1024).withUnsafeBytes { write(person, $0.baseAddress, $0.count) }
        return count > 0 ? bytes.dropFirst(count) : bytes
    }

    /// What came within this time; nothing when the program let go of the terminal.
    public func receive(milliseconds: Int32) -> [UInt8]? {
        var watched = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, milliseconds) > 0 else { return [] }
        var failure: Int32 = 0
        // Not filled before it is read into: benchmarks would measure that.
        let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            let received = read(person, buffer.baseAddress, buffer.count)
            if received < 0 { failure = errno }
            count = max(0, received)
        }
        return chunk.isEmpty && failure != EAGAIN && failure != EINTR ? nil : chunk
    }
}
