/// Keywords with other words between their steps, `hij ... slaat ... me`: which step may follow where.
///
/// A step only remembers where the one before it ended last, so that a text is still read once.
struct Stepping: Sendable {
    struct Step {
        /// A place among the keywords with gaps.
        let keyword: Int
        let place: Int
        let isLast: Bool
    }

    /// So many other words may stand between two steps.
    static let widest = 5

    /// By pattern, later steps first: a word never follows itself.
    private(set) var steps: [[Step]] = []
    private var keywords = 0

    init() {}

    init(_ steps: [[Step]], keywords: Int) {
        self.steps = steps.map { $0.sorted { ($1.keyword, $1.place) < ($0.keyword, $0.place) } }
        self.keywords = keywords
    }

    var walk: Walk { Walk(keywords: keywords) }

    /// How far each keyword has come in one text.
    struct Walk {
        typealias Piece = (range: Range<Int>, words: Range<Int>)

        private static let most = 3
        private var reached: [Piece?]

        init(keywords: Int) { reached = [Piece?](repeating: nil, count: keywords * Self.most) }

        /// - Returns: The whole keyword, when this was the last step and all others came before it.
        mutating func take(_ step: Step, _ hit: Lexicon.Hit, _ sentences: [Int]) -> Piece? {
            let slot = step.keyword * Self.most + step.place
            var piece: Piece = (hit.range, hit.words)
            if step.place > 0 {
                guard let before = reached[slot - 1], hit.words.upperBound <= sentences.count,
                    (0...Stepping.widest).contains(hit.words.lowerBound - before.words.upperBound),
                    sentences[hit.words.lowerBound] == sentences[before.words.lowerBound]
                else { return nil }
                piece = (
                    before.range.lowerBound..<hit.range.upperBound,
                    before.words.lowerBound..<hit.words.upperBound
                )
            }
            if step.isLast { return piece }
            reached[slot] = piece
            return nil
        }
    }
}
