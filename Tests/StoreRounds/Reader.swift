import DialogEngine
import Glibc
import Records

/// Somebody who looks through the store until he is killed, and tells when he sees half of something, or less
/// than before.
enum Reader {
    static func run(store path: String, pipe: String, round: Int) -> Never {
        let pipe = Pipe(pipe)
        let day = Made.day(round)
        var seen: [ComplaintNumber: Int] = [:]
        do {
            let store = try Store.open(at: path)
            while true {
                let scanned = try store.scan(matching: Query(from: day, through: day))
                let (contacts, strange) = try store.contacts(from: day, through: day)
                let (_, odd) = try store.counts(from: day, through: day)
                for damaged in scanned.damaged + strange + odd where !Reading.isExcused(damaged) {
                    pipe.tell(.wrong("half of something: \(damaged)"))
                }
                for record in scanned.records.map(\.record) {
                    if record.events.count < seen[record.number] ?? 1 {
                        pipe.tell(.wrong("\(record.number) has fewer events than before"))
                    }
                    seen[record.number] = record.events.count
                }
                if !scanned.records.isEmpty || !contacts.isEmpty { pipe.tell(.looked) }
            }
        } catch {
            pipe.tell(.wrong("a reader: \(error)"))
            exit(1)
        }
    }
}

enum Reading {
    /// It went while we came to read it, or it was being erased.
    static func isExcused(_ damaged: DamagedFile) -> Bool {
        damaged.problem == .unreadable(ENOENT) || damaged.problem == .blank
    }
}
