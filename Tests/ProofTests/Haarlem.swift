import DialogEngine
import DialogFiles
import Rules

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

    static let handbook: Handbook = {
        do { return try HandbookReading.read(folder) } catch {
            preconditionFailure("the dialogs of the project are sound: \(error)")
        }
    }()
}

/// A small generator whose numbers are the same everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Any answer that a question allows.
enum RandomAnswer {
    static func make(_ question: Question, _ today: Day, _ random: inout SplitMix) -> Answer {
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
