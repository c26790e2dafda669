import Records
import Testing

/// The n-th operation fails, for each n, while a draft is kept or erased.
@Suite("Drafts on a failing disk")
struct DraftFaultTests {
    private let older = Samples.draft(answers: 1)
    private let old = Samples.draft(answers: 2)
    private let new = Samples.draft(answers: 3)

    private func atEveryOperation(
        _ fault: Fault, saving: [Draft], act: (LiveDraft) throws(StoreError) -> Void,
        check: (Draft?, StoreError?, Ground, String) throws -> Void
    ) throws {
        var tried = 0
        for n in 1... {
            let folder = fault.ground()
            let faulty = fault.fileSystem(folder)
            let live = try Drafts(Store.open(at: folder.path, fileSystem: faulty))
                .begin(id: Samples.draftId, desk: Samples.desk)
            for draft in saving { try live.save(draft) }
            faulty.failAt(n)
            let error = thrown { () throws(StoreError) in try act(live) }
            guard faulty.hasFailed else {
                #expect(error == nil)
                break
            }
            tried += 1
            live.letGo()
            let place = "\(fault), operation \(n): \(faulty.log)"
            let drafts = Drafts(try folder.open())
            let list = try drafts.list(Samples.desk)
            #expect(list.inUse == 0, "\(place)")
            let found = try list.offers.first.map { try drafts.resume($0.id, desk: Samples.desk).found }
            if list.setAside != [] { Issue.record("\(list.setAside) \(place)") }
            try check(found ?? nil, error, folder, place)
        }
        #expect(tried >= 4)
    }

    @Test("The first save", arguments: Fault.all)
    func firstSave(fault: Fault) throws {
        try atEveryOperation(
            fault, saving: [], act: { (live) throws(StoreError) in try live.save(new) },
            check: { found, error, _, place in
                if error == nil {
                    #expect(found == new, "\(place)")
                } else if error?.safe == .oldOrNew {
                    #expect(found == new || found == nil, "\(place)")
                } else {
                    #expect(found == nil, "\(place)")
                    #expect(error?.safe == .everythingAsBefore, "\(place)")
                }
            })
    }

    @Test("A later save", arguments: Fault.all)
    func laterSave(fault: Fault) throws {
        try atEveryOperation(
            fault, saving: [older, old], act: { (live) throws(StoreError) in try live.save(new) },
            check: { found, error, folder, place in
                if error == nil {
                    #expect(found == new, "\(place)")
                } else if error?.safe == .oldOrNew {
                    #expect(found == new || found == old, "\(place)")
                } else {
                    #expect(found == old, "\(place)")
                    #expect(
                        error?.safe == .answersUntilHere(folder: "\(folder.path)/concepten/balie-1"),
                        "\(place)")
                }
            })
    }

    @Test("Saving again after a failure", arguments: Fault.all.filter { $0.mode == .once })
    func savingAgain(fault: Fault) throws {
        try atEveryOperation(
            fault, saving: [older],
            act: { (live) throws(StoreError) in
                do throws(StoreError) {
                    try live.save(old)
                } catch {
                    try live.save(new)
                    throw error
                }
            },
            check: { found, error, folder, place in
                #expect(found == (error == nil ? old : new), "\(place)")
            })
    }

    @Test("Erasing the older version, once the prompt is shown", arguments: Fault.all)
    func erasingOlder(fault: Fault) throws {
        try atEveryOperation(
            fault, saving: [older, old],
            act: { (live) throws(StoreError) in
                live.eraseOlder()
                try live.save(new)
            },
            check: { found, error, _, place in
                #expect(found == new || (error != nil && found == old), "\(place)")
            })
    }

    /// What may or may not be on the disk never takes the place of what is.
    @Test("A save that fails leaves the one before it, also when older ones are erased", arguments: Fault.all)
    func failedSaveAndErasing(fault: Fault) throws {
        try atEveryOperation(
            fault, saving: [older, old],
            act: { (live) throws(StoreError) in
                defer { live.eraseOlder() }
                try live.save(new)
            },
            check: { found, error, _, place in
                #expect(found == new || (error != nil && found == old), "\(place)")
            })
    }

    @Test("Erasing", arguments: Fault.all)
    func erasing(fault: Fault) throws {
        try atEveryOperation(
            fault, saving: [older, old], act: { (live) throws(StoreError) in try live.remove() },
            check: { found, error, folder, place in
                #expect(error != nil, "\(place)")
                // An older version never comes back.
                #expect(found == old || found == nil, "\(place)")
                if found == nil {
                    let left = try folder.filesHolding("afval")
                    #expect(left == [], "\(place)")
                }
            })
    }

    @Test("A save costs few system calls")
    func cost() throws {
        let counting = FaultyFileSystem(MemoryDisk())
        let live = try Drafts(Store.open(at: "/opslag", fileSystem: counting))
            .begin(id: Samples.draftId, desk: Samples.desk)
        try live.save(older)
        counting.failAt(nil)
        try live.save(old)
        #expect(counting.log == ["open", "write", "synchronise", "link", "synchronise"])
        counting.failAt(nil)
        live.eraseOlder()
        #expect(
            counting.log == [
                "open", "inspect", "write", "synchronise", "unlink", "synchronise",
            ])
    }
}
