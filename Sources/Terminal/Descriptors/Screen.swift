import Assistant
import CEditLine
import Glibc

/// The writing half of every console: appends lines to a file descriptor and never takes anything back.
struct Screen {
    private let descriptor: Int32
    let styling: Styling

    /// Also ignores SIGPIPE in the whole program: a reader that went away is an error, not a death.
    init(descriptor: Int32, environment: [String: String]) {
        self.descriptor = descriptor
        styling = Styling(isTerminal: isatty(descriptor) == 1, environment: environment)
        signal(SIGPIPE, SIG_IGN)
    }

    /// Columns now: asked each time, because people drag windows. 80 where there is no terminal.
    var width: Int { size.map { Int($0.ws_col) } ?? 80 }

    /// Rows now; 24 where there is no terminal.
    var height: Int { size.map { max(1, Int($0.ws_row)) } ?? 24 }

    private var size: winsize? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return size
    }

    func write(_ lines: [ScreenLine]) throws(ConsoleProblem) {
        let layout = Layout(width: width)
        var text = ""
        for line in lines {
            for row in layout.lines(of: line) {
                text += styling.marked(row, as: line.style)
                text += "\n"
            }
        }
        try put(text)
    }

    /// Remembers how the terminal is, and what to say when the program ends by its own mistake: then there is no
    /// time left to wrap it.
    func guardCrash(saying message: String) { cel_guard_open(descriptor, wrapped(message)) }

    /// From here on a crash says this.
    func sayAtCrash(_ message: String) { cel_guard_say(wrapped(message)) }

    private func wrapped(_ message: String) -> String {
        Layout(width: width).lines(of: ScreenLine(message, indent: 5)).joined(separator: "\r\n")
    }

    /// Writes text that is already clean, all of it.
    func put(_ text: String) throws(ConsoleProblem) {
        if cel_leaves_unseen(descriptor) { return }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest.removeFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: waitUntilWritable()
            default: throw .cannotWrite(errno: errno)
            }
        }
    }

    private func waitUntilWritable() {
        var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        // Whatever comes of it, the next write tells.
        _ = poll(&watched, 1, -1)
    }
}
