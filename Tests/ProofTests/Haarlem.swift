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

/// Any answer that a question allows.
enum RandomAnswer {
    static func make(_ question: Question, _ today: Day, _ random: inout SeededGenerator) -> Answer {
        let chance = Int.random(in: 0..<8, using: &random)
        if chance == 0, question.allowsUnknown { return .unknown }
        if chance == 1, question.allowsDeclined { return .declined }
        if chance == 2, question.isOptional { return .skipped }
        switch question.kind {
        case .choice:
            return .options([question.options[Int.random(in: question.options.indices, using: &random)].id])
        case .multipleChoice:
            let count = Int.random(in: 1...min(3, question.options.count), using: &random)
            return .options(question.options.map(\.id).shuffled(using: &random).prefix(count).map { $0 })
        case .date:
            let last = today.adding(days: -Int.random(in: 0..<800, using: &random))
            return .date(
                chance < 4 ? DateRange(last) : DateRange(last.adding(days: -10), last, .period))
        case .text: return .text("tekst")
        case .lines: return .lines(["regel"])
        }
    }
}
