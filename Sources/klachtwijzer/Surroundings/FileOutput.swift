import Glibc
import Records
import Reports

/// Writes a receipt or drawing to a file that somebody named; an existing file is never written over.
enum FileOutput {
    /// - Returns: nil, or what went wrong.
    static func write(_ path: String, _ text: String) -> FileProblem? {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            return FileProblem(path, errno == EEXIST ? .exists : .refused(SystemError.message(errno)))
        }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes = bytes.dropFirst(count)
        }
        let isClosed = close(descriptor) == 0
        guard bytes.isEmpty, isClosed else {
            unlink(path)
            return FileProblem(path, .tooBig)
        }
        return nil
    }

    /// Writes a file anew that the program itself made: whole, or the old one stays.
    ///
    /// - Returns: nil, or what went wrong.
    static func replace(_ path: String, _ text: String) -> FileProblem? {
        let fresh = path + ".nieuw"
        // What an interrupted writing left.
        unlink(fresh)
        if let problem = write(fresh, text) { return problem }
        guard chmod(fresh, 0o644) == 0, rename(fresh, path) == 0 else {
            let reason = SystemError.message(errno)
            unlink(fresh)
            return FileProblem(path, .refused(reason))
        }
        return nil
    }
}
