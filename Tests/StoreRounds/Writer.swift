import DialogEngine
import Glibc
import Records
import TestSupport

/// A desk that works until it is killed, and tells what the store acknowledged.
enum Writer {
    static func run(store path: String, pipe: String, round: Int, seed: UInt64) -> Never {
        let pipe = Pipe(pipe)
        do {
            var worker = Worker(store: try Store.open(at: path), pipe: pipe, round: round, seed: seed)
            while true { try worker.act() }
        } catch {
            pipe.tell(.wrong("a writer: \(error)"))
            exit(1)
        }
    }

    private struct Worker {
        let store: Store
        let pipe: Pipe
        let round: Int
        var random: SeededGenerator
        let desk: DeskID
        /// Of this round, made by any writer.
        var known: [ComplaintNumber] = []
        var drafts: [(live: LiveDraft, answers: Int)] = []
        var acts = 0

        init(store: Store, pipe: Pipe, round: Int, seed: UInt64) {
            self.store = store
            self.pipe = pipe
            self.round = round
            random = SeededGenerator(seed: seed)
            desk = DeskID("balie-\(seed % 8)")!
        }

        mutating func act() throws {
            acts += 1
            if acts % 10 == 1 {
                let day = Made.day(round)
                known = try store.scan(matching: Query(from: day, through: day)).records.map(\.record.number)
            }
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<4: try create()
            case 4..<11: try append()
            case 11: try contact()
            case 12:
                try store.count("nood", on: Made.day(round), using: &random)
                pipe.tell(.counted)
            case 13..<18: try draft()
            case 18: try eraseDraft()
            default: if random.next() % 4 == 0 { try erase() }
            }
        }

        private mutating func create() throws {
            let number = ComplaintNumber(city: "H", year: 2026, using: &random)
            try store.create(Made.complaint(number, round: round))
            pipe.tell(.created(number))
            known.append(number)
        }

        /// Any of them, so that desks meet; the first few most of all.
        private mutating func append() throws {
            guard !known.isEmpty else { return }
            let few = known.prefix(random.next() % 2 == 0 ? 3 : known.count)
            let number = few[Int.random(in: 0..<few.count, using: &random)]
            let text = "t\(random.next() >> 16)"
            do throws(StoreError) {
                try store.append(Made.event(text, round: round), to: number)
                pipe.tell(.appended(number, text: text))
            } catch {
                guard case .erased = error.cause else { throw error }
                known.removeAll { $0 == number }
            }
        }

        private mutating func contact() throws {
            let number = ComplaintNumber(city: "H", year: 2026, using: &random)
            try store.createContact(Made.contact(number, round: round))
            pipe.tell(.contact(number))
        }

        private mutating func draft() throws {
            if drafts.isEmpty || random.next() % 4 == 0 {
                let id = DraftID(using: &random)
                drafts.append((try Drafts(store).begin(id: id, desk: desk), 0))
            }
            let place = Int.random(in: 0..<drafts.count, using: &random)
            drafts[place].answers += 1
            let (live, answers) = drafts[place]
            try live.save(Made.draft(live.id, desk, answers: answers, round: round))
            pipe.tell(.saved(live.id, desk: desk.description, answers: answers))
            live.eraseOlder()
        }

        private mutating func eraseDraft() throws {
            guard let live = drafts.popLast()?.live else { return }
            pipe.tell(.erasingDraft(live.id))
            try live.remove()
            pipe.tell(.erasedDraft(live.id))
        }

        private mutating func erase() throws {
            guard let number = known.popLast() else { return }
            pipe.tell(.erasing(number))
            try store.erase(number, Made.act(round).because("proef"))
            pipe.tell(.erased(number))
        }
    }
}

extension Act {
    fileprivate func because(_ reason: String) -> Act { Act(by: by, role: role, at: at, reason: reason) }
}
