import DialogEngine
import Rules

/// Does each word of a choice bring people to that choice?
struct WordChecks {
    let checker: Checker

    func run() {
        let reader = AnswerReader(
            words: checker.world.handbook.answerWords, today: checker.world.day)
        for question in checker.dialog.questions where !question.options.isEmpty {
            let byName = names(question)
            for option in question.options {
                for word in option.words {
                    // Only what bears the same name can come before it; comparing all with all takes seconds.
                    let rivals = (byName[word.plain] ?? []) + [option]
                    let asked = question.offering(rivals + question.options.filter { $0.id.isYesOrNo })
                    check(word, of: option, question, reader.read(word, for: asked, shown: asked.options))
                }
            }
        }
    }

    /// The options by their ids, labels and words.
    private func names(_ question: Question) -> [String: [Option]] {
        var names: [String: [Option]] = [:]
        for option in question.options {
            for name in Set(([option.id, option.label.words] + option.words).map(\.plain)) {
                names[name, default: []].append(option)
            }
        }
        return names
    }

    private func check(
        _ word: String, of option: Option, _ question: Question, _ reading: DialogEngine.Reading
    ) {
        let taken: String
        switch reading {
        case .answer(.options(let chosen)), .loosely(.options(let chosen), _):
            if chosen.contains(option.id) { return }
            taken = "kiest '\(Listing.names(chosen))'"
        case .several(let chosen):
            if chosen.contains(option.id) { return }
            taken = "kiest '\(Listing.names(chosen))'"
        case .answer(.unknown): taken = "betekent 'weet ik niet'"
        case .answer(.declined): taken = "betekent 'wil ik niet zeggen'"
        case .answer, .loosely: return
        case .wrong: taken = "wordt geweigerd"
        }
        checker.find(
            .wordTaken, checker.world.handbook.part(option, of: question),
            "wie bij '\(question.id)' '\(word)' typt, komt niet bij '\(option.id)': dat woord \(taken); "
                + "haal het hier weg")
    }
}

extension String {
    fileprivate var plain: String { foldedWords.joined(separator: " ") }
    fileprivate var isYesOrNo: Bool { self == "ja" || self == "nee" }
}

extension Question {
    /// The same question with fewer options, each once and in its order.
    fileprivate func offering(_ some: [Option]) -> Question {
        let ids = Set(some.map(\.id))
        return Question(
            id: id, kind: kind, wording: wording, options: options.filter { ids.contains($0.id) },
            allowsUnknown: allowsUnknown, allowsDeclined: allowsDeclined)
    }
}
