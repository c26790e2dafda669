import DialogEngine
import Records
import Testing

/// The n-th operation fails, for each n, in what a store does beside records and drafts.
@Suite("Counts, examples, opening and setting aside on a failing disk")
struct OtherFaultTests {
    @Test("Counting", arguments: Fault.all)
    func counting(fault: Fault) throws {
        let day = Samples.receivedAt.day
        try fault.atEveryOperation(
            prepare: { store, _ in
                var random = SeededGenerator(seed: 1)
                try store.count("nood", on: day, using: &random)
            },
            act: { (store) throws(StoreError) in
                var random = SeededGenerator(seed: 2)
                try store.count("nood", on: day, using: &random)
            },
            check: { store, error, ground, place in
                let (counts, damaged) = try store.counts()
                #expect(damaged == [], "\(place)")
                let possible = error == nil ? [2] : error?.safe == .oldOrNew ? [1, 2] : [1]
                #expect(possible.contains(counts["nood"] ?? 0), "\(place)")
                #expect(try ground.temporaries() == [], "\(place)")
            })
    }

    @Test("Keeping an example", arguments: Fault.all)
    func keepingAnExample(fault: Fault) throws {
        try fault.atEveryOperation(
            operations: 7,
            prepare: { store, _ in _ = try store.keepExample("oud", named: "een", of: Samples.number) },
            act: { (store) throws(StoreError) in
                _ = try store.keepExample("nieuw voorbeeld", named: "twee", of: Samples.number)
            },
            check: { _, error, ground, place in
                let files = try ground.files().filter { $0.key.contains("/voorbeelden/") }
                #expect(
                    files["\(ground.path)/voorbeelden/\(Samples.number).een.yaml"] == Array("oud".utf8),
                    "\(place)")
                let new = files["\(ground.path)/voorbeelden/\(Samples.number).twee.yaml"]
                if error == nil || new != nil {
                    #expect(new == Array("nieuw voorbeeld".utf8) || error?.safe == .oldOrNew, "\(place)")
                }
                if error != nil && error?.safe != .oldOrNew { #expect(new == nil, "\(place)") }
            })
    }

    /// With what a killed writer left, which opening sweeps.
    @Test("Opening", arguments: Fault.all)
    func opening(fault: Fault) throws {
        let record = Samples.complaint()
        let draft = Samples.draft()
        try fault.atEveryOperationOfOpening(
            prepare: { store, _ in
                try store.create(record)
                let live = try Drafts(store).begin(id: draft.id, desk: draft.desk)
                try live.save(draft)
                live.letGo()
            },
            check: { store, error, _, place in
                #expect(error == nil || error?.attempt == .openStore, "\(place)")
                let standing = try store.scan().records.map(\.record)
                #expect(standing == [record], "\(place)")
                let offers = try Drafts(store).list(draft.desk).offers.map(\.id)
                #expect(offers == [draft.id], "\(place)")
            })
    }

    /// What a person may still want to read is never gone, wherever the disk fails.
    @Test("Setting a damaged draft aside", arguments: Fault.all)
    func settingAside(fault: Fault) throws {
        let draft = Samples.draft()
        try fault.atEveryOperation(
            operations: 5,
            prepare: { store, ground in
                let drafts = Drafts(store)
                let live = try drafts.begin(id: draft.id, desk: draft.desk)
                try live.save(draft)
                live.letGo()
                try spoil(draft, on: ground)
            },
            act: { (store) throws(StoreError) in _ = try Drafts(store).list(draft.desk) },
            check: { store, _, ground, place in
                #expect(try ground.filesHolding("niet te lezen").count >= 1, "\(place)")
                let again = try Drafts(store).list(draft.desk)
                #expect(again.offers == [] && again.inUse == 0, "\(place)")
                #expect(try Drafts(store).list(draft.desk).setAside == [], "\(place)")
                let left = try ground.filesHolding("niet te lezen")
                #expect(left.allSatisfy { $0.contains("/opzij/") }, "\(left) \(place)")
            })
    }

    /// What cannot be read now stays where it is, and is told.
    @Test("Erasing drafts that are past their days", arguments: Fault.all)
    func expiring(fault: Fault) throws {
        let draft = Samples.draft()
        var told: [DamagedFile] = []
        try fault.atEveryOperation(
            prepare: { store, _ in
                let live = try Drafts(store).begin(id: draft.id, desk: draft.desk)
                try live.save(draft)
                live.letGo()
            },
            act: { (store) throws(StoreError) in
                told = []
                let today = draft.changedAt.day.adding(days: 30)
                told = try Drafts(store).expire(olderThanDays: 7, today: today).setAside
            },
            check: { store, error, ground, place in
                let offers = try Drafts(store).list(draft.desk).offers.map(\.id)
                #expect(offers == [] || error != nil || told != [], "\(place)")
                #expect(told.allSatisfy { $0.problem == .unreadable(fault.number) }, "\(place)")
                let left = try ground.filesHolding("mevrouw Voorbeeld")
                #expect(left.isEmpty == offers.isEmpty, "\(left) \(place)")
            })
    }

    /// Of the talk there is always the draft or what was kept, and never both once it was told.
    @Test("Clearing the draft of what was kept", arguments: Fault.all)
    func settling(fault: Fault) throws {
        for isContact in [false, true] {
            let (record, contact) = (Samples.complaint(), Samples.contact())
            let uuid = isContact ? contact.uuid : record.uuid
            let draft = Samples.draft(identity: RecordIdentity(number: Samples.number, uuid: uuid))
            var fate: TalkFate?
            try fault.atEveryOperation(
                prepare: { store, _ in
                    let live = try Drafts(store).begin(id: draft.id, desk: draft.desk)
                    try live.save(draft)
                    live.letGo()
                    if isContact { try store.createContact(contact) } else { try store.create(record) }
                },
                act: { (store) throws(StoreError) in
                    fate = nil
                    guard let offer = try Drafts(store).list(draft.desk).offers.first else { return }
                    fate = try Drafts(store).settle(offer, desk: draft.desk, in: store)
                },
                check: { store, _, _, place in
                    let isKept =
                        isContact
                        ? try store.contacts().contacts == [contact]
                        : try store.scan().records.map(\.record) == [record]
                    let offers = try Drafts(store).list(draft.desk).offers
                    #expect(isKept || offers.count == 1, "\(place)")
                    if fate != nil { #expect(isKept && offers.isEmpty, "\(place)") }
                })
        }
    }

    /// Somebody edited it by hand.
    private func spoil(_ draft: Draft, on ground: Ground) throws {
        let path = "\(ground.path)/concepten/\(draft.desk)/\(draft.id).1.json"
        let disk = ground.disk
        let file = try disk.openExisting(path)
        defer { disk.close(file) }
        try disk.write(Array("{ niet te lezen".utf8), to: file)
    }
}
