import Assistant
import Glibc

/// Lines out of a file descriptor, however they arrive: in pieces, without blocking, with either line ending.
struct LineInput {
    private let descriptor: Int32
    /// Bytes that were read and not yet given out, from `start` on.
    private var pending: [UInt8] = []
    private var start = 0
    /// Up to here there is no line end, so that a long line in many pieces is searched once.
    private var searched = 0
    private var isAtEnd = false

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Waits for the next line; the last one needs no line end.
    ///
    /// - Returns: A line without its end (`\n` or `\r\n`), with U+FFFD for each piece that is not UTF-8; nil at the end.
    mutating func next() throws(ConsoleProblem) -> String? {
        while true {
            if let line = takeLine() { return line }
            if isAtEnd { return takeRest() }
            if try wait() { try fill() }
        }
    }

    private mutating func takeLine() -> String? {
        guard let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = pending.count
            return nil
        }
        var bytes = pending[start..<end]
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        let line = text(bytes)
        start = end + 1
        searched = start
        return line
    }

    private mutating func takeRest() -> String? {
        guard start < pending.count else { return nil }
        let line = text(pending[start...])
        drop()
        return line
    }

    private mutating func drop() {
        pending.removeAll(keepingCapacity: true)
        (start, searched) = (0, 0)
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        Composing.composed(String(decoding: bytes, as: UTF8.self))
    }

    /// Waits until there is something to read, if only the end or an error.
    ///
    /// - Returns: Whether there is.
    private func wait() throws(ConsoleProblem) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&watched, 1, -1) < 0 {
            guard errno == EINTR else { throw .cannotRead(errno: errno) }
            return false
        }
        return watched.revents != 0
    }

    private mutating func fill() throws(ConsoleProblem) {
        pending.removeFirst(start)
        searched -= start
        start = 0
        let chunk = 65_536
        var failure: Int32 = 0
        withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 1) { buffer in
            let count = Glibc.read(descriptor, buffer.baseAddress, chunk)
            if count > 0 { pending.append(contentsOf: buffer[..<count]) }
            if count == 0 { isAtEnd = true }
            if count < 0 { failure = errno }
        }
        // Another reader of the same descriptor may have been first.
        guard failure == 0 || failure == EINTR || failure == EAGAIN else {
            throw .cannotRead(errno: failure)
        }
    }
}
