import Glibc

/// Keeps what Swift itself says on the error output, above all at a crash, off the screen of a resident.
///
/// It goes to `fouten.txt` in the state folder, for whoever looks after the program. It holds places in the code,
/// never what was typed.
struct TechnicalLog {
    /// The error output as it was.
    private let usual: Int32

    /// - Returns: Nothing when the error output is no screen, or there is no place for the file: then all stays as it is.
    static func begin() -> TechnicalLog? {
        guard isatty(STDERR_FILENO) == 1, let folder = Surroundings.stateFolder else { return nil }
        let file = open("\(folder)/fouten.txt", O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let usual = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        guard usual >= 0, dup2(file, STDERR_FILENO) >= 0 else { return nil }
        return TechnicalLog(usual: usual)
    }

    func end() {
        dup2(usual, STDERR_FILENO)
        close(usual)
    }
}
