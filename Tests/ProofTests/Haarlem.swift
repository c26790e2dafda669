import DialogEngine
import DialogFiles
import Rules
import TestSupport

@testable import Proof

/// The real dialogs, for proofs about them.
enum Haarlem {
    static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    static let today = Day(iso: "2026-11-25") ?? Day(ordinal: 0)

    static let folder: DialogFolder = {
        do { return try DialogFolder(reading: root + "/Dialogs/haarlem") } catch {
            preconditionFailure("the dialogs of the project can be read: \(error)")
        }
    }()

    static let checked: HandbookReading.Checked = {
        do { return try HandbookReading.check(folder) } catch {
            preconditionFailure("the dialogs of the project are sound: \(error)")
        }
    }()
    static let handbook = checked.handbook
    static let laws = checked.laws
    static let edition = Edition(checked)
}

extension Edition {
    init(_ checked: HandbookReading.Checked) { self.init(checked.handbook, checked.laws) }
}
