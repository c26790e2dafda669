/// The folded words of a text with one space before, between and after them: what patterns are looked for in.
struct SpacedText {
    let bytes: [UInt8]
    /// Where each word begins, in `bytes`.
    let starts: [Int]
    /// The sentence of each word.
    let sentences: [Int]

    init(_ text: FreeText) {
        self.init(sentences: text.words.map(\.sentence)) { text.words[$0].folded.utf8 }
    }

    private init(sentences: [Int], _ word: (Int) -> some Sequence<UInt8>) {
        let count = sentences.count
        var bytes: [UInt8] = [Self.space]
        var starts: [Int] = []
        starts.reserveCapacity(count)
        for place in 0..<count {
            starts.append(bytes.count)
            bytes += word(place)
            bytes.append(Self.space)
        }
        self.bytes = bytes
        self.starts = starts
        self.sentences = sentences
    }

    func word(_ place: Int) -> ArraySlice<UInt8> {
        bytes[starts[place]..<((place + 1 < starts.count ? starts[place + 1] : bytes.count) - 1)]
    }

    /// With other words in some places.
    func replacing(_ words: [Int: [UInt8]]) -> SpacedText {
        SpacedText(sentences: sentences) { words[$0].map { $0[...] } ?? word($0) }
    }

    static let space = UInt8(ascii: " ")
}
