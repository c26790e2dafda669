import DialogEngine
import TestSupport
import Testing
import Understanding

@Suite("Contact data in what a person told") struct ContactFinderTests {
    private static let table = CaseTable("Contact/told.tsv")

    private static func finds(_ text: String) -> [Find<ContactDatum>] {
        ContactFinder(FreeText(text)).finds()
    }

    @Test(arguments: table.rows) func isFound(_ row: CaseTable.Row) {
        #expect(Self.finds(row[0]).map(Self.line).joined(separator: " | ") == row[1])
    }

    /// What is somebody else's has a `~` before it.
    private static func line(_ find: Find<ContactDatum>) -> String {
        (find.sureness == .unsure ? "~ " : "") + find.value.line
    }

    @Test func everyFindShowsWhereItStands() {
        for row in Self.table.rows {
            let bytes = Array(row[0].utf8)
            for find in Self.finds(row[0]) {
                #expect((0...1).contains(find.certainty) && !find.evidence.isEmpty)
                for piece in find.evidence {
                    #expect(String(decoding: bytes[piece.range], as: UTF8.self) == piece.words)
                }
            }
        }
    }

    /// What is found in a story and then offered is a right answer to the question for it.
    @Test func whatIsFoundIsReadAsAnAnswer() {
        for row in Self.table.rows {
            for find in Self.finds(row[0]) {
                switch find.value {
                case .phone(let number) where number.canBeCalledBack:
                    #expect(Self.keeps(number.normalForm, .phone))
                case .email(let address): #expect(Self.keeps(address, .email))
                case .address(let address):
                    #expect(address.postcode.map { Self.keeps($0, .postcode) } ?? true)
                    #expect(address.houseNumber.map { Self.keeps($0, .houseNumber) } ?? true)
                case .name(let name): #expect(Self.keeps(name.spoken, .name))
                case .phone, .incomplete: break
                }
            }
        }
    }

    @Test(
        "of two, or of what is somebody else's, none is sure",
        arguments: [
            ("bel 0612345678 of 0687654321", Sureness.likely),
            ("Ik ben de buurvrouw van Mia de Groot, Grote Houtstraat 12, 2011 AB", .unsure),
            ("Mijn oude adres was Zijlweg 3 2013DA", .unsure),
            ("Mijn oude adres was Zijlweg 3 2013DA en nu woon ik Kleverlaan 9 2023JA", .sure),
            ("Zijlweg 3 2013DA, of Kleverlaan 9 2023JA", .likely), ("bel 0612345678", .sure),
            ("mw belt, haar tel 0612345678, taxi kwam niet", .likely),
            ("mevr jansen belt, haar mail is j.jansen@ziggo.nl", .likely),
            ("mijn nummer is 088-1234567", .likely), ("Afval op Zijlweg 3 2013 DA", .likely),
        ])
    func surest(text: String, sureness: Sureness) {
        #expect(Self.finds(text).map(\.sureness).max() == sureness)
    }

    private static func keeps(_ text: String, _ shape: TextShape) -> Bool {
        AnswerReader.read(text, as: shape) == .answer(.text(text))
    }

    @Test(
        "What stands before a surname stands apart",
        arguments: [
            (words: "Jan van der Meer", sorted: "Meer, Jan van der", spoken: "Jan van der Meer"),
            ("jan van der meer", "Meer, Jan van der", "Jan van der Meer"),
            ("mevrouw De Vries-Bakker", "Vries-Bakker, de", "De Vries-Bakker"),
            ("de heer Jansen", "Jansen", "Jansen"),
            ("Fatima el Amrani", "Amrani, Fatima el", "Fatima el Amrani"),
            ("A.B. de Wit", "Wit, A.B. de", "A.B. de Wit"),
            ("anna maria jansen", "Jansen, Anna Maria", "Anna Maria Jansen"),
            ("ijsbrand de jong", "Jong, IJsbrand de", "IJsbrand de Jong"),
            ("Ben de Boer", "Boer, Ben de", "Ben de Boer"),
            ("Maria", "Maria", "Maria"), ("de vries", "Vries, de", "De Vries"),
        ])
    func names(words: String, sorted: String, spoken: String) throws {
        let name = try #require(PersonName(words))
        #expect(name.sorted == sorted)
        #expect(name.spoken == spoken)
    }

    @Test("no name", arguments: ["", "  ", "12", "mevrouw"]) func noName(words: String) {
        #expect(PersonName(words) == nil)
    }

    @Test func anyTextIsLookedThrough() {
        let pieces = [
            "@", "at", "nul zes", "2011", "RD", "\u{301}", "🦋", "mijn naam is", "-", ".", "+31", "weg", "12",
            "\n",
        ]
        var source = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...9, using: &source)).map { _ in
                pieces.randomElement(using: &source)! + (Bool.random(using: &source) ? " " : "")
            }.joined()
            let finds = Self.finds(text)
            #expect(finds.allSatisfy { text.utf8.count >= $0.evidence[0].range.upperBound }, "\(text)")
        }
    }
}

extension ContactDatum {
    /// As the table has it.
    fileprivate var line: String {
        switch self {
        case .address: "adres: \(normalForm)"
        case .phone(let number): "\(number.kind.rawValue): \(normalForm)"
        case .email: "e-mail: \(normalForm)"
        case .name(let name): "naam: \(name.sorted)"
        case .incomplete(.phoneCount(let count, let beginning, let needed)):
            "? \(count) cijfers, \(beginning) heeft er \(needed)"
        case .incomplete(.emailNoEnding): "? einde van het e-mailadres"
        case .incomplete(.postcodeNoLetters): "? letters van de postcode"
        case .incomplete(.postcodeNeverIssued(let letters)): "? postcode op \(letters)"
        case .incomplete(let hint): "? \(hint)"
        }
    }
}
