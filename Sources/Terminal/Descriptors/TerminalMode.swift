import CEditLine
import Glibc

/// The settings of a terminal, taken to put them back later.
struct TerminalMode {
    private let descriptor: Int32
    private let settings: termios

    /// - Returns: Nothing when the descriptor is no terminal.
    init?(of descriptor: Int32) {
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else { return nil }
        self.descriptor = descriptor
        self.settings = settings
    }

    private init(_ descriptor: Int32, _ settings: termios) {
        (self.descriptor, self.settings) = (descriptor, settings)
    }

    /// Every key as it comes, without echo; line ends of output stay what they are.
    var raw: TerminalMode {
        var settings = settings
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        settings.c_iflag &= ~tcflag_t(ICRNL | INLCR | IXON)
        withUnsafeMutableBytes(of: &settings.c_cc) { characters in
            characters[Int(VMIN)] = 1
            characters[Int(VTIME)] = 0
        }
        return TerminalMode(descriptor, settings)
    }

    /// Gives the terminal to the shell, in this mode, until somebody continues the program.
    func suspend(then raw: TerminalMode) {
        var (usual, own) = (settings, raw.settings)
        cel_suspend(descriptor, &usual, &own)
    }

    /// What was typed already stays to be read. A terminal that is gone is found out by the next read.
    func apply() {
        var settings = settings
        cel_set_mode(descriptor, &settings)
    }
}
