import Glibc
import Records
import Synchronization

/// The system calls on a disk in memory.
extension MemoryDisk: FileSystem {
    private func operation<Value>(
        _ body: (inout Content) throws(SystemError) -> Value
    ) throws(SystemError) -> Value {
        let (before, number) = content.withLock { content in
            content.operations += 1
            return (content.beforeOperation, content.operations)
        }
        if let before {
            // Whoever comes in between is not interrupted itself.
            content.withLock { $0.beforeOperation = nil }
            before(number)
            content.withLock {
                $0.beforeOperation = before
                $0.operations = number
            }
        }
        let result = content.withLock { content -> Result<Value, SystemError> in
            do throws(SystemError) { return .success(try body(&content)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    func openUnnamed(inFolder folder: String) throws(SystemError) -> OpenFile {
        try operation { (content) throws(SystemError) in
            _ = try content.folder(folder, .open)
            let serial = content.make(isFolder: false)
            return content.open(serial, folder)
        }
    }

    func openNew(_ path: String) throws(SystemError) -> OpenFile {
        try operation { (content) throws(SystemError) in
            let (folder, name) = try content.place(path, .open)
            guard content.files[folder]?.names?[name] == nil else { throw SystemError(.open, path, EEXIST) }
            let serial = content.make(isFolder: false)
            content.name(serial, name, in: folder)
            return content.open(serial, path)
        }
    }

    func openExisting(_ path: String) throws(SystemError) -> OpenFile {
        try operation { (content) throws(SystemError) in
            content.open(try content.regular(path, .open), path)
        }
    }

    func openForReading(_ path: String) throws(SystemError) -> OpenFile { try openExisting(path) }

    func openForLocking(_ path: String) throws(SystemError) -> OpenFile {
        let file = try openForAppending(path)
        content.withLock { $0.log.append(.holdsLocks($0.serial(file))) }
        return file
    }

    func openForAppending(_ path: String) throws(SystemError) -> OpenFile {
        try operation { (content) throws(SystemError) in
            let (folder, name) = try content.place(path, .open)
            if content.files[folder]?.names?[name] == nil {
                content.name(content.make(isFolder: false), name, in: folder)
            }
            return content.open(try content.regular(path, .open), path)
        }
    }

    func facts(of file: OpenFile) throws(SystemError) -> FileFacts {
        try operation { (content) throws(SystemError) in
            let found = content.file(file)
            return FileFacts(size: found.bytes.count, links: content.linksToldAs ?? found.links)
        }
    }

    func write(_ bytes: [UInt8], to file: OpenFile) throws(SystemError) {
        try write(bytes, to: file, at: 0)
    }

    func write(_ bytes: [UInt8], to file: OpenFile, at place: Int) throws(SystemError) {
        try operation { (content) throws(SystemError) in content.write(bytes, to: file, at: place) }
    }

    func read(_ file: OpenFile, from place: Int, count: Int) throws(SystemError) -> [UInt8] {
        try operation { (content) throws(SystemError) in
            Array(content.file(file).bytes.dropFirst(place).prefix(count))
        }
    }

    func synchroniseContent(of file: OpenFile) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            content.log.append(.contentSynchronised(content.serial(file)))
        }
    }

    func synchronise(_ file: OpenFile) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            content.log.append(.fileSynchronised(content.serial(file)))
        }
    }

    func link(_ file: OpenFile, as path: String) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            let (folder, name) = try content.place(path, .link)
            guard content.files[folder]?.names?[name] == nil else { throw SystemError(.link, path, EEXIST) }
            content.name(content.serial(file), name, in: folder)
        }
    }

    func close(_ file: OpenFile) {
        content.withLock { content in
            guard let serial = content.descriptors.removeValue(forKey: file.descriptor) else {
                preconditionFailure("a file is closed once: \(file.path)")
            }
            content.locks[file.descriptor] = nil
            content.files[serial]?.opened -= 1
            content.freeIfUnused(serial)
        }
    }

    func lock(_ file: OpenFile, byte: UInt64, waiting: Bool) throws(SystemError) -> Bool {
        try operation { (content) throws(SystemError) in
            let serial = content.serial(file)
            let isTaken = content.locks.contains {
                $0.key != file.descriptor && $0.value == (serial, byte)
            }
            if isTaken && waiting { throw SystemError(.lock, file.path, EDEADLK) }
            if !isTaken { content.locks[file.descriptor] = (serial, byte) }
            return !isTaken
        }
    }

    func unlink(_ path: String) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            let (folder, name) = try content.place(path, .unlink)
            guard let serial = content.files[folder]?.names?[name] else {
                throw SystemError(.unlink, path, ENOENT)
            }
            guard content.files[serial]?.names == nil else { throw SystemError(.unlink, path, EISDIR) }
            content.unname(name, in: folder)
        }
    }

    func makeFolder(_ path: String) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            let (folder, name) = try content.place(path, .makeFolder)
            guard content.files[folder]?.names?[name] == nil else {
                throw SystemError(.makeFolder, path, EEXIST)
            }
            content.name(content.make(isFolder: true), name, in: folder)
        }
    }

    func synchroniseFolder(_ path: String) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            content.log.append(.folderSynchronised(try content.folder(path, .synchronise)))
        }
    }

    func synchroniseAll(_ path: String) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            _ = try content.folder(path, .synchronise)
            content.log.append(.allSynchronised)
        }
    }

    func list(_ folder: String) throws(SystemError) -> [String] {
        try operation { (content) throws(SystemError) in
            content.files[try content.folder(folder, .list)]?.names?.keys.sorted() ?? []
        }
    }

    func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        try operation { (content) throws(SystemError) in
            let bytes = content.files[try content.regular(path, .read)]?.bytes ?? []
            guard bytes.count <= limit else { throw SystemError(.read, path, EFBIG) }
            return bytes
        }
    }

    func isFolder(_ path: String) throws(SystemError) -> Bool {
        try operation { (content) throws(SystemError) in
            let serial = try content.find(path, .inspect)
            return content.files[serial]?.names != nil
        }
    }

    func rights(of path: String) throws(SystemError) -> FileRights {
        try operation { (content) throws(SystemError) in
            let serial = try content.find(path, .inspect)
            return FileRights(owner: 0, group: 0, mode: content.files[serial]?.mode ?? 0)
        }
    }

    func entry(_ path: String) throws(SystemError) -> FileEntry {
        FileEntry(kind: try isFolder(path) ? .folder : .file, rights: try rights(of: path))
    }

    func setRights(of path: String, group: UInt32, mode: UInt32) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            content.files[try content.find(path, .share)]?.mode = mode
        }
    }

    func rename(_ path: String, to newPath: String) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            let serial = try content.find(path, .link)
            let (from, name) = try content.place(path, .link)
            let (to, newName) = try content.place(newPath, .link)
            guard content.files[to]?.names?[newName] == nil else {
                throw SystemError(.link, newPath, EEXIST)
            }
            content.name(serial, newName, in: to)
            content.unname(name, in: from)
        }
    }

    func share(_ file: OpenFile) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            content.files[content.serial(file)]?.mode = 0o660
        }
    }

    func shareFolder(_ path: String) throws(SystemError) {
        try operation { (content) throws(SystemError) in
            content.files[try content.folder(path, .share)]?.mode = 0o2770
        }
    }

    func isOnNetwork(_ path: String) throws(SystemError) -> Bool { false }
}

extension MemoryDisk.Content {
    fileprivate mutating func open(_ serial: MemoryDisk.Serial, _ path: String) -> OpenFile {
        let descriptor = nextDescriptor
        nextDescriptor += 1
        descriptors[descriptor] = serial
        files[serial]?.opened += 1
        return OpenFile(descriptor: descriptor, path: path)
    }

    fileprivate func serial(_ file: OpenFile) -> MemoryDisk.Serial {
        guard let serial = descriptors[file.descriptor] else {
            preconditionFailure("a file is used while it is open: \(file.path)")
        }
        return serial
    }

    fileprivate func file(_ file: OpenFile) -> MemoryDisk.File {
        files[serial(file)] ?? MemoryDisk.File(number: 0)
    }

    fileprivate mutating func write(_ bytes: [UInt8], to file: OpenFile, at start: Int) {
        let serial = serial(file)
        var whole = self.file(file).bytes
        whole += [UInt8](repeating: 0, count: max(0, start + bytes.count - whole.count))
        whole.replaceSubrange(start..<(start + bytes.count), with: bytes)
        files[serial]?.bytes = whole
        log.append(.wrote(serial, at: start, bytes))
    }

    fileprivate func find(
        _ path: String, _ operation: SystemError.Operation
    ) throws(SystemError) -> MemoryDisk.Serial {
        precondition(path.hasPrefix("/"), "paths on a disk in memory are absolute: \(path)")
        var serial = MemoryDisk.root
        for part in path.split(separator: "/") {
            guard let names = files[serial]?.names else { throw SystemError(operation, path, ENOTDIR) }
            guard let next = names[String(part)] else { throw SystemError(operation, path, ENOENT) }
            guard !unreadable.contains(next) else { throw SystemError(operation, path, EUCLEAN) }
            serial = next
        }
        return serial
    }

    fileprivate func folder(
        _ path: String, _ operation: SystemError.Operation
    ) throws(SystemError) -> MemoryDisk.Serial {
        let serial = try find(path, operation)
        guard files[serial]?.names != nil else { throw SystemError(operation, path, ENOTDIR) }
        return serial
    }

    fileprivate func regular(
        _ path: String, _ operation: SystemError.Operation
    ) throws(SystemError) -> MemoryDisk.Serial {
        let serial = try find(path, operation)
        guard files[serial]?.names == nil else { throw SystemError(operation, path, EINVAL) }
        return serial
    }

    /// The folder of a path, and the name in it.
    fileprivate func place(
        _ path: String, _ operation: SystemError.Operation
    ) throws(SystemError) -> (MemoryDisk.Serial, String) {
        var parts = path.split(separator: "/")
        let name = parts.popLast().map(String.init) ?? ""
        do throws(SystemError) {
            return (try folder("/" + parts.joined(separator: "/"), operation), name)
        } catch {
            throw SystemError(operation, path, error.number)
        }
    }
}
