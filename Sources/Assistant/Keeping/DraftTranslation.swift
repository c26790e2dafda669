import DialogEngine
import Records

extension Answers {
    /// - Parameter sources: What answers were read from.
    func draftAnswers(from sources: [AnswerKey: HeardSource]) -> [DraftAnswer] {
        keys.compactMap { key in
            self[key].map { answer in
                let (values, text) = AnswerCoding.values(answer)
                return DraftAnswer(
                    question: key.question, party: key.party, values: values, text: text,
                    heard: sources[key])
            }
        }
    }

    /// - Returns: The answers that still fit, and the questions of those that do not.
    static func from(_ draft: [DraftAnswer], _ dialog: Dialog, today: Day) -> (
        answers: Answers, lost: [String]
    ) {
        var answers = Answers()
        var lost: [String] = []
        for entry in draft {
            guard let question = dialog.question(entry.question),
                let answer = AnswerCoding.answer(entry.values, entry.text, to: question, today: today)
            else {
                lost.append(entry.question)
                continue
            }
            answers[AnswerKey(entry.question, party: entry.party)] = answer
        }
        return (answers, lost)
    }
}
