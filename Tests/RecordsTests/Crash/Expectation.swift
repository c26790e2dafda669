import Records
import Synchronization

/// What a store has promised, and what it is about to promise.
struct Expectation {
    struct Promised: Equatable {
        var records: [ComplaintNumber: ComplaintRecord] = [:]
        var contacts: [ComplaintNumber: ContactRecord] = [:]
        var counts: [String: Int] = [:]
        var examples: [String: String] = [:]
        var drafts: [DraftID: Draft] = [:]
        /// Words that must be gone, also from files that are no more.
        var erased: Set<String> = []
        /// Complaints of which only that is left.
        var gone: Set<ComplaintNumber> = []
        /// Damaged content that a person may still want to see.
        var kept: [[UInt8]] = []
    }

    /// Something that a caller asks of the store.
    enum Act {
        case open
        case record(ComplaintRecord)
        case contact(ContactRecord)
        case count(String)
        case example(String, String)
        case draft(Draft)
        case erase(Draft)
        case eraseRecord(ComplaintRecord)
        /// Changes nothing that is promised.
        case tidy
    }

    /// False while something happens that no store can guard against.
    var isJudged = true
    /// What calls that returned have promised.
    var promised = Promised()
    /// What calls that have not returned may have done.
    var underway: [Act] = []

    /// Each state that the store may be in, as far as callers can know.
    var possible: [Promised] {
        var possible = [promised]
        for act in underway {
            possible += possible.map { before in
                var after = before
                after.apply(act)
                return after
            }
        }
        return possible
    }
}

extension Expectation.Promised {
    mutating func apply(_ act: Expectation.Act) {
        switch act {
        case .record(let record): records[record.number] = record
        case .contact(let contact): contacts[contact.number] = contact
        case .count(let kind): counts[kind, default: 0] += 1
        case .example(let id, let text): examples[id] = text
        case .draft(let draft): drafts[draft.id] = draft
        case .erase(let draft):
            drafts[draft.id] = nil
            erased.formUnion(draft.storyInProgress)
        case .eraseRecord(let record):
            records[record.number] = nil
            gone.insert(record.number)
            erased.formUnion([record.conduct.story] + record.events.compactMap(\.text))
        case .open, .tidy: break
        }
    }
}

/// Notes what was promised, and when: at which place in the log of a disk.
final class Ledger: Sendable {
    private struct State {
        var now = Expectation()
        /// From which event on, counted from the beginning, what is expected.
        var history: [(from: Int, expected: Expectation)] = []
    }

    private let disk: MemoryDisk
    private let state: Mutex<State>

    init(_ disk: MemoryDisk, knowing promised: Expectation.Promised = .init()) {
        self.disk = disk
        let start = Expectation(promised: promised)
        state = Mutex(State(now: start, history: [(0, start)]))
    }

    /// Asks something of the store: until it returns it may have happened or not, from then on it has.
    @discardableResult
    func ask<Value>(_ act: Expectation.Act, _ call: () throws(StoreError) -> Value) throws(StoreError)
        -> Value
    {
        note { $0.underway.append(act) }
        let value: Value
        do throws(StoreError) {
            value = try call()
        } catch {
            note { $0.underway.removeLast() }
            throw error
        }
        note { expected in
            // Another desk that came in between is done by now.
            expected.underway.removeLast()
            expected.promised.apply(act)
        }
        return value
    }

    func note(_ change: (inout Expectation) -> Void) {
        let place = disk.log.count
        state.withLock { state in
            change(&state.now)
            state.history.append((place, state.now))
        }
    }

    var promised: Expectation.Promised { state.withLock(\.now.promised) }

    /// How many events it took to open the store: the first thing that was asked.
    var opened: Int { state.withLock { $0.history[2].from } }

    /// What is expected when the power fails after so many events.
    var history: [(from: Int, expected: Expectation)] { state.withLock(\.history) }
}
