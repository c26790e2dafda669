import DialogEngine
import Reports
import Rules
import Terminal
import Testing

@testable import Assistant
@testable import DialogFiles

/// The height that writers are told is the height that people see.
struct ScreenRoomTests {
    @Test(arguments: ["nl", "en"]) func questionsTakeTheRowsThatAreReckoned(_ language: String) throws {
        let handbook = MemoryDesk.handbook
        let translation = handbook.translation(language)
        let wording = Wording(handbook, language: language)
        for columns in [80, 48] {
            let room = ScreenRoom(
                screen: .init(columns: columns, rows: 24, filling: 20), translation: translation,
                handbook: handbook)
            for question in handbook.dialog.questions where !question.isSearched && !hasPlaces(question) {
                let lines = QuestionScreen(wording: wording, question: question, party: nil, parties: [])
                    .lines(
                        number: 7, shown: question.options, heading: nil, current: nil)
                let rows = lines.flatMap(Layout(width: columns).lines).count
                // And the row to type in.
                #expect(room.rows(of: question) == rows + 1, "\(question.id), \(columns) columns")
            }
        }
    }

    private func hasPlaces(_ question: Question) -> Bool {
        ([question.wording] + question.options.map(\.label)).contains { $0.words.contains("{") }
    }
}
