/// What a complaint is found by: its number, the names and the words of the story, folded.
///
/// One text for all who look: the index puts it in, and who has no index compares with it.
struct SearchText: Hashable, Sendable {
    /// Words, each with a space before it; a mark stands before what is no word of a text.
    private(set) var bytes: [UInt8] = []

    /// Of which no letter or digit is made.
    static let initialsMark = Array("·".utf8)
    static let numberMark = Array("№".utf8)
    /// Before a name with ij and y in one spelling.
    static let longIJMark = Array("ĳ".utf8)

    init(_ number: ComplaintNumber.Written, names: [[UInt8]], story: [UInt8]) {
        bytes.reserveCapacity(story.count + 160)
        add(number: Array(number.text.utf8))
        for name in names { name.withUnsafeBufferPointer { add(name: $0) } }
        story.withUnsafeBufferPointer { Folding.append($0, to: &bytes) }
    }

    init(_ record: ComplaintRecord) { self = IndexedRecord(record).text }

    /// Whole, and from the beginning of each group on: the parts that people read from a letter.
    private mutating func add(number: [UInt8]) {
        let groups = number.split(separator: UInt8(ascii: "-"))
        for first in groups.indices.dropLast() {
            mark(Self.numberMark)
            for group in groups[first...] { bytes += group.map(Self.small) }
        }
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    /// The words of a name, their first letters, and what a tussenvoegsel is shortened to.
    private mutating func add(name: UnsafeBufferPointer<UInt8>) {
        let start = bytes.count
        Folding.append(name, to: &bytes)
        // "O'Brien" is looked for as "obrien" and as "brien".
        if name.contains(where: Folding.mayJoin) { Folding.append(name, to: &bytes, joining: false) }
        let words = bytes[start...].split(separator: Folding.space).map {
            String(decoding: $0, as: UTF8.self)
        }
        for word in words {
            addInitials(word.prefix(1))
            if let other = Folding.withLongIJ(word) {
                mark(Self.longIJMark)
                bytes += other.utf8
            }
            if let base = Particles.glued(to: word) {
                addInitials("vd")
                bytes.append(Folding.space)
                bytes += base.utf8
            }
        }
        addGlued(words)
        for run in Particles.runs(in: words) {
            for first in run.indices {
                addInitials(run[first...].map(Particles.initials).joined())
            }
        }
    }

    /// `elamrani` of "El Amrani", as people type what they hear.
    private mutating func addGlued(_ words: [String]) {
        for run in Particles.runs(in: words) where run.endIndex < words.endIndex {
            bytes.append(Folding.space)
            for word in words[run.startIndex...run.endIndex] { bytes += word.utf8 }
        }
    }

    private mutating func addInitials(_ letters: some StringProtocol) {
        mark(Self.initialsMark)
        bytes += letters.utf8
    }

    private mutating func mark(_ mark: [UInt8]) {
        bytes.append(Folding.space)
        bytes += mark
    }

    /// Two texts with one fingerprint are taken for the same.
    var fingerprint: Int { Int(bitPattern: UInt(Fingerprint.of(bytes))) }
}

/// Tussenvoegsels: "van der" and its like, which people shorten, leave out and write in one word.
enum Particles {
    private static let all: Set<String> = [
        "aan", "af", "al", "bij", "d", "da", "de", "del", "den", "der", "des", "di", "do", "dos", "du", "el",
        "het", "in", "l", "la", "las", "le", "les", "lo", "los", "onder", "op", "over", "s", "t", "te", "ten",
        "ter", "tot", "uit", "v", "van", "vant", "int", "opt", "vande", "vanden", "vander", "vd", "vdr",
        "vom", "von", "voor",
        "zu", "zum", "zur",
    ]

    /// Of one tussenvoegsel: `d` of "der", `vd` of "vander".
    static func initials(_ word: some StringProtocol) -> String {
        switch word {
        case "vd", "vdr", "vande", "vanden", "vander": "vd"
        // "van 't", with what stands between glued or left out.
        case "vant", "int", "opt": word.prefix(1) + "t"
        default: String(word.prefix(1))
        }
    }

    /// The stretches of tussenvoegsels, before or behind ("Berg, van der") a word that is none.
    static func runs(in words: [String]) -> [ArraySlice<String>] {
        var runs: [ArraySlice<String>] = []
        var start = words.startIndex
        for (index, word) in words.enumerated() where !all.contains(word) {
            if start < index { runs.append(words[start..<index]) }
            start = index + 1
        }
        if start > words.startIndex, start < words.endIndex { runs.append(words[start...]) }
        return runs
    }

    /// `berg` of "vandenberg"; nil when it is another word.
    static func glued(to word: String) -> Substring? {
        for particle in ["vanden", "vander", "vande"] where word.hasPrefix(particle) {
            let rest = word.dropFirst(particle.count)
            return rest.count >= 3 ? rest : nil
        }
        return nil
    }
}
