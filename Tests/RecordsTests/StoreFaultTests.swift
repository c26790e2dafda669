import Records
import Testing

/// The n-th operation fails, for each n; then the store is opened anew. Old or new, never half.
@Suite("A failing disk")
struct StoreFaultTests {
    @Test("Creating", arguments: Fault.all)
    func creating(fault: Fault) throws {
        let record = Samples.complaint()
        try fault.atEveryOperation(
            prepare: { _, _ in },
            act: { (store) throws(StoreError) in try store.create(record) },
            check: { store, error, folder, place in
                let scanned = try store.scan()
                #expect(scanned.damaged == [], "\(place)")
                let standing = scanned.records.map(\.record)
                if error == nil {
                    #expect(standing == [record], "\(place)")
                } else if error?.safe == .oldOrNew {
                    #expect(standing == [record] || standing == [], "\(place)")
                } else {
                    #expect(standing == [], "\(place)")
                    // And nothing of it lies about.
                    #expect(try folder.filesHolding("Voorbéeld") == [], "\(place)")
                }
                #expect(try folder.temporaries() == [], "\(place)")
                // Trying again is always right.
                try store.create(record)
                #expect(try store.read(record.number).record == record, "\(place)")
                #expect(try store.scan().records.count == 1, "\(place)")
            })
    }

    @Test("Appending", arguments: Fault.all)
    func appending(fault: Fault) throws {
        let old = Samples.complaint().appending(Samples.event(.note, text: "oud")).appending(
            Samples.event(.note, text: "ouder"))
        let new = old.appending(Samples.event(.settled, text: "nieuw"))
        try fault.atEveryOperation(
            prepare: { store, _ in
                try store.create(Samples.complaint())
                for event in old.events.dropFirst() { try store.append(event, to: old.number) }
            },
            act: { (store) throws(StoreError) in
                try store.append(new.events[3], to: old.number)
            },
            check: { store, error, folder, place in
                let read = try store.read(old.number)
                #expect(read.damaged.allSatisfy { $0.problem == .blank }, "\(place)")
                if error == nil {
                    #expect(read.record == new, "\(place)")
                } else if error?.safe == .oldOrNew {
                    #expect(read.record == new || read.record == old, "\(place)")
                } else {
                    #expect(read.record == old, "\(place)")
                    #expect(try folder.filesHolding("nieuw") == [], "\(place)")
                }
                #expect(try folder.temporaries() == [], "\(place)")
                // Life goes on, and older versions go.
                try store.append(Samples.event(.note, text: "later"), to: old.number)
                try store.append(Samples.event(.note, text: "laatst"), to: old.number)
                let last = try store.read(old.number).record.events.compactMap(\.text)
                #expect(last == read.record.events.compactMap(\.text) + ["later", "laatst"], "\(place)")
                #expect(
                    try folder.files().keys.filter { $0.contains("/klachten/2026") }.count == 2, "\(place)")
            })
    }

    @Test("Contacts", arguments: Fault.all)
    func contacts(fault: Fault) throws {
        try fault.atEveryOperation(
            prepare: { _, _ in },
            act: { (store) throws(StoreError) in try store.createContact(Samples.contact()) },
            check: { store, error, _, place in
                let (contacts, damaged) = try store.contacts()
                #expect(damaged == [], "\(place)")
                if error == nil {
                    #expect(contacts == [Samples.contact()], "\(place)")
                } else if error?.safe != .oldOrNew {
                    #expect(contacts == [], "\(place)")
                }
            })
    }

    @Test("Reading", arguments: [Fault(number: 5, mode: .once, hasUnnamedFiles: true)])
    func reading(fault: Fault) throws {
        let record = Samples.complaint()
        try atEveryReading(fault) { store in try store.read(record.number).record == record }
        try atEveryReading(fault) { store in
            let scanned = try store.scan()
            return scanned.records.map(\.record) == [record] || !scanned.damaged.isEmpty
        }
    }

    /// A read that fails says so, or gives the right answer after all.
    private func atEveryReading(_ fault: Fault, isRight: (Store) throws -> Bool) throws {
        let folder = fault.ground()
        try folder.open().create(Samples.complaint())
        let faulty = fault.fileSystem(folder)
        let store = try Store.open(at: folder.path, fileSystem: faulty)
        for n in 1... {
            faulty.failAt(n)
            do {
                let isRight = try isRight(store)
                #expect(isRight, "\(faulty.log)")
            } catch {
                #expect(error is StoreError)
            }
            guard faulty.hasFailed else { break }
        }
    }
}
