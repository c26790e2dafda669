import DialogEngine
import Foundation
import Records
import TestSupport

/// Eight writers and two readers on one store, each killed at a random moment, round after round.
struct KillingRounds {
    static let writers = 8
    static let readers = 2

    /// What was acknowledged, and not erased since.
    private struct Acknowledged {
        var events: [ComplaintNumber: Set<String>] = [:]
        var contacts: Set<ComplaintNumber> = []
        var counts = 0
        var drafts: [DraftID: (desk: String, answers: Int)] = [:]
        /// May be gone: whoever began to erase it was perhaps killed.
        var perhapsErased: Set<ComplaintNumber> = []
        var perhapsErasedDrafts: Set<DraftID> = []
        var erased: Set<ComplaintNumber> = []
        var erasedDrafts: Set<DraftID> = []
        var total = 0
        var looks = 0
        var problems: [String] = []
    }

    private let folder = TemporaryFolder()
    private var store: String { folder.store }
    private var acknowledged = Acknowledged()

    /// - Returns: What is wrong; empty when nothing is.
    static func run(_ count: Int, _ random: inout SeededGenerator) throws -> [String] {
        var rounds = KillingRounds()
        _ = try Store.open(at: rounds.store)
        for round in 0..<count {
            try rounds.round(round, &random)
            try rounds.check(days: Made.day(round), Made.day(round))
            guard rounds.acknowledged.problems.isEmpty else { break }
        }
        try rounds.check(days: nil, nil)
        try rounds.survey(count)
        let told = rounds.acknowledged
        print(
            "  \(count) rounds, \(writers) writers and \(readers) readers killed: \(told.total) acknowledged, "
                + "\(told.events.count) records, \(told.drafts.count) drafts, \(told.erased.count) erased, "
                + "\(told.looks) looks; wrong: \(told.problems.count)")
        return told.problems
    }

    private mutating func round(_ round: Int, _ random: inout SeededGenerator) throws {
        let path = "\(folder.path)/pijp"
        unlink(path)
        guard mkfifo(path, 0o600) == 0 else { throw Trouble(words: "no pipe: \(errno)") }
        // For writing too, so that it never ends while nobody else has it open.
        let pipe = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        defer { close(pipe) }
        var living: [(child: Child, ends: Int)] = []
        for number in 0..<(Self.writers + Self.readers) {
            let seed = random.next() / 8 * 8 + UInt64(number % 8)
            let role = number < Self.writers ? ["writer"] : ["reader"]
            let words = role + [store, path, String(round)] + (number < Self.writers ? [String(seed)] : [])
            let child = try Child(
                ownProgram, words, environment: [],
                standard: [("/dev/null", O_RDONLY), ("/dev/null", O_WRONLY), ("/dev/null", O_WRONLY)])
            living.append((child, Int.random(in: 30...400, using: &random)))
        }
        let start = milliseconds()
        var bytes: [UInt8] = []
        while !living.isEmpty {
            receive(pipe, &bytes, waiting: 5)
            living.removeAll { one in
                guard milliseconds() - start >= one.ends else { return false }
                kill(one.child.pid, SIGKILL)
                one.child.waitForEnd()
                return true
            }
        }
        receive(pipe, &bytes, waiting: 0)
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            guard let told = Told(line) else { throw Trouble(words: "not understood: \(line)") }
            note(told)
        }
    }

    private func receive(_ pipe: Int32, _ bytes: inout [UInt8], waiting: Int32) {
        var look = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
        guard poll(&look, 1, waiting) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(pipe, &buffer, buffer.count)
            guard count > 0 else { return }
            bytes += buffer[..<count]
        }
    }

    private func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    private mutating func note(_ told: Told) {
        acknowledged.total += 1
        switch told {
        // Another desk may have told first of what came behind it.
        case .created(let number): acknowledged.events[number, default: []].formUnion([])
        case .appended(let number, let text): acknowledged.events[number, default: []].insert(text)
        case .contact(let number): acknowledged.contacts.insert(number)
        case .counted: acknowledged.counts += 1
        case .saved(let id, let desk, let answers): acknowledged.drafts[id] = (desk, answers)
        case .erasingDraft(let id): acknowledged.perhapsErasedDrafts.insert(id)
        case .erasedDraft(let id): acknowledged.erasedDrafts.insert(id)
        case .erasing(let number): acknowledged.perhapsErased.insert(number)
        case .erased(let number): acknowledged.erased.insert(number)
        case .wrong(let words): acknowledged.problems.append(words)
        case .looked: acknowledged.looks += 1
        }
    }

    /// Everything that was acknowledged is there, and whole.
    private mutating func check(days from: Day?, _ through: Day?) throws {
        let store = try Store.open(at: store)
        let scanned = try store.scan(matching: Query(from: from, through: through))
        let (contacts, strange) = try store.contacts(from: from, through: through)
        for damaged in scanned.damaged + strange where !Reading.isExcused(damaged) {
            acknowledged.problems.append("half of something: \(damaged)")
        }
        for record in scanned.records.map(\.record) {
            let texts = Set(record.events.compactMap(\.text))
            let lost = acknowledged.events[record.number, default: []].subtracting(texts)
            if !lost.isEmpty { acknowledged.problems.append("\(record.number) lost \(lost.count) events") }
            if texts.count != record.events.count - 1 {
                acknowledged.problems.append("\(record.number) has an event twice")
            }
            if acknowledged.erased.contains(record.number) {
                acknowledged.problems.append("\(record.number) came back")
            }
        }
        guard from == nil else { return }
        let found = Set(scanned.records.map(\.record.number))
        for number in acknowledged.events.keys
        where !found.contains(number) && !acknowledged.perhapsErased.contains(number) {
            acknowledged.problems.append("\(number) is gone")
        }
        for number in acknowledged.contacts.subtracting(contacts.map(\.number)) {
            acknowledged.problems.append("contact \(number) is gone")
        }
        let counted = try store.counts().counts["nood"] ?? 0
        if counted < acknowledged.counts { acknowledged.problems.append("counts are gone") }
        try checkDrafts(Drafts(store))
    }

    private mutating func checkDrafts(_ drafts: Drafts) throws {
        var answers: [DraftID: Int] = [:]
        for desk in (0..<Self.writers).compactMap({ DeskID("balie-\($0)") }) {
            let list = try drafts.list(desk)
            for damaged in list.setAside { acknowledged.problems.append("half a draft: \(damaged)") }
            for offer in list.offers { answers[offer.id] = offer.answerCount }
        }
        for (id, draft) in acknowledged.drafts where !acknowledged.perhapsErasedDrafts.contains(id) {
            if answers[id] ?? 0 < draft.answers { acknowledged.problems.append("draft \(id) lost answers") }
        }
        for id in acknowledged.erasedDrafts where answers[id] != nil {
            acknowledged.problems.append("draft \(id) came back")
        }
    }

    /// The log book tells of all that there is, and its chain is whole.
    private mutating func survey(_ rounds: Int) throws {
        for finding in try Store.open(at: store).survey(now: Made.moment(rounds + 1)).findings {
            switch finding {
            // Of who was killed in between: a line without its version, and something not erased to the end.
            case .missing, .lost, .reused, .halfErased, .erasureUnfinished, .erasureUnmarked, .contactLost,
                .contactUnmarked:
                continue
            case .damaged(let damaged, _) where Reading.isExcused(damaged): continue
            default: acknowledged.problems.append("\(finding)")
            }
        }
    }
}

/// The path of this program.
let ownProgram = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path

struct Trouble: Error {
    let words: String
}
