import DialogEngine
import Rules
import Testing

@testable import DialogFiles

/// The register of Haarlem: found by everyday words, and nothing in it without a source.
struct RegisterTests {
    struct Saying: CustomTestStringConvertible, Sendable {
        let words: String
        let service: String
        var testDescription: String { words }
    }

    static let sayings: [Saying] = CaseFiles.text("Register/questions.tsv").split(separator: "\n").compactMap
    { line in
        let parts = line.split(separator: "\t").map(String.init)
        guard parts.count == 2, !line.hasPrefix("#") else { return nil }
        return Saying(words: parts[0], service: parts[1])
    }

    private static let handbook: Handbook = {
        do {
            return try HandbookReading.read(CaseFiles.haarlem)
        } catch {
            preconditionFailure("the dialogs of the project are in order: \(error)")
        }
    }()

    private static var register: PartnerRegister { handbook.rulebook.register }

    @Test(arguments: sayings) func isFoundByWhatPeopleSay(_ saying: Saying) {
        let found = Self.register.search(saying.words, besides: Self.handbook.answerWords.small).prefix(3)
            .map { $0.partner.serviceID($0.service) }
        #expect(found.contains(saying.service))
    }

    @Test func everySayingIsThere() { #expect(Self.sayings.count >= 40) }

    @Test func nothingStandsWithoutASource() {
        for partner in Self.register.partners {
            #expect(!partner.services.isEmpty, "\(partner.id)")
            for service in partner.services {
                #expect(!service.how.isEmpty, "\(partner.serviceID(service)): how to complain")
                #expect(service.words.count >= 3, "\(partner.serviceID(service)): everyday words")
                for source in service.sources { #expect(Self.register.source(source) != nil) }
            }
            for contact in partner.contacts {
                #expect(Self.register.source(contact.source) != nil, "\(partner.id)")
            }
        }
        for body in Self.register.bodies {
            for contact in body.contacts {
                #expect(Self.register.source(contact.source) != nil, "\(body.id)")
            }
        }
    }
}
