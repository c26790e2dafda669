extension DialogFolder {
    /// The folder with the words by which texts are understood.
    static let listening = "herkennen"

    /// Stories to learn from, in that folder.
    private static let stories = "verhalen"

    /// The weights that were learned from those words and the examples.
    public static let weightsFile = listening + "/gewichten.txt"

    /// Reads what is needed to understand texts; without files where a gemeente has none.
    ///
    /// Apart from the rest, because a desk that opens does not wait for it.
    public init(readingWordsIn path: String) {
        let words = DialogFolder(readingWordsIn: path, besides: [])
        let folder = Self.listening + "/" + Self.stories
        let stories = Self.entries(path + "/" + folder).filter { $0.hasSuffix(".txt") }
        self.init(path: path, files: words.files + stories.map { Self.file(folder + "/" + $0, in: path) })
    }

    /// Reads what understanding a talk takes: the words and the weights, not the examples that those came from.
    init(readingWordsForDeskIn path: String) {
        self.init(readingWordsIn: path, besides: ["voorbeelden.yaml"])
    }

    private init(readingWordsIn path: String, besides left: Set<String>) {
        var files: [File] = []
        let folder = path + "/" + Self.listening
        if let problem = FileProblem.ofFolder(folder) {
            files.append(File(name: Self.listening, bytes: [], problem: problem))
        }
        for name in Self.entries(folder)
        where (name.hasSuffix(".yaml") || name == "gewichten.txt") && !left.contains(name) {
            files.append(Self.file(Self.listening + "/" + name, in: path))
        }
        self.init(path: path, files: files)
    }

    /// Reads the examples in a folder; no files where it is not there.
    init(readingExamplesIn path: String) {
        let names = Self.entries(path).filter { $0.hasSuffix(".yaml") }
        self.init(path: path, files: names.map { Self.file($0, in: path) })
    }

    static func isStories(_ name: String) -> Bool { name.hasPrefix(listening + "/" + stories + "/") }

    static let surplusFile = listening + "/te-veel.yaml"

    /// Reads only the words by which what does not belong in a complaint is noticed; no file where there are none.
    public init(readingSurplusIn path: String) {
        let isThere = Self.entries(path + "/" + Self.listening).contains("te-veel.yaml")
        self.init(path: path, files: isThere ? [Self.file(Self.surplusFile, in: path)] : [])
    }
}
