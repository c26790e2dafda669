import DialogEngine
import Records
import Synchronization

/// A day on which desks do whatever desks do, by chance.
enum Life {
    static func live(
        _ disk: MemoryDisk, _ ledger: Ledger, acts: Int, _ random: inout SeededGenerator
    ) throws {
        let desks = try (0..<3).map { _ in try Desk(disk, disk, ledger) }
        var live: [DraftID: LiveDraft] = [:]
        for _ in 0..<acts {
            let desk = desks[Int.random(in: 0..<desks.count, using: &random)]
            switch Int.random(in: 0..<11, using: &random) {
            case 0, 1:
                let number = Int.random(in: 1...1_000_000, using: &random)
                try desk.create(Workload.small(number, on: Int.random(in: 23...24, using: &random)))
            case 2, 3: try append(desk, &random)
            case 4: try desk.contact(Samples.contact(number: Workload.small(Int(random.next() >> 40)).number))
            case 5: try desk.count("nood", &random)
            case 6: try desk.keepExample("v\(random.next() >> 40)", "verhaal: De lamp is stuk.\n")
            case 7, 8:
                let draft = Workload.draft(1, bits: random.next())
                live[draft.id] = try desk.begin(draft)
                try desk.save(draft, live[draft.id]!)
            default: try goOn(desk, &live, &random)
            }
        }
        for one in live.values { try desks[0].letGo(one) }
    }

    private static func append(_ desk: Desk, _ random: inout SeededGenerator) throws {
        let numbers = desk.ledger.promised.records.keys.sorted { "\($0)" < "\($1)" }
        guard let number = numbers.randomElement(using: &random) else { return }
        try desk.append("tekst \(random.next() >> 48)", to: number)
    }

    /// One answer more in a draft, or it is taken up again, or erased.
    private static func goOn(
        _ desk: Desk, _ live: inout [DraftID: LiveDraft], _ random: inout SeededGenerator
    ) throws {
        let drafts = desk.ledger.promised.drafts.values.sorted { "\($0.id)" < "\($1.id)" }
        guard var draft = drafts.randomElement(using: &random) else { return }
        let taken = try live[draft.id] ?? desk.drafts.resume(draft.id, desk: draft.desk)
        live[draft.id] = taken
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            try desk.erase(draft, taken)
            live[draft.id] = nil
        case 1:
            try desk.letGo(taken)
            live[draft.id] = nil
        default:
            draft.answers.append(DraftAnswer(question: "vraag-\(random.next() >> 56)", values: ["ja"]))
            try desk.save(draft, taken)
            if random.oneIn(2) { try desk.eraseOlder(taken) }
        }
    }
}

/// Raised once, from wherever.
final class Flag: Sendable {
    private let value = Mutex(false)
    func raise() { value.withLock { $0 = true } }
    var isRaised: Bool { value.withLock { $0 } }
}
