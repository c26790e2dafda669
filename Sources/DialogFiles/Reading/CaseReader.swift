import DialogEngine
import Rules

/// A case a writer adds without code: these answers must come to that decision.
public struct DialogCase: Sendable {
    public struct Given: Hashable, Sendable {
        public let question: String
        /// nil when it counts for every party.
        public let party: String?
        public let values: [String]
    }

    /// What must come out; nil means that the case does not say.
    public struct Expected: Hashable, Sendable {
        public let channel: String?
        public let kind: String?
        public let detail: String?
        public let rule: String?
        /// The place where the matter lies: a service or body.
        public let place: String?
        public let steps: [String]
        /// Last day of the step where the matter lies.
        public let lastDay: Day?
        public let mentions: [String]
        public let keeps: String?
    }

    public let name: String
    public let place: Place
    public let today: Day
    public let given: [Given]
    public let expected: Expected
}

/// Reads `proeven/*.yaml`.
public enum CaseReading {
    public static func read(_ folder: DialogFolder) throws(HandbookReading.Invalid) -> [DialogCase] {
        let diagnostics = Diagnostics()
        var cases: [DialogCase] = []
        for name in folder.names(in: "proeven") {
            guard let text = folder.text(name, into: diagnostics),
                let fields = Fields(
                    YAMLText.parse(text, file: folder.shown(name), into: diagnostics), diagnostics)
            else { continue }
            cases += fields.list("proeven", isRequired: true).compactMap { read($0, diagnostics) }
            fields.finish()
        }
        guard diagnostics.isSound else {
            throw HandbookReading.Invalid(diagnostics: diagnostics.sorted, folder: folder)
        }
        return cases
    }

    private static func read(_ node: YAMLNode, _ diagnostics: Diagnostics) -> DialogCase? {
        guard let fields = Fields(node, diagnostics), let today = fields.day("vandaag", isRequired: true),
            let answers = Fields(fields.required("antwoorden"), diagnostics),
            let expected = Fields(fields.required("verwacht"), diagnostics)
        else { return nil }
        defer {
            expected.finish()
            fields.finish()
        }
        return DialogCase(
            name: fields.string("naam"), place: node.place, today: today,
            given: answers.keys.flatMap { given($0, answers) },
            expected: .init(
                channel: expected.optionalString("kanaal"), kind: expected.optionalString("soort"),
                detail: expected.optionalString("detail"), rule: expected.optionalString("regel"),
                place: expected.optionalString("waar"), steps: expected.strings("stappen"),
                lastDay: expected.day("laatsteDag"), mentions: expected.strings("vermeldingen"),
                keeps: expected.optionalString("bewaart")))
    }

    private static func given(_ entry: YAMLNode.Entry, _ answers: Fields) -> [DialogCase.Given] {
        guard case .map(let parts, _) = entry.value else {
            return [.init(question: entry.key, party: nil, values: answers.strings(entry.key))]
        }
        return parts.map { part in
            .init(question: entry.key, party: part.key, values: answers.string(part.value).map { [$0] } ?? [])
        }
    }
}
