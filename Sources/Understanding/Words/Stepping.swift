/// Keywords with other words between their steps, `hij ... slaat ... me`: which step may follow where.
///
/// A step only remembers where the one before it ended last, so that a text is still read once.
struct Stepping: Sendable {
    struct Step {
        /// A place among the keywords with gaps.
        let keyword: UInt32
        let place: UInt8
        let isLast: Bool
    }

    /// So many other words may stand between two steps.
    static let widest = 5

    /// By pattern, later steps first: a word never follows itself.
    private(set) var steps = Rows<Step>()
    private(set) var keywordCount = 0

    /// The next keyword with gaps.
    mutating func addKeyword() -> UInt32 {
        defer { keywordCount += 1 }
        return UInt32(keywordCount)
    }

    /// The steps that the next pattern is.
    mutating func addPattern(_ steps: [Step]) {
        self.steps.add(
            steps.count < 2
                ? steps : steps.sorted { ($1.keyword, $1.place) < ($0.keyword, $0.place) })
    }

    var walk: Walk { Walk(keywords: keywordCount) }

    /// How far each keyword has come in one text.
    struct Walk {
        typealias Piece = (range: Range<Int>, words: Range<Int>)

        /// Where the steps so far begin, and the word behind them.
        private struct Reached {
            var byte: Int32 = 0
            var word: Int32 = 0
            /// 0 where none was met yet.
            var end: Int32 = 0
        }

        private static let most = 3
        private var reached: [Reached]

        init(keywords: Int) { reached = [Reached](repeating: Reached(), count: keywords * Self.most) }

        /// - Returns: The whole keyword, when this was the last step and all others came before it.
        mutating func take(_ step: Step, _ hit: Lexicon.Hit, _ sentences: [Int]) -> Piece? {
            let slot = Int(step.keyword) * Self.most + Int(step.place)
            var piece: Piece = (hit.range, hit.words)
            if step.place > 0 {
                let before = reached[slot - 1]
                guard before.end > 0, hit.words.upperBound <= sentences.count,
                    (0...Stepping.widest).contains(hit.words.lowerBound - Int(before.end)),
                    sentences[hit.words.lowerBound] == sentences[Int(before.word)]
                else { return nil }
                piece = (
                    Int(before.byte)..<hit.range.upperBound, Int(before.word)..<hit.words.upperBound
                )
            }
            if step.isLast { return piece }
            reached[slot] = Reached(
                byte: Int32(piece.range.lowerBound), word: Int32(piece.words.lowerBound),
                end: Int32(piece.words.upperBound))
            return nil
        }
    }
}
