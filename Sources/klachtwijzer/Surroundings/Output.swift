import Assistant
import Glibc
import Terminal

/// Writing outside a conversation: pages, JSON and problems.
enum Output {
    /// Text for people, wrapped to the screen.
    static func page(_ text: String) {
        show(ScreenLine.lines(of: text, indent: 0))
    }

    static func show(_ lines: [ScreenLine]) {
        do {
            try Terminal.show(lines, on: STDOUT_FILENO, environment: Surroundings.environment)
        } catch {
            // The reader of our output is gone; there is nobody left to tell.
            Exit.notFound.leave()
        }
    }

    static func console(isPlain: Bool, crashMessage: String) -> any Console {
        Terminal.console(
            input: STDIN_FILENO, output: STDOUT_FILENO, environment: Surroundings.environment,
            isPlain: isPlain, crashMessage: crashMessage)
    }

    /// For programs, as it is.
    static func machine(_ text: String) {
        // What was asked may be done, but whoever asked does not know it.
        guard write(text + "\n", to: STDOUT_FILENO) else { Exit.notFound.leave() }
    }

    /// One sentence on the error output.
    static func problem(_ words: String) {
        let clean = words.split(separator: "\n", omittingEmptySubsequences: false).map {
            Sanitizing.clean(String($0))
        }
        write(clean.joined(separator: "\n") + "\n", to: STDERR_FILENO)
    }

    /// - Returns: Whether all of it could be written.
    @discardableResult
    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return true
        }
    }
}

extension Exit {
    func leave() -> Never { exit(rawValue) }

    /// As a shell counts a program that a signal ended.
    static func leave(signal: Int32) -> Never { exit(128 + signal) }
}
