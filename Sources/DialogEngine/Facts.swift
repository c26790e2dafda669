/// One thing that conditions may ask about, with every value it can have.
public struct FactDomain: Hashable, Sendable {
    /// As it stands in the dialog files: `soort`, `partij.regime`.
    public let name: String
    public let values: [String]
    /// The indexes of values that mean *not known*: "weet ik niet" and "wil ik niet zeggen".
    public let unknown: ValueSet

    public init(name: String, values: [String]) {
        self.name = name
        self.values = values
        self.unknown = ValueSet(
            values.indices.filter { values[$0] == Answer.unknownID || values[$0] == Answer.declinedID })
    }

    public func index(of value: String) -> Int? { values.firstIndex(of: value) }
}

/// A set of value indexes of one domain.
public struct ValueSet: Hashable, Sendable {
    public private(set) var words: [UInt64]

    public init(_ indexes: some Sequence<Int>) {
        words = []
        for index in indexes {
            while words.count <= index / 64 { words.append(0) }
            words[index / 64] |= 1 << UInt64(index % 64)
        }
    }

    public init(words: [UInt64]) { self.words = words }

    public func contains(_ index: Int) -> Bool {
        let word = index / 64
        return word < words.count && words[word] & (1 << UInt64(index % 64)) != 0
    }

    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    public var indexes: [Int] { (0..<words.count * 64).filter(contains) }
}

/// All facts of a dialog; conditions name them by index, so that evaluating one compares integers.
public struct Vocabulary: Hashable, Sendable {
    public let domains: [FactDomain]
    private let indexByName: [String: Int]

    public init(_ domains: [FactDomain]) {
        self.domains = domains
        indexByName = Dictionary(
            domains.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first }
        )
    }

    public func index(of name: String) -> Int? { indexByName[name] }
}

/// What is known now: for each fact of the vocabulary its value, or nothing.
///
/// A fact of a question that was not asked, or not answered yet, is absent.
public struct Facts: Hashable, Sendable {
    private var values: [Int32]

    public init(count: Int) { values = [Int32](repeating: -1, count: count) }

    /// The value's index in its domain; nil when the fact is absent.
    public subscript(fact: Int) -> Int? {
        get { values[fact] < 0 ? nil : Int(values[fact]) }
        set { values[fact] = Int32(newValue ?? -1) }
    }

    /// Sets a fact by name; a name or value that the vocabulary does not have is left out.
    public mutating func set(_ name: String, _ value: String, in vocabulary: Vocabulary) {
        guard let fact = vocabulary.index(of: name),
            let index = vocabulary.domains[fact].index(of: value)
        else { return }
        self[fact] = index
    }

    /// The facts that are present: fact and value.
    var present: [Int: Int] {
        Dictionary(
            uniqueKeysWithValues: values.indices.compactMap { fact in self[fact].map { (fact, $0) } })
    }

    /// The facts that are present, by name.
    public func named(_ vocabulary: Vocabulary) -> [(name: String, value: String)] {
        vocabulary.domains.indices.compactMap { fact in
            self[fact].map { (vocabulary.domains[fact].name, vocabulary.domains[fact].values[$0]) }
        }
    }
}
