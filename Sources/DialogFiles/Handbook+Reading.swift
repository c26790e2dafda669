import DialogEngine
import Rules

/// Reads a whole folder: either a checked handbook, or the list of everything that is wrong. Never half.
public enum HandbookReading {
    public struct Invalid: Error {
        public let diagnostics: [Diagnostic]
        public let folder: DialogFolder

        /// Each with its line and caret.
        public var list: String {
            diagnostics.map { $0.rendered(line: folder.line($0.place)) }.joined(separator: "\n\n")
        }

        /// All mistakes, and a closing count.
        public var rendered: String {
            let mistakes = diagnostics.count { !$0.code.isWarning }
            let count = mistakes == 1 ? "1 fout" : "\(mistakes) fouten"
            return list + "\n\n\(count) in de dialogen. Er is niets gestart of veranderd."
        }
    }

    public static func read(_ folder: DialogFolder) throws(Invalid) -> Handbook { try check(folder).handbook }

    /// A handbook with what a writer needs beside it.
    public struct Checked {
        public let handbook: Handbook
        /// What is worth mending in it.
        public let warnings: Invalid
        /// What must hold on every path.
        public let promises: [Promise]
        /// Where each part of it stands.
        public let places: [HandbookPart: Place]
        /// The conditions of `begrippen.yaml`, in the order written.
        public let terms: [NamedCondition]
    }

    public static func check(_ folder: DialogFolder) throws(Invalid) -> Checked {
        let diagnostics = Diagnostics()
        let reader = HandbookReader(folder: folder, diagnostics: diagnostics)
        let (handbook, terms) = reader.read()
        let promises = reader.promises(handbook)
        let found = Invalid(diagnostics: diagnostics.sorted, folder: folder)
        guard diagnostics.isSound else { throw found }
        return Checked(
            handbook: handbook, warnings: found, promises: promises, places: diagnostics.places, terms: terms)
    }
}

/// One reading of one folder.
private struct HandbookReader {
    let folder: DialogFolder
    let diagnostics: Diagnostics

    func read() -> (handbook: Handbook, terms: [NamedCondition]) {
        let reader = GemeenteReader(diagnostics: diagnostics)
        let (gemeente, files) = reader.gemeente(node("gemeente.yaml"))
        let topics = RegisterReader.topics(node("onderwerpen.yaml"), diagnostics)
        let register = RegisterReader(diagnostics: diagnostics, topics: topics.map(\.id))
            .register(node("partners.yaml"))
        let (terms, calendar) = TermReader(diagnostics: diagnostics).read(node("termijnen.yaml"))

        let questionReader = QuestionReader(diagnostics: diagnostics, register: register, topics: topics)
        let drafts = questionReader.drafts(files.flatMap(questions))
        let vocabulary = Dialog.vocabulary(of: drafts.map(\.question), extra: Rulebook.decisionDomains)
        let conditions = ConditionReader(vocabulary, diagnostics)
        conditions.readTerms(node("begrippen.yaml"))
        let dialog = Dialog(
            version: folder.version, languages: gemeente.languages, vocabulary: vocabulary,
            questions: questionReader.finish(drafts, conditions, vocabulary))

        let table = RouteReader(
            diagnostics: diagnostics, conditions: conditions, register: register, terms: terms, dialog: dialog
        ).table(routes: node("routes.yaml"), ladders: node("ladders.yaml"))
        let (phrases, answerWords) = reader.phrases(node("teksten/programma.yaml"))
        let handbook = Handbook(
            gemeente: gemeente, dialog: dialog,
            rulebook: Rulebook(
                table: table, register: register, terms: terms, calendar: calendar, vocabulary: vocabulary),
            phrases: phrases, answerWords: answerWords,
            emergencies: reader.emergencies(node("nood.yaml"), dialog), letters: letters(),
            translations: gemeente.languages.filter { $0 != "nl" }.map(translation))
        return (handbook, conditions.named)
    }

    /// The guarantees; who only plays the dialogs does not need them.
    func promises(_ handbook: Handbook) -> [Promise] {
        let facts = OutcomeFacts(handbook.dialog, handbook.rulebook.table, handbook.rulebook.register)
        let conditions = ConditionReader(facts.vocabulary, diagnostics)
        conditions.readTerms(node("begrippen.yaml"))
        return PromiseReader(diagnostics: diagnostics, dialog: handbook.dialog, conditions: conditions)
            .promises(node("beloften.yaml"))
    }

    private func translation(_ language: String) -> Translation.Packed {
        TranslationReader(diagnostics: diagnostics).translation(node("teksten/\(language).yaml"), language)
    }

    private func node(_ name: String) -> YAMLNode? {
        text(name).flatMap { YAMLText.parse($0, file: folder.shown(name), into: diagnostics) }
    }

    /// The text of a file that must be there.
    private func text(_ name: String) -> String? {
        let start = Place(file: folder.shown(name), line: 1, column: 1)
        guard let file = folder.file(name) else {
            diagnostics.add(.missingFile, at: start, "dit bestand ontbreekt")
            return nil
        }
        guard file.isText else {
            diagnostics.add(
                .notText, at: start,
                "dit bestand is geen leesbare tekst (UTF-8); bewaar het opnieuw als tekst")
            return nil
        }
        return file.text
    }

    private func questions(_ file: (text: String, place: Place)) -> [YAMLNode] {
        let name = "vragen/\(file.text).yaml"
        guard folder.text(name) != nil else {
            let known = folder.names(in: "vragen").map { String($0.dropFirst(7).dropLast(5)) }
            diagnostics.add(
                .missingFile, at: file.place,
                "er is geen bestand '\(name)'" + Suggestion.near(file.text, among: known))
            return []
        }
        guard let fields = Fields(node(name), diagnostics) else { return [] }
        defer { fields.finish() }
        return fields.list("vragen", isRequired: true)
    }

    private func letters() -> [Handbook.Letter] {
        folder.names(in: "brieven").compactMap { name in
            guard name.hasSuffix(".mustache"), let text = text(name) else { return nil }
            return .init(name: String(name.dropFirst(8).dropLast(9)), template: text)
        }
    }
}
