import Glibc

/// One file in the cache folder. Nothing here is worth stopping for: what fails is done without.
struct CacheFile {
    let folder: String
    let name: String
    private var path: String { folder + "/" + name }

    init(folder: String, mark: String) {
        self.folder = folder
        name = CacheFile.prefix + mark + ".kw"
    }

    private static let prefix = "dialogen-"

    /// - Returns: nil when it is not there, is not ours alone to write, or is no size for a checked form.
    func read() -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_uid == geteuid(), status.st_mode & (S_IWGRP | S_IWOTH) == 0,
            (1...CheckedForm.largest).contains(Int(status.st_size))
        else { return nil }
        let size = Int(status.st_size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let count = Glibc.read(descriptor, buffer.baseAddress! + filled, size - filled)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                filled += count
            }
        }
    }

    /// Writes whole or not at all: under another name first, so that a reader never sees half.
    ///
    /// - Returns: Whether it stands there now. It is not synced: after a power cut it may be damaged, and is
    ///   then made anew.
    func write(_ bytes: [UInt8]) -> Bool {
        makeFolder()
        // The name is made unique and the file readable for its owner only.
        var template = Array((path + ".XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return false }
        let isWritten = CacheFile.write(bytes, to: descriptor)
        let isClosed = close(descriptor) == 0
        if isWritten, isClosed, rename(template, path) == 0 { return true }
        unlink(template)
        return false
    }

    /// Removes the forms of other contents, and what an interrupted writing left, once a day old.
    func removeOlder() {
        var own = stat()
        guard lstat(path, &own) == 0, let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let other = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard other != name, other.hasPrefix(CacheFile.prefix) else { continue }
            let otherPath = folder + "/" + other
            var status = stat()
            // The file just written tells what time it is.
            if lstat(otherPath, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                status.st_mtim.tv_sec < own.st_mtim.tv_sec - CacheFile.secondsInDay
            {
                unlink(otherPath)
            }
        }
    }

    private static let secondsInDay = 86_400

    private func makeFolder() {
        guard mkdir(folder, 0o700) != 0, errno == ENOENT, let slash = folder.lastIndex(of: "/")
        else { return }
        mkdir(String(folder[..<slash]), 0o700)
        mkdir(folder, 0o700)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress!, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
