/// Answers as they stand in drafts and in JSON: ids, ISO days or text.
public enum AnswerCoding {
    public static func values(_ answer: Answer) -> (values: [String], text: String?) {
        switch answer {
        case .options(let ids): (ids, nil)
        case .date(let range):
            range.first == range.last
                ? ([range.first.iso], nil)
                : ([range.first.iso, range.last.iso, range.precision.rawValue], nil)
        case .text(let text): ([], text)
        case .lines(let lines, let heard): (heard.map { [$0.rawValue] } ?? [], lines.joined(separator: "\n"))
        case .unknown: ([Answer.unknownID], nil)
        case .declined: ([Answer.declinedID], nil)
        case .skipped: ([], nil)
        }
    }

    /// - Returns: nil when the values do not answer this question (any more).
    public static func answer(_ values: [String], _ text: String?, to question: Question, today: Day)
        -> Answer?
    {
        if values == [Answer.unknownID] { return question.allowsUnknown ? .unknown : nil }
        if values == [Answer.declinedID] { return question.allowsDeclined ? .declined : nil }
        if values.isEmpty, (text ?? "").isEmpty { return question.isOptional ? .skipped : nil }
        switch question.kind {
        case .choice:
            guard values.count == 1, question.option(values[0]) != nil else { return nil }
            return .options(values)
        case .multipleChoice:
            guard !values.isEmpty, values.allSatisfy({ question.option($0) != nil }) else { return nil }
            return .options(values)
        case .date: return date(values, text, today)
        case .text(let shape):
            guard let text = text ?? values.first else { return nil }
            guard case .answer(let answer) = AnswerReader.read(text, as: shape) else { return nil }
            return answer
        case .lines:
            let heard = values.first.flatMap(StoryClass.init).flatMap {
                question.hears.contains($0) ? $0 : nil
            }
            guard let text = text ?? (heard == nil ? values.first : "") else { return nil }
            return .lines(
                text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init), heard: heard)
        }
    }

    private static func date(_ values: [String], _ text: String?, _ today: Day) -> Answer? {
        if values.count == 3, let first = Day(iso: values[0]), let last = Day(iso: values[1]), first <= last,
            let precision = DateRange.Precision(rawValue: values[2])
        {
            return .date(DateRange(first, last, precision))
        }
        guard let written = values.first ?? text else { return nil }
        return DateReader(today: today).read(written).map { .date($0) }
    }
}
