import Records
import Testing

@testable import Reports

@Suite("What is said of the search index")
struct IndexProgressTests {
    private static let wording = Wording(Haarlem.handbook)

    @Test func nothingAsLongAsNobodyNotices() {
        var progress = IndexProgress(Self.wording)
        #expect((0...5000).compactMap { progress.words($0, of: 5000) } == [])
        #expect(progress.words(0, of: 0) == nil)
    }

    @Test func everyTenthPartOnce() {
        var progress = IndexProgress(Self.wording)
        let said = stride(from: 0, through: 120_000, by: 400).compactMap { progress.words($0, of: 120_000) }
        #expect(said.count == 10)
        #expect(said.first == "De zoekindex wordt opnieuw gemaakt: 12.000 van 120.000.")
        #expect(said.last == "De zoekindex wordt opnieuw gemaakt: 120.000 van 120.000.")
    }

    @Test func howManyFilesWereLeftOut() {
        let files = (1...1200).map { DamagedFile(path: "\($0)", problem: .notJSON) }
        #expect(Self.wording.leftOut([]) == nil)
        #expect(
            Self.wording.leftOut(files) == "Zo veel bestanden zijn beschadigd en niet doorzocht: 1.200.")
        #expect(Wording(Haarlem.handbook, language: "en").number(1_234_567) == "1,234,567")
    }
}
