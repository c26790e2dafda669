import DialogEngine
import DialogFiles
import TestSupport
import Understanding

/// What Haarlem lays down to understand texts, read once for all tests.
enum Haarlem {
    static let listening: ListeningReading.Read = {
        do {
            let handbook = try HandbookReading.read(DialogFolder(reading: Tree.dialogs))
            guard let read = try ListeningReading.read(DialogFolder(readingWordsIn: Tree.dialogs), handbook)
            else {
                preconditionFailure("Haarlem has words to understand texts by")
            }
            return read
        } catch {
            preconditionFailure("the dialogs of Haarlem can be read: \(error)")
        }
    }()

    static let listener = listening.listener

    static func hears(_ text: String) -> Understood { listener.understand(text) }
}
