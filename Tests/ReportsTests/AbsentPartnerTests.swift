import DialogEngine
import DialogFiles
import Foundation
import Rules
import Testing

@testable import Records
@testable import Reports

/// Of a partner that has stopped no number is told any more; what was told before stays told.
struct AbsentPartnerTests {
    private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    private static let taxes = "cocensus/belastingen"
    private static let number = "https://haarlem.cocensus.nl"
    private static let lastDay = Day(year: 2026, month: 11, day: 30)!

    /// Haarlem, where the partner for taxes stops.
    private static let handbook: Handbook = {
        do {
            let folder = try DialogFolder(reading: root + "/Dialogs/haarlem")
            let begin = "    geldigVan: '2007-01-01'\n"
            let files = folder.files.map { file in
                DialogFolder.File(
                    name: file.name,
                    text: file.text.replacing(begin, with: begin + "    geldigTot: '\(lastDay.iso)'\n"))
            }
            return try HandbookReading.read(DialogFolder(path: folder.path, files: files))
        } catch {
            preconditionFailure("the dialogs of the project are in order: \(error)")
        }
    }()

    private func told(on day: Day, language: String = "nl") -> ToldDecision {
        var session = Self.handbook.session(on: day)
        let answers: [(AnswerKey, Answer)] = [
            (AnswerKey("verhaal"), .lines(["Niemand belt terug."])), (AnswerKey("gevaar"), .options(["nee"])),
            (AnswerKey("aantal-zaken"), .options(["een"])), (AnswerKey("zaak"), .options(["iets-ging-mis"])),
            (AnswerKey("besluit"), .options(["nee"])), (AnswerKey("over-wie"), .options(["partner"])),
            (AnswerKey("partijen"), .options([Self.taxes])),
            (AnswerKey("eerder", party: Self.taxes), .options(["nee"])),
        ]
        for (key, answer) in answers { session.set(answer, for: key) }
        let replay = session.replay()
        let telling = DecisionTelling(Wording(Self.handbook, language: language), today: day)
        return telling.told(
            Self.handbook.decision(on: session, replay), advice: Self.handbook.advice(on: session, replay))
    }

    @Test func itsNumberIsToldUpToItsLastDay() {
        let before = told(on: Self.lastDay)
        #expect(before.steps.first?.contact.contains(Self.number) == true)
        #expect(!before.remarks.contains { $0.contains("Op dit moment werkt") })

        let after = told(on: Self.lastDay.adding(days: 1))
        #expect(!after.steps.flatMap(\.contact).contains(Self.number))
        #expect(after.advice.whereId == "gemeente-klacht")
        #expect(
            after.remarks.first
                == "Op dit moment werkt Cocensus niet voor de gemeente. "
                + "De gemeente zoekt uit wie u nu kan helpen: 14 023."
        )
    }

    @Test func inEnglishToo() {
        let after = told(on: Self.lastDay.adding(days: 1), language: "en")
        #expect(
            after.remarks.first?.hasPrefix("At this moment Cocensus does not work for the municipality")
                == true)
    }

    @Test func itsCardSaysWhoHelpsInstead() throws {
        let after = PartnerCards(Wording(Self.handbook), today: Self.lastDay.adding(days: 1))
        let card = try #require(after.find("cocensus").first { $0.id == Self.taxes })
        let text = try after.text(card)
        #expect(text.contains("Deze organisatie werkt hier niet meer sinds 30 november 2026."))
        #expect(text.contains("De gemeente zoekt uit wie u nu kan helpen: 14 023."))
        #expect(!text.contains(Self.number) && !text.contains("Contact"))
        #expect(after.contacts(card).isEmpty)

        let before = PartnerCards(Wording(Self.handbook), today: Self.lastDay)
        #expect(try before.text(card).contains(Self.number))
        #expect(try !before.text(card).contains("niet meer"))
    }

    @Test func beforeItBeginsItsCardDoesNotSayThatItStopped() throws {
        let before = PartnerCards(Wording(Self.handbook), today: Day(year: 2006, month: 1, day: 2)!)
        let card = try #require(before.find("cocensus").first { $0.id == Self.taxes })
        let text = try before.text(card)
        #expect(text.contains("Op dit moment werkt Cocensus niet voor de gemeente"))
        #expect(!text.contains("niet meer sinds"))
    }

    @Test func anOldRecordKeepsWhatWasTold() throws {
        let path = Self.root + "/Tests/Cases/Records/klacht.json"
        let json = try String(contentsOfFile: path, encoding: .utf8)
            .replacing(#""waar" : "voorbeeld-vervoer""#, with: "\"waar\" : \"\(Self.taxes)\"")
        let record = try DocumentCoding.read(ComplaintRecord.self, from: Array(json.utf8))
        #expect(record.decision.steps.first?.whereId == Self.taxes)
        let wording = Wording(Self.handbook)
        #expect(try RecordPage(record, wording).text().contains("Voorbeeld Vervoer – nu"))
        let receipt = Receipt(
            number: record.number, told: record.decision, at: record.receivedAt, record: record,
            wording: wording)
        #expect(try receipt.text().contains("Telefoon 023 000 00 00"))
    }
}
