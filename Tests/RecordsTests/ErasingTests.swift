import Glibc
import TestSupport
import Testing

@testable import Records

@Suite("Erasing a complaint") struct ErasingTests {
    private let folder = TemporaryFolder()

    private var act: Act { Samples.act.because("de bewaartermijn is voorbij") }
    private func store() throws -> Store { try Store.open(at: folder.new) }

    @Test func nothingOfItIsFoundInAnyFileAndOnlyThatItWasThereStays() throws {
        let store = try store()
        let complaint = Samples.complaint()
        try store.create(complaint)
        for text in ["Zij belde op.", "Hij kwam langs."] {
            try store.append(Samples.event(.note, text: text), to: Samples.number)
        }
        let erased = try store.erase(Samples.number, act, selectionList: "13.1")
        #expect(erased.uuid == complaint.uuid)
        for word in ["De taxi kwam drie keer niet.", "Voorb", "Zij belde", "Hij kwam", "2011"] {
            #expect(try folder.filesHolding(word) == [], "\(word)")
        }
        let error = thrown { () throws(StoreError) in try store.read(Samples.number) }
        #expect(error?.cause == .erased(erased))
        #expect(try store.scan() == ScanResult(records: [], damaged: []))
        #expect(try store.scanAnswers().damaged == [])
    }

    @Test func draftsAndFilesPutAsideThatHoldTheStoryGoToo() throws {
        let store = try store()
        let complaint = Samples.complaint()
        try store.create(complaint)
        let drafts = Drafts(store)
        for (id, story) in [
            ("7K3QF8M2X0AB", complaint.conduct.story), ("7K3QF8M2X0AC", "De bus kwam niet, en niet meer."),
        ] {
            let id = DraftID(id)!
            let live = try drafts.begin(id: id, desk: Samples.desk)
            var draft = Samples.draft(id: id, answers: 0)
            draft.answers = [DraftAnswer(question: "verhaal", text: story)]
            try live.save(draft)
            live.letGo()
        }
        try store.files.create(
            Array("{ kapot: ".utf8) + PrettyJSON.quoted(complaint.conduct.story), in: "opzij",
            name: "oud.1.json")
        try store.erase(Samples.number, act)
        #expect(try folder.filesHolding("De taxi kwam drie keer niet.") == [])
        #expect(try folder.filesHolding("De bus kwam niet").count == 1)
    }

    @Test func whatLiesAsideUnderAnotherNameAndIsToldOtherwiseGoesToo() throws {
        let store = try store()
        try store.create(Samples.complaint())
        let old = String(decoding: DocumentCoding.bytes(of: Samples.complaint()), as: UTF8.self)
        let other = String(
            decoding: DocumentCoding.bytes(of: Samples.complaint(number: Samples.otherNumber)), as: UTF8.self)
        for (name, text) in [("oud.json", old), ("ander.json", other)] {
            let told = text.replacing("De taxi kwam", with: "De boot kwam")
            try store.files.create(Array(told.utf8), in: "opzij", name: name)
        }
        try store.erase(Samples.number, act)
        #expect(try folder.filesHolding("De boot kwam") == [folder.new + "/opzij/ander.json"])
    }

    @Test func theEpochGoesUpBeforeAnythingIsErased() throws {
        let store = try store()
        #expect(try store.epoch() == 0)
        try store.create(Samples.complaint())
        try store.erase(Samples.number, act)
        #expect(try store.epoch() == 1)
        // A second time finishes, and is no new erasure.
        try store.erase(Samples.number, act)
        #expect(try store.epoch() == 1)
    }

    @Test func anOldVersionThatIsPutBackStaysErasedAndGoesWithTheNextTime() throws {
        let store = try store()
        let stored = try store.create(Samples.complaint())
        let content = try TemporaryFolder.content(stored.path)
        try store.erase(Samples.number, act)
        try TemporaryFolder.overwrite(stored.path, content)
        #expect(try store.scan().records == [])
        try store.erase(Samples.number, act)
        #expect(try !folder.files().keys.contains(stored.path))
    }

    @Test func copiesUnderOtherNamesGoToo() throws {
        let store = try store()
        let stored = try store.create(Samples.complaint())
        let content = try TemporaryFolder.content(stored.path)
        for end in ["~", ".swp", " (kopie).json"] {
            try TemporaryFolder.overwrite(stored.path + end, content)
        }
        try store.erase(Samples.number, act)
        #expect(try folder.filesHolding("De taxi kwam drie keer niet.") == [])
    }

    /// A link, a file too large to look at, and a complaint of another with the same story: none stops it, and the last stays.
    @Test func whatLiesInTheWayStopsNoErasing() throws {
        let store = try store()
        try store.create(Samples.complaint())
        let aside = folder.new + "/opzij"
        try #require(symlink("/etc/hostname", aside + "/ergens.json") == 0)
        try #require(symlink("/etc/hostname", aside + "/\(Samples.number).1.json") == 0)
        let other = DocumentCoding.bytes(of: Samples.complaint(number: Samples.otherNumber))
        try TemporaryFolder.write(other, at: aside + "/ander.json")
        try TemporaryFolder.write([UInt8](repeating: 65, count: 17 << 20), at: folder.new + "/backup.tar.gz")
        try TemporaryFolder.write(
            DocumentCoding.bytes(of: Samples.complaint()), at: folder.new + "/eerder/x.json")
        try store.erase(Samples.number, act)
        #expect(try TemporaryFolder.names(in: aside).sorted() == ["ander.json", "ergens.json"])
        #expect(try TemporaryFolder.names(in: folder.new + "/eerder") == [])
    }

    @Test func aContactThatCannotBeReadOrWasHalfErasedIsErasedByItsNumber() throws {
        let store = try store()
        try store.createContact(Samples.contact())
        let path = "\(folder.new)/contacten/2026/11/23/\(Samples.number).json"
        let content = try TemporaryFolder.content(path)
        #expect(try store.eraseContact(Samples.number, act) != nil)
        try TemporaryFolder.overwrite(path, content)
        let survey = try store.survey(now: Samples.receivedAt)
        guard case .halfErased(Samples.number, [path], _)? = survey.findings.first else {
            return #expect(Bool(false), "\(survey.findings)")
        }
        #expect(try store.repair(survey, act).map(\.outcome) == [.erased])
        try TemporaryFolder.overwrite(path, Array("{ onzin".utf8))
        #expect(try store.eraseContact(Samples.number, act) != nil)
        #expect(access(path, F_OK) != 0)
        #expect(try store.eraseContact(Samples.number, act) == nil)
    }

    private static let strayFolders = [
        "klachten.oud/2026/een.json": "klachten.oud", "klachten/2026/13/01/twee.json": "klachten/2026/13/01",
    ]

    @Test func noExampleIsKeptOfWhatWasErasedAndOneThatIsLeftIsNamedAndGoes() throws {
        let store = try store()
        try store.create(Samples.complaint())
        try store.erase(Samples.number, act)
        let error = thrown { () throws(StoreError) in
            try store.keepExample("- tekst: proef", named: "een", of: Samples.number)
        }
        guard case .erased = error?.cause else { return #expect(Bool(false), "\(error as Any)") }
        // As a program leaves it that is stopped while it erases.
        let path = "\(folder.new)/voorbeelden/\(Samples.number).een.yaml"
        try TemporaryFolder.write(Array("- tekst: proef".utf8), at: path)
        let survey = try store.survey(now: Samples.receivedAt)
        #expect(survey.findings == [.erasedLeft(Samples.number, path: path)])
        #expect(try store.repair(survey, act).map(\.outcome) == [.erased])
        #expect(access(path, F_OK) != 0)
    }

    /// As somebody may make by hand before trying something.
    @Test func copiesBesideTheFoldersOfTheStoreAreNamedAndGoToo() throws {
        let store = try store()
        let record = Samples.complaint()
        let bytes = DocumentCoding.bytes(of: record)
        try store.create(record)
        let places = [
            "oud.json", "klachten.oud/2026/een.json", "klachten/2026/13/01/twee.json", "contacten/a.json",
            "tellingen/a.json", "zegels/a.json", "logboek/a.json", "sloten/a.json", "zoekindex/x.json",
            "zoekindex/zoek-1.sqlite-wal.bak", "klachten/2026/11/23/.verborgen",
        ]
        for place in places { try TemporaryFolder.write(bytes, at: "\(folder.new)/\(place)") }
        try TemporaryFolder.write(Array("van een ander".utf8), at: "\(folder.new)/klachten.oud/blijft.txt")
        let named = try store.survey(now: Samples.receivedAt).findings.compactMap { finding -> String? in
            guard case .strange(let path, _) = finding else { return nil }
            return String(path.dropFirst(folder.new.utf8.count + 1))
        }
        #expect(Set(named) == Set(places.map { Self.strayFolders[$0] ?? $0 }))
        try store.erase(record.number, Samples.act)
        for place in places { #expect(access("\(folder.new)/\(place)", F_OK) != 0, "\(place)") }
        #expect(access("\(folder.new)/klachten.oud/blijft.txt", F_OK) == 0)
    }

    @Test func whatWasPutAsideCanBeErasedWhenTheComplaintItselfIsGone() throws {
        let store = try store()
        let stored = try store.create(Samples.complaint())
        let content = try TemporaryFolder.content(stored.path)
        try TemporaryFolder.overwrite(stored.path, content.dropLast(10))
        let survey = try store.survey(now: Samples.receivedAt)
        _ = try store.repair(survey, Samples.act)
        #expect(try folder.filesHolding("De taxi kwam drie keer niet.").count == 1)
        try store.erase(Samples.number, act)
        #expect(try folder.filesHolding("De taxi kwam drie keer niet.") == [])
        let error = thrown { () throws(StoreError) in try store.read(Samples.number) }
        guard case .erased = error?.cause else { return #expect(Bool(false), "no mark") }
    }

    @Test func aDamagedComplaintCanBeErased() throws {
        let store = try store()
        let stored = try store.create(Samples.complaint())
        try TemporaryFolder.overwrite(stored.path, Array("{ half".utf8))
        #expect(try store.erase(Samples.number, act).uuid == nil)
        #expect(try !folder.files().keys.contains(stored.path))
    }

    @Test func anErasedNumberIsNeitherChangedNorUsedAgain() throws {
        let store = try store()
        try store.create(Samples.complaint())
        let erased = try store.erase(Samples.number, act)
        let append = thrown { () throws(StoreError) in
            try store.append(Samples.event(.note), to: Samples.number)
        }
        #expect(append?.cause == .erased(erased))
        let again = thrown { () throws(StoreError) in try store.create(Samples.complaint()) }
        #expect(again?.cause == .numberTaken)
    }

    @Test func whatWasNeverThereIsNotErased() throws {
        let store = try store()
        let error = thrown { () throws(StoreError) in try store.erase(Samples.number, act) }
        #expect(error?.cause == .notFound)
        #expect(try store.epoch() == 0)
    }

    @Test("When any operation fails, it is as before or erased for good", arguments: Fault.all)
    func everyFault(fault: Fault) throws {
        let complaint = Samples.complaint()
        var n = 0
        while true {
            n += 1
            let ground = fault.ground()
            let disk = fault.fileSystem(ground)
            let store = try Store.open(at: ground.path, fileSystem: disk)
            try store.create(complaint)
            disk.failAt(n)
            let error = thrown { () throws(StoreError) in try store.erase(Samples.number, act) }
            let hasFailed = disk.hasFailed
            disk.failAt(nil)
            let standing = Result { () throws(StoreError) in try store.read(Samples.number).record }
            switch (error?.safe, standing) {
            case (.everythingAsBefore, .success(let record)): #expect(record == complaint)
            case (nil, .failure(let failure)), (.erasedInPart, .failure(let failure)):
                guard case .erased = failure.cause else {
                    Issue.record("\(n): \(failure)")
                    break
                }
            case (.oldOrNew, _): break
            default: Issue.record("\(n): \(String(describing: error)), then \(standing)")
            }
            if error == nil || error?.safe == .erasedInPart {
                try store.erase(Samples.number, act)
                #expect(try ground.filesHolding("De taxi kwam drie keer niet.") == [])
            }
            if !hasFailed { break }
        }
        #expect(n > 20)
    }
}
