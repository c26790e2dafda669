import DialogEngine
import Rules
import TestSupport

/// Any answer that a question allows.
package enum RandomAnswer {
    package static func make(_ question: Question, _ today: Day, _ random: inout SeededGenerator) -> Answer {
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
