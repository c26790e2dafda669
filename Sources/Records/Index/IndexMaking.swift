import DialogEngine
import Glibc

/// Tells how far a work of some length is.
public typealias WorkProgress = (_ done: Int, _ total: Int) -> Void

/// Makes an index from the files, with two threads: one reads, one writes.
struct IndexMaking {
    let folder: IndexFolder
    let reader: DayReader

    /// - Parameter epoch: Of the store, read before the files are.
    func run(epoch: Int, _ progress: WorkProgress) throws -> IndexFolder.Generation {
        let made = try folder.begin()
        let file = try IndexFile(path: made.path, .making)
        do {
            try fill(file, progress)
            try file.finish(epoch: epoch)
        } catch {
            try file.close()
            try folder.destroy()
            throw error
        }
        try folder.finish(made)
        return made
    }

    private func fill(_ file: IndexFile, _ progress: WorkProgress) throws {
        let folders = DayFolders(path: reader.store.files.absolute(StoreLayout.records))
        let days = try folders.all().map(\.day)
        let total = try days.reduce(0) { try $0 + folders.count($1) }
        let queue = BoundedQueue<Result<DayChange, SystemError>>(room: 4)
        let reader = reader
        let thread = WorkThread {
            for day in days where !queue.isClosed {
                do throws(SystemError) {
                    try reader.read(day, known: [:]) { _ = queue.put(.success($0)) }
                } catch let error where error.number == ENOENT {
                    // The folder was tidied away.
                } catch {
                    _ = queue.put(.failure(error))
                }
            }
            queue.close()
        }
        guard let thread else { throw SystemError(.read, folder.path, EAGAIN) }
        defer {
            queue.close()
            thread.join()
        }
        var codes = CodeBook()
        var done = 0
        var next: DayChange?
        progress(0, total)
        while let first = try next ?? queue.take()?.get() {
            next = nil
            // The words of a quarter wait in memory until they are written down.
            let quarter = Quarter(first.day)
            try file.write { tables in
                var change: DayChange? = first
                while let one = change {
                    guard Quarter(one.day) == quarter else {
                        next = one
                        break
                    }
                    try tables.apply(one, &codes)
                    done += one.names
                    progress(done, total)
                    change = try queue.take()?.get()
                }
            }
            try file.reopen()
        }
    }
}

extension DayFolders {
    /// How many names there are in the folder of a day.
    fileprivate func count(_ day: Day) throws(SystemError) -> Int {
        let folder = try open(day)
        defer { folder.close() }
        var count = 0
        try folder.eachName { _, _ in count += 1 }
        return count
    }
}
