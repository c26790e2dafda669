import DialogEngine

/// Finds in what a person told by what he can be reached, and who he is.
///
/// What counts as a telephone number, an e-mail address or a postcode is decided where typed answers are read; this
/// only looks for the pieces of a text that may be one.
public struct ContactFinder {
    let text: FreeText
    let gaps: Gaps
    /// Whether it is a note of who types along with a caller: then `haar` and `zijn` are of the caller.
    let isNote: Bool

    /// - Parameter isNoted: Whether it was typed by who hears a caller, not by who tells it.
    public init(_ text: FreeText, isNoted: Bool = false) {
        self.text = text
        gaps = Gaps(text)
        isNote = Self.isNote(text, isNoted)
    }

    /// In the order of the text; none lies within another. What is somebody else's is `unsure`: it is no find to offer,
    /// and belongs to what must not be kept along with a story.
    public func finds() -> [Find<ContactDatum>] {
        let all = emails() + phones() + addresses() + names()
        // The surer of two that say something of the same piece.
        var kept: [Find<ContactDatum>] = []
        var isTaken = [Bool](repeating: false, count: text.text.utf8.count)
        for find in all.sorted(by: { $0.certainty > $1.certainty }) where !isTaken[find.place].contains(true)
        {
            for byte in find.place { isTaken[byte] = true }
            kept.append(find)
        }
        return doubting(kept.sorted { $0.place.lowerBound < $1.place.lowerBound })
    }

    /// Of two numbers or two addresses neither is surely that of the person.
    private func doubting(_ finds: [Find<ContactDatum>]) -> [Find<ContactDatum>] {
        func said(_ find: Find<ContactDatum>) -> (sort: Int, value: String)? {
            switch find.value {
            case .phone(let number): number.canBeCalledBack ? (0, number.normalForm) : nil
            case .address(let address): address.postcode.map { (1, $0) }
            case .email(let address): (2, address)
            case .name, .incomplete: nil
            }
        }
        var values: [Int: Set<String>] = [:]
        for case (let sort, let value)? in finds.filter({ $0.sureness > .unsure }).map(said) {
            values[sort, default: []].insert(value)
        }
        return finds.map { find in
            guard let (sort, _) = said(find), (values[sort]?.count ?? 0) > 1 else { return find }
            return Find(find.value, from: find.evidence, certainty: min(find.certainty, Self.oneOfSeveral))
        }
    }

    private static var oneOfSeveral: Double { 0.6 }

    /// - Parameter words: Indexes of neighbouring words.
    func find(_ datum: ContactDatum, at words: Range<Int>, certainty: Double) -> Find<ContactDatum> {
        Find(datum, from: [text.evidence(words)], certainty: certainty)
    }

    /// The folded word; empty beyond the text.
    func word(_ index: Int) -> String { text.words.indices.contains(index) ? text.words[index].folded : "" }

    /// As it was written.
    func written(_ index: Int) -> String { text.evidence(index..<index + 1).words }
}

extension Find<ContactDatum> {
    /// The bytes that it was read from.
    var place: Range<Int> { evidence[0].range.lowerBound..<evidence[evidence.count - 1].range.upperBound }
}

/// What stands between the words of a text.
struct Gaps {
    private let bytes: [UInt8]
    private let words: [FreeText.Word]

    init(_ text: FreeText) {
        bytes = Array(text.text.utf8)
        words = text.words
    }

    /// What stands before a word, since the one before it.
    func before(_ index: Int) -> String {
        let start = index == 0 ? 0 : words[index - 1].range.upperBound
        let end = index < words.count ? words[index].range.lowerBound : bytes.count
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Whether two neighbours stand in one breath: no end of a sentence or line between them.
    func areJoined(_ index: Int) -> Bool {
        let gap = before(index)
        return !gap.contains { ".!?;\n\r,:()\"".contains($0) }
    }
}
