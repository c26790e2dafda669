/// Choices named by where they stand: `de eerste en de laatste`, `alles behalve 2`, `niet de tweede`.
struct Places {
    private enum Kind {
        case these, anyOf, allBut, notThese
    }

    private let kind: Kind
    /// 1 is the first.
    private let numbers: [Int]
    private let namesLast: Bool
    /// How many there are, where that was said: `alle drie`.
    private let said: Int?
    private let isAll: Bool

    /// - Returns: nil where something else is said too.
    init?(_ meanings: [LoosePieces.Meaning]) {
        var (numbers, namesLast, isAll) = ([Int](), false, false)
        var said: Int?
        var kind = Kind.these
        for (index, meaning) in meanings.enumerated() {
            switch meaning {
            case .place(let number):
                // `alle drie` counts them.
                if isAll, index > 0, meanings[index - 1] == .role(.all) {
                    said = number
                } else if !numbers.contains(number) {
                    numbers.append(number)
                }
            case .role(.last): namesLast = true
            case .role(.both): (isAll, said) = (true, 2)
            case .role(.all): isAll = true
            case .role(.and) where kind != .anyOf: continue
            case .role(.or) where kind == .these: kind = .anyOf
            case .role(.except) where index == 0 || isAll && numbers.isEmpty: kind = .allBut
            case .role(.not) where index == 0: kind = .notThese
            case .role, .yes, .no, .other: return nil
            }
        }
        guard !numbers.isEmpty || namesLast || isAll else { return nil }
        (self.kind, self.numbers, self.namesLast, self.said, self.isAll) = (
            kind, numbers, namesLast, said, isAll
        )
    }

    /// - Parameter ask: For what is not clear.
    func reading(_ question: Question, _ shown: [Option], asking ask: Reading) -> Reading? {
        guard !shown.isEmpty else { return nil }
        // The last on the screen may be "weet ik niet", which goes with nothing else: alone, nobody knows which is meant.
        let isAlone = numbers.isEmpty || question.kind != .multipleChoice
        if namesLast, isAlone, question.allowsUnknown || question.allowsDeclined { return ask }
        let refusals = (question.allowsUnknown ? 1 : 0) + (question.allowsDeclined ? 1 : 0)
        if let wrong = numbers.first(where: { !(1...shown.count + refusals).contains($0) }) {
            return .wrong(.noSuchNumber(wrong, count: shown.count + refusals))
        }
        guard numbers.allSatisfy({ $0 <= shown.count }) else {
            return numbers.count == 1 && kind == .these && !isAll ? refusal(question, shown) : ask
        }
        let named = (numbers.map { $0 - 1 } + (namesLast ? [shown.count - 1] : [])).map { shown[$0].id }
        let others = shown.map(\.id).filter { !named.contains($0) }
        let takesSeveral = question.kind == .multipleChoice
        switch kind {
        case .these where isAll:
            guard named.isEmpty, takesSeveral, said ?? shown.count == shown.count else { return ask }
            return .answer(.options(shown.map(\.id)))
        case .these:
            return named.count == 1 || takesSeveral
                ? .answer(.options(unique(named))) : .several(unique(named))
        case .anyOf: return isAll ? ask : named.count > 1 ? .several(unique(named)) : ask
        case .allBut:
            return takesSeveral && !others.isEmpty && !named.isEmpty ? .answer(.options(others)) : ask
        case .notThese: return isAll || others.count < 2 ? ask : .several(others)
        }
    }

    private func refusal(_ question: Question, _ shown: [Option]) -> Reading {
        let isFirst = numbers[0] == shown.count + 1
        return .answer(isFirst && question.allowsUnknown ? .unknown : .declined)
    }

    private func unique(_ ids: [String]) -> [String] {
        var seen: [String] = []
        for id in ids where !seen.contains(id) { seen.append(id) }
        return seen
    }
}
