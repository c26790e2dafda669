import DialogEngine

/// What is not the same in one file of `herkennen/`, where the words stand by which stories are understood.
///
/// No rule hangs on these words: what is heard is shown, and answered by the resident.
public struct HeardWordsChange: Hashable, Sendable {
    /// The words of one topic, kind or sign; of examples their ids.
    public struct Topic: Hashable, Sendable {
        public let name: String
        public let added: [String]
        public let removed: [String]
        /// Still there, but in another list or with other contents.
        public let changed: [String]
        public let isNew: Bool
        public let isGone: Bool
    }

    /// Beginning with the folder: `herkennen/nood.yaml`.
    public let file: String
    /// None where the file only has another order or other remarks, or is no YAML.
    public let topics: [Topic]

    /// The files that differ, by name; only these are read.
    public static func all(from old: DialogFolder, to new: DialogFolder) -> [HeardWordsChange] {
        Set(old.files.map(\.name)).union(new.files.map(\.name)).sorted().compactMap { name in
            let (before, after) = (old.text(name) ?? "", new.text(name) ?? "")
            guard before != after else { return nil }
            guard name.hasSuffix(".yaml") else { return HeardWordsChange(file: name, topics: []) }
            return HeardWordsChange(file: name, HeardWords(before, name), HeardWords(after, name))
        }
    }

    private init(file: String, topics: [Topic]) {
        self.file = file
        self.topics = topics
    }

    private init(file: String, _ old: HeardWords, _ new: HeardWords) {
        let names = Set(old.topics.keys).union(new.topics.keys).sorted()
        self.init(
            file: file,
            topics: names.compactMap { name in
                let (before, after) = (old.topics[name] ?? [:], new.topics[name] ?? [:])
                guard before != after else { return nil }
                return Topic(
                    name: name, added: after.keys.filter { before[$0] == nil }.sorted(),
                    removed: before.keys.filter { after[$0] == nil }.sorted(),
                    changed: after.keys.filter { before[$0] != nil && before[$0] != after[$0] }.sorted(),
                    isNew: before.isEmpty, isGone: after.isEmpty)
            })
    }
}

/// By topic each word, with the lists that it stands in; of an example its contents.
private struct HeardWords {
    private(set) var topics: [String: [String: String]] = [:]

    /// Languages and weights, which are no topics of their own.
    private static let lists: Set = ["nl", "en", "zwak", "zwak_en", "niet"]

    init(_ text: String, _ file: String) {
        // What is wrong with a file is for `controleer` to say.
        guard !text.isEmpty, let root = YAMLText.parse(text, file: file, into: Diagnostics()) else { return }
        add(root, topic: "", list: "")
    }

    private mutating func add(_ node: YAMLNode, topic: String, list: String) {
        switch node {
        case .text(let word, _): add(word, topic, list)
        case .list(let nodes, _):
            for node in nodes {
                if let id = node.id {
                    add(id, topic, node.contents)
                } else {
                    add(node, topic: topic, list: list)
                }
            }
        case .map(let entries, _):
            for entry in entries {
                if Self.lists.contains(entry.key) {
                    add(entry.value, topic: topic, list: entry.key)
                } else {
                    add(entry.value, topic: entry.key, list: "")
                }
            }
        }
    }

    private mutating func add(_ word: String, _ topic: String, _ contents: String) {
        let other = topics[topic]?[word].map { $0 + " " } ?? ""
        topics[topic, default: [:]][word] = other + contents
    }
}

extension YAMLNode {
    fileprivate var id: String? {
        guard case .map(let entries, _) = self,
            case .text(let id, _)? = entries.first(where: { $0.key == "id" })?.value
        else { return nil }
        return id
    }

    /// All of it as one text, to see whether it is the same.
    fileprivate var contents: String {
        switch self {
        case .text(let text, _): text
        case .list(let nodes, _): nodes.map(\.contents).joined(separator: "\u{1F}")
        case .map(let entries, _):
            entries.map { "\($0.key): \($0.value.contents)" }.joined(separator: "\u{1E}")
        }
    }
}
