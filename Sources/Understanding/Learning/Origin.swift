extension WeightsText.Origin {
    /// Marks of the words that features are made of and of the examples: other content, other mark.
    public init(_ knowledge: Knowledge, _ examples: [Example]) {
        var words = Mark()
        for group in knowledge.labelled {
            words.add(group.id)
            for keyword in group.keywords {
                words.add(keyword.phrase)
                words.add("\(keyword.reach.rawValue) \(keyword.strength.rawValue)")
            }
        }
        for word in knowledge.denials.sorted() { words.add(word) }
        var learned = Mark()
        for example in examples {
            learned.add(example.text)
            learned.add(
                ([example.kind, example.topic, example.isApart ? "1" : "0"] + example.alsoKinds).joined(
                    separator: " "))
        }
        self.init(words: words.value, examples: learned.value)
    }
}

/// A short mark of texts (FNV-1a); it tells versions apart and protects nothing.
private struct Mark {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        value = (value ^ 0xFF) &* 0x100_0000_01B3
    }
}
