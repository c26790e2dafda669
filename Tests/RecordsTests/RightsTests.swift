import DialogEngine
import Glibc
import Testing

@testable import Records

@Suite("Who may read what in a store") struct RightsTests {
    private let folder = TemporaryFolder()
    private let now = Timestamp("2026-11-26T10:00:00+01:00")!
    private var act: Act { Act(by: "beheer1", role: "beheer", at: now) }
    private var path: String { "\(folder.new)/klachten/2026/11/23/\(Samples.number).1.json" }
    private var contact: String { "\(folder.new)/contacten/2026/11/23/\(Samples.otherNumber).json" }

    private func filled(isForGroup: Bool) throws -> Store {
        if isForGroup {
            try #require(mkdir(folder.new, 0o700) == 0)
            try #require(chmod(folder.new, 0o2770) == 0)
        }
        let store = try Store.open(at: folder.new)
        try store.create(Samples.complaint())
        try store.createContact(Samples.contact(number: Samples.otherNumber))
        _ = try store.keepExample("- tekst: proef", named: "abc", of: Samples.number)
        let live = try Drafts(store).begin(id: Samples.draftId, desk: Samples.desk)
        try live.save(Samples.draft())
        _ = try store.indexed(IndexSetting(place: .inStore, now: { .max / 2 })).search()
        return store
    }

    private func mode(_ path: String) throws -> UInt32 { try DiskFileSystem().rights(of: path).mode }

    @Test("What the store makes itself is neither too open nor too closed", arguments: [false, true])
    func healthy(isForGroup: Bool) throws {
        #expect(try filled(isForGroup: isForGroup).survey(now: now).findings == [])
    }

    @Test(
        "What others may read is named and closed", arguments: [(false, 0o600, 0o700), (true, 0o660, 0o2770)])
    func tooOpen(isForGroup: Bool, fileMode: UInt32, folderMode: UInt32) throws {
        let store = try filled(isForGroup: isForGroup)
        let year = folder.new + "/contacten/2026"
        try #require(chmod(path, 0o664) == 0)
        try #require(chmod(contact, 0o666) == 0)
        try #require(chmod(year, 0o2775) == 0)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.openToOthers(paths: [year, contact, path])])
        #expect(try store.repair(survey, act).map(\.outcome) == [.closed])
        #expect(try [path, contact].map(mode) == [fileMode, fileMode])
        #expect(try mode(year) == folderMode)
        #expect(try store.survey(now: now).findings == [])
    }

    @Test func withoutAGroupTheGroupIsOneOfTheOthers() throws {
        let store = try filled(isForGroup: false)
        try #require(chmod(folder.new, 0o750) == 0)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.openToOthers(paths: [folder.new])])
        #expect(try store.repair(survey, act).map(\.outcome) == [.closed])
        #expect(try mode(folder.new) == 0o700)
    }

    @Test func whatTheGroupCannotReadIsNamedAndOpenedHoweverDeepItLies() throws {
        let store = try filled(isForGroup: true)
        let month = folder.new + "/klachten/2026/11"
        try #require(chmod(contact, 0o600) == 0)
        // Without the mark by which the group comes to what is made in it.
        try #require(chmod(month, 0o770) == 0)
        let survey = try store.survey(now: now)
        #expect(survey.findings == [.closedToOthers(path: contact), .closedToOthers(path: month)])
        #expect(try store.repair(survey, act).map(\.outcome) == [.opened, .opened])
        #expect(try store.survey(now: now).findings == [])
        #expect(try mode(month) == 0o2770)
    }

    @Test func whatALinkPointsAtIsNobodysBusiness() throws {
        let store = try filled(isForGroup: false)
        let outside = folder.path + "/buiten"
        try TemporaryFolder.overwrite(outside, [1])
        try #require(chmod(outside, 0o644) == 0)
        let link = folder.new + "/voorbeelden/elders.yaml"
        try #require(symlink(outside, link) == 0)
        #expect(try store.survey(now: now).findings == [])
        #expect(
            thrown { () throws(SystemError) in
                try DiskFileSystem().setRights(of: link, group: getgid(), mode: 0o600)
            }?.number == EOPNOTSUPP)
        #expect(try mode(outside) == 0o644)
    }
}
