import Foundation
import Glibc
import Records
import Testing

@Suite("Opening a store")
struct StoreOpeningTests {
    let folder = TemporaryFolder()

    @Test func openingLaysOutTheFoldersAndMayBeDoneAgain() throws {
        let store = try Store.open(at: folder.new + "/")
        #expect(store.path == folder.new)
        try store.create(Samples.complaint())
        #expect(try Store.open(at: folder.new).scan().records.count == 1)
        #expect(
            try DiskFileSystem().list(folder.new)
                == [
                    "concepten", "contacten", "formaat.2.json", "klachten", "logboek", "opzij", "sloten",
                    "tellingen", "tijdelijk", "zegels",
                ])
    }

    @Test func aNewerFormatIsRefusedAndNothingIsTouched() throws {
        _ = try Store.open(at: folder.new)
        try TemporaryFolder.overwrite(folder.new + "/formaat.3.json", [])
        try FileManager.default.removeItem(atPath: folder.new + "/zegels")
        let error = thrown { () throws(StoreError) in try Store.open(at: folder.new) }
        #expect(error?.cause == .newerFormat(found: 3, known: 2))
        #expect(!FileManager.default.fileExists(atPath: folder.new + "/zegels"))
    }

    @Test func aStoreFromBeforeTheMarkIsRead() throws {
        let stored = try Store.open(at: folder.new).create(Samples.complaint())
        for gone in ["formaat.2.json", "logboek", "zegels"] {
            try FileManager.default.removeItem(atPath: "\(folder.new)/\(gone)")
        }
        #expect(try Store.open(at: folder.new).read(Samples.number) == stored)
        #expect(FileManager.default.fileExists(atPath: folder.new + "/formaat.2.json"))
    }

    @Test func aFolderSetUpForAGroupLetsTheGroupIn() throws {
        try #require(mkdir(folder.new, 0o700) == 0)
        try #require(chmod(folder.new, 0o2770) == 0)
        let store = try Store.open(at: folder.new)
        try store.create(Samples.complaint())
        let live = try Drafts(store).begin(id: Samples.draftId, desk: Samples.desk)
        try live.save(Samples.draft())
        try checkRights(file: 0o660, folder: 0o2770)
    }

    @Test func otherwiseOnlyTheOwnerGetsIn() throws {
        let store = try Store.open(at: folder.new)
        try store.create(Samples.complaint())
        try Drafts(store).begin(id: Samples.draftId, desk: Samples.desk).save(Samples.draft())
        try checkRights(file: 0o600, folder: 0o700)
    }

    /// Of everything in the store.
    private func checkRights(file: UInt32, folder wanted: UInt32) throws {
        let disk = DiskFileSystem()
        var folders = [folder.new]
        var count = 0
        while let next = folders.popLast() {
            for name in try disk.list(next) {
                let path = "\(next)/\(name)"
                let isFolder = try disk.isFolder(path)
                if isFolder { folders.append(path) }
                #expect(try disk.rights(of: path).mode == (isFolder ? wanted : file), "\(path)")
                count += 1
            }
        }
        #expect(count > 12)
    }

    @Test func aMistypedFolderIsNotMade() {
        let path = "\(folder.path)/er/is/niets"
        let error = thrown { () throws(StoreError) in try Store.open(at: path) }
        #expect(error?.cause == .noParentFolder)
        #expect(error?.path == path)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/er"))
    }

    @Test func theUsualFolderIsMadeWithThoseAboveIt() throws {
        let path = "\(folder.path)/.local/share/klachtwijzer"
        #expect(try Store.open(at: path, makingParents: true).path == path)
        #expect(try Store.open(at: path, makingParents: true).path == path)
    }

    @Test func aFileIsNoFolder() throws {
        try Data("x".utf8).write(to: URL(filePath: folder.new))
        for path in [folder.new, "\(folder.new)/binnen"] {
            #expect(thrown { () throws(StoreError) in try Store.open(at: path) }?.cause == .notAFolder)
        }
    }

    @Test func aFileInThePlaceOfASubfolderIsReported() throws {
        _ = try Store.open(at: folder.new)
        try FileManager.default.removeItem(atPath: "\(folder.new)/opzij")
        try Data("x".utf8).write(to: URL(filePath: "\(folder.new)/opzij"))
        let error = thrown { () throws(StoreError) in try Store.open(at: folder.new) }
        #expect(error?.cause == .notAFolder)
        #expect(error?.path == "\(folder.new)/opzij")
    }

    @Test(
        "Each disk says what ails it",
        arguments: [
            (EROFS, .readOnly), (ENOSPC, .diskFull(ENOSPC)), (EDQUOT, .diskFull(EDQUOT)),
            (EACCES, .notAllowed(EACCES)), (EIO, .diskBroken),
        ] as [(Int32, StoreError.Cause)])
    func ailments(number: Int32, expected: StoreError.Cause) {
        // Whichever call finds out, the answer is the same.
        for n in 1... {
            let place = TemporaryFolder()
            let faulty = FaultyFileSystem(number: number)
            faulty.failAt(n)
            let error = thrown { () throws(StoreError) in try Store.open(at: place.new, fileSystem: faulty) }
            guard faulty.hasFailed else { break }
            #expect(error?.cause == expected, "operation \(n): \(faulty.log)")
        }
    }

    @Test func aDiskThatIsGoneIsNotAnEmptyStore() throws {
        let store = try Store.open(at: folder.new)
        try FileManager.default.removeItem(atPath: folder.new)
        #expect(throws: StoreError.self) { try store.scan() }
        #expect(throws: StoreError.self) { try store.read(Samples.number) }
    }

    @Test func whatKilledWritersLeftIsErased() throws {
        var kills = 0
        for n in 1... {
            let place = TemporaryFolder()
            let faulty = FaultyFileSystem(mode: .fromThenOn, hasUnnamedFiles: false)
            let store = try Store.open(at: place.new, fileSystem: faulty)
            faulty.failAt(n)
            _ = thrown { () throws(StoreError) in try store.createContact(Samples.contact()) }
            guard faulty.hasFailed else { break }
            let left = try DiskFileSystem().list("\(place.new)/tijdelijk")
            if !left.isEmpty { kills += 1 }
            _ = try Store.open(at: place.new)
            #expect(try DiskFileSystem().list("\(place.new)/tijdelijk") == [])
            // The name of a contact that was ready is a second name of the same content: that stays.
            #expect(try Store.open(at: place.new).contacts().damaged == [])
        }
        #expect(kills > 3)
    }

    @Test func whatALivingWriterHasIsLeftAlone() throws {
        _ = try Store.open(at: folder.new)
        let path = "\(folder.new)/tijdelijk/x.1.json.0"
        let disk = DiskFileSystem()
        let file = try disk.openNew(path)
        #expect(try disk.lock(file, byte: 0, waiting: false))
        try disk.write(Array("{}".utf8), to: file)
        _ = try Store.open(at: folder.new)
        #expect(try disk.read(path, limit: 10) == Array("{}".utf8))
        disk.close(file)
        _ = try Store.open(at: folder.new)
        #expect(try disk.list("\(folder.new)/tijdelijk") == [])
    }
}
