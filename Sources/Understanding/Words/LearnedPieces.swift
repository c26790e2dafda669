import DialogEngine

/// The pieces of words that were learned from examples, besides the keywords that people thought of.
///
/// `twintigje` is no keyword, and yet says something, and so do `twintigjes` and `twitigje`: they share pieces of four
/// letters. Each piece counts by how seldom it is, and all pieces of a text together count the same in a long text
/// and a very long one. In a few words they count less: those say little, and a keyword among them says more.
public struct LearnedPieces: Hashable, Sendable {
    /// Four letters or digits in a row, with `_` where a word begins and ends; a word of one letter is one piece.
    public struct Piece: Hashable, Sendable {
        /// The bytes of its letters, the first one highest.
        public let code: UInt32
        /// How seldom it is: the logarithm of how many texts there are for each that has it.
        public let rarity: Float

        public init(code: UInt32, rarity: Float) {
            self.code = code
            self.rarity = rarity
        }

        /// - Returns: nil when this is no piece.
        public init?(_ letters: some StringProtocol, rarity: Float) {
            let bytes = Array(letters.utf8)
            guard (3...4).contains(bytes.count), bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
                return nil
            }
            self.init(code: bytes.reduce(0) { $0 << 8 | UInt32($1) }, rarity: rarity)
        }

        public var letters: String {
            let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }
            return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
        }
    }

    /// By their codes, each once.
    public let pieces: [Piece]

    public static let none = LearnedPieces([])

    public init(_ pieces: [Piece]) { self.pieces = pieces.sorted { $0.code < $1.code } }

    /// A piece of one or two texts teaches nothing about others.
    private static let leastTexts = 3

    /// How much the pieces of a text count together.
    private static let length: Float = 3
    /// What the pieces of some six words come to; with fewer a text counts less.
    private static let fewWords: Float = 20

    init(of texts: [FreeText]) {
        var counts: [UInt32: Int] = [:]
        for text in texts {
            for code in Set(text.words.flatMap { Self.codes(of: $0.folded) }) {
                counts[code, default: 0] += 1
            }
        }
        self.init(
            counts.filter { $0.value >= Self.leastTexts }.map {
                Piece(code: $0.key, rarity: Float(Logarithm.natural(Double(texts.count) / Double($0.value))))
            })
    }

    var count: Int { pieces.count }

    /// The places of the pieces of a text, rising, each with what it counts.
    func found(in text: FreeText) -> [(place: Int, value: Float)] {
        guard !pieces.isEmpty else { return [] }
        var isThere = [Bool](repeating: false, count: pieces.count)
        for word in text.words { for place in places(in: word.folded) { isThere[place] = true } }
        let places = isThere.indices.filter { isThere[$0] }
        let length = places.reduce(Float(0)) { $0 + pieces[$1].rarity * pieces[$1].rarity }.squareRoot()
        return places.compactMap { place in
            let rarity = pieces[place].rarity
            return rarity > 0 ? (place, rarity * Self.length / max(length, Self.fewWords)) : nil
        }
    }

    /// The places of the pieces of a word that are known, in its order.
    func places(in word: String) -> [Int] { Self.codes(of: word).compactMap(place) }

    func place(of code: UInt32) -> Int? {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].code < code { low = middle + 1 } else { high = middle }
        }
        return low < pieces.count && pieces[low].code == code ? low : nil
    }

    /// None for a word in another script: few who write so are among the examples.
    ///
    /// - Parameter word: Folded.
    static func codes(of word: String) -> [UInt32] {
        guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
        let edge = UInt32(UInt8(ascii: "_"))
        var code = edge
        var codes: [UInt32] = []
        codes.reserveCapacity(word.utf8.count)
        var length = 1
        for byte in word.utf8 {
            code = code << 8 | UInt32(byte)
            length += 1
            if length > 3 { codes.append(code) }
        }
        codes.append(code << 8 | edge)
        return codes
    }
}
