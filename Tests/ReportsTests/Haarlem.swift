import DialogFiles
import Rules
import TestSupport

/// The real dialogs, whose words these tests read.
enum Haarlem {
    static let handbook: Handbook = {
        do {
            return try HandbookReading.read(DialogFolder(reading: Tree.root + "/Dialogs/haarlem"))
        } catch {
            preconditionFailure("the dialogs of the project are in order: \(error)")
        }
    }()
}
