import Assistant
import Glibc

/// Keys and signals, in the order in which they came.
///
/// A class because the line editor calls back into it while it reads.
final class KeyInput {
    enum Event: Hashable {
        case key(Key)
        case signal(Signals.Signal)
        /// There will be no more keys: the terminal is gone.
        case gone
    }

    /// A lone Escape, or half a character on a slow line.
    private static let pauseOfKeys: Int32 = 100
    /// A pause in a paste with brackets: its end will not come any more.
    private static let pauseOfPaste: Int32 = 500
    /// A pause in a paste without brackets.
    private static let pauseOfBurst: Int32 = 60
    /// A pause behind one: the next key is somebody's.
    private static let pauseAfterBurst: Int32 = 2000

    private let descriptor: Int32
    private let signals = Signals()
    private var decoder = KeyDecoder()
    private var burst = Burst()
    private var events: [Event] = []
    private var next = 0
    /// What can be read now was typed before its question.
    private var isTypedAhead = false
    private var failure: Int32?
    private let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)
    /// The terminal and the signals.
    private let watched = UnsafeMutableBufferPointer<pollfd>.allocate(capacity: 2)

    /// - Parameter descriptor: The terminal to read from; stays the caller's.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        for (place, watchedDescriptor) in [descriptor, signals.descriptor].enumerated() {
            watched.initializeElement(
                at: place, to: pollfd(fd: watchedDescriptor, events: Int16(POLLIN), revents: 0))
        }
    }

    deinit {
        chunk.deallocate()
        watched.deallocate()
    }

    /// Whether something is at hand without waiting.
    var hasEvents: Bool { next < events.count }

    /// A prompt begins: keys that were typed while there was none count as keys, however many there are.
    func promptBegins() { isTypedAhead = true }

    /// What comes from here on is typed at this prompt, whatever else is done before it is read.
    func promptIsShown() throws(ConsoleProblem) {
        while isTypedAhead { try fill(timeout: 0) }
    }

    /// Throws away what was typed before a question that must not be answered by accident.
    ///
    /// - Returns: Whether there was anything.
    func dropTypedAhead() throws(ConsoleProblem) -> Bool {
        promptBegins()
        try promptIsShown()
        let kept = events[next...].filter { event in
            if case .key = event { false } else { true }
        }
        let wasTyped = kept.count < events.count - next
        (events, next) = (Array(kept), 0)
        return wasTyped
    }

    /// The pause that a suspension made is no news.
    func forgetPause() {
        events = Array(events[next...]) + signals.take().map(Event.signal)
        events.removeAll { $0 == .signal(.resumed) || $0 == .signal(.suspend) }
        next = 0
    }

    /// Waits for the next event.
    func take() throws(ConsoleProblem) -> Event {
        while !hasEvents { try fill(timeout: timeout) }
        defer { next += 1 }
        return events[next]
    }

    /// The characters that follow without waiting, when there are at least so many of them.
    func takeRun(atLeast count: Int) -> [Unicode.Scalar] {
        var run: [Unicode.Scalar] = []
        for event in events[next...] {
            guard case .key(.character(let scalar)) = event else { break }
            run.append(scalar)
        }
        guard run.count >= count else { return [] }
        next += run.count
        return run
    }

    private var timeout: Int32 {
        if burst.isHolding { return Self.pauseOfBurst }
        if isTypedAhead { return 0 }
        if burst.isRecent { return Self.pauseAfterBurst }
        if decoder.isPasting { return Self.pauseOfPaste }
        return decoder.isPending ? Self.pauseOfKeys : -1
    }

    /// Waits once and takes in what there is.
    private func fill(timeout: Int32) throws(ConsoleProblem) {
        if !hasEvents, next > 0 {
            events.removeAll(keepingCapacity: true)
            next = 0
        }
        let ready = poll(watched.baseAddress, 2, timeout)
        guard ready >= 0 else {
            guard errno == EINTR else { throw .cannotRead(errno: errno) }
            return
        }
        if ready == 0 { return nothingCame() }
        if watched[1].revents != 0 { events += signals.take().map(Event.signal) }
        if watched[0].revents != 0 { try readKeys() }
    }

    private func nothingCame() {
        if burst.isHolding {
            events += burst.finish().map(Event.key)
        } else if isTypedAhead {
            isTypedAhead = false
        } else if burst.isRecent {
            burst.forget()
        } else {
            if decoder.isPasting { burst.expectMore() }
            decoder.flush { events.append(.key($0)) }
        }
    }

    private func readKeys() throws(ConsoleProblem) {
        let count = read(descriptor, chunk.baseAddress, chunk.count)
        guard count > 0 else {
            // Another reader of the same terminal may have been first.
            if count < 0, errno == EINTR || errno == EAGAIN { return }
            events.append(.gone)
            isTypedAhead = false
            return
        }
        // One letter, as nearly always: it is on the screen sooner.
        if count == 1, (0x20..<0x7F).contains(chunk[0]), decoder.isAtRest, !burst.isHolding, !burst.isRecent {
            events.append(.key(.character(Unicode.Scalar(chunk[0]))))
            return
        }
        var keys: [Key] = []
        for byte in chunk[..<count] { decoder.take(byte) { keys.append($0) } }
        if !isTypedAhead { keys = burst.take(keys, bytes: count) }
        events += keys.map(Event.key)
    }
}
