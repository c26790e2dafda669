import Foundation
import TestSupport
import Testing

/// The program on a pseudo-terminal, seen from the chair of the person at it.
final class Screen {
    private var person: Int32
    let child: Child
    /// Everything shown so far, with `\n` at the ends of lines.
    private(set) var shown = ""
    /// The program waits for somebody to type.
    private(set) var isWaiting = false

    init(_ program: Program, _ arguments: [String], columns: Int) throws {
        // Opened without its other side, so that only the program has that, and its end is the end of the screen.
        person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(person >= 0)
        // TIOCSPTLCK and TIOCGPTN: what unlockpt and ptsname do, which are not imported.
        var (lock, number): (Int32, Int32) = (0, 0)
        try #require(ioctl(person, 0x4004_5431, &lock) == 0 && ioctl(person, 0x8004_5430, &number) == 0)
        let path = "/dev/pts/\(number)"
        var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(person, UInt(TIOCSWINSZ), &size)
        child = try Child(
            Program.path, arguments, environment: program.variables, folder: program.folder.path,
            standard: [(path, O_RDWR), (path, O_RDWR), (path, O_RDWR)], ownsTerminal: true)
        look()
    }

    deinit { closeWindow() }

    /// The person's side goes away, as when a window is closed.
    func closeWindow() {
        if person >= 0 { close(person) }
        person = -1
    }

    /// Types a line, `^C` or `^D`, and looks until the program waits again or has ended.
    ///
    /// - Returns: What came on the screen since.
    @discardableResult
    func type(_ line: String) -> String {
        let before = shown.count
        switch line {
        case Transcript.interrupt: Descriptors.send("\u{3}", to: person)
        case Transcript.endOfInput: Descriptors.send("\u{4}", to: person)
        default: Descriptors.send(line + "\n", to: person)
        }
        look()
        return String(shown.dropFirst(before))
    }

    private func look() {
        let news = Descriptors.text(from: person) { news in
            Transcript.endsWithPrompt(news.replacing("\r\n", with: "\n"))
        }
        shown += news.replacing("\r\n", with: "\n")
        isWaiting = Transcript.endsWithPrompt(shown)
    }

    /// Ends the program at once, as a power cut would.
    func cutPower() {
        kill(child.pid, SIGKILL)
        _ = child.waitForEnd()
    }
}
