import DialogEngine
import Rules

/// Reads a whole folder: either a checked handbook, or the list of everything that is wrong. Never half.
public enum HandbookReading {
    public struct Invalid: Error {
        public let diagnostics: [Diagnostic]
        public let folder: DialogFolder

        /// Each with its line and caret.
        public var list: String {
            // By file, so that each is cut into lines once.
            Dictionary(grouping: diagnostics.prefix(Self.mostShown), by: \.place.file).sorted {
                $0.key < $1.key
            }
            .flatMap { file, diagnostics in
                let lines = folder.lines(of: file)
                return diagnostics.map { $0.rendered(line: folder.line($0.place, in: lines)) }
            }.joined(separator: "\n\n")
        }

        /// The rest is told when these are mended.
        private static let mostShown = 500

        /// Said when a file could not be read: see `Diagnostics.sorted`.
        public static let lookAgain =
            "Verbeter dit eerst en kijk dan nog eens; wat ergens anders naar verwijst, is nog niet nagekeken."

        /// All mistakes, and a closing count.
        public var rendered: String {
            let mistakes = diagnostics.count { !$0.code.isWarning }
            let count = mistakes == 1 ? "1 fout" : "\(mistakes) fouten"
            let later = diagnostics.contains { $0.code.hidesPart } ? "\n\n" + Self.lookAgain : ""
            return list + later + "\n\n\(count) in de dialogen. Er is niets gestart of veranderd."
        }
    }

    /// What the desk needs; how well it is written is not looked at.
    public static func read(_ folder: DialogFolder) throws(Invalid) -> Handbook {
        let reader = HandbookReader(folder: folder, diagnostics: Diagnostics())
        let handbook = reader.read().handbook
        _ = try reader.sound()
        return handbook
    }

    /// A handbook with what a writer needs beside it.
    public struct Checked: Sendable {
        public let handbook: Handbook
        /// What is worth mending in it.
        public let warnings: Invalid
        /// The articles that it cites.
        public let laws: LawTable
        /// What must hold on every path.
        public let promises: [Promise]
        /// Where each part of it stands.
        public let places: [HandbookPart: Place]
        /// The conditions of `begrippen.yaml`, in the order written.
        public let terms: [NamedCondition]
        /// Why paths were moved, in the order written.
        public let changes: [ChangeNote]
        /// How long what is kept; nil for a gemeente that has not laid it down.
        public let retention: RetentionTable?
    }

    /// What a writer needs: also whether the texts are easy to read.
    public static func check(_ folder: DialogFolder) throws(Invalid) -> Checked {
        let diagnostics = Diagnostics()
        let reader = HandbookReader(folder: folder, diagnostics: diagnostics)
        let (handbook, terms) = reader.read()
        let promises = reader.promises(handbook)
        let laws = reader.laws()
        let changes = reader.changes()
        let retention = reader.retention()
        if let rules = reader.writingRules(), diagnostics.areTextsWhole {
            WritingCheck(
                rules: rules, handbook: handbook, letters: LetterLine.all(in: folder),
                diagnostics: diagnostics
            ).check()
        }
        return Checked(
            handbook: handbook, warnings: try reader.sound(), laws: laws, promises: promises,
            places: diagnostics.places, terms: terms, changes: changes, retention: retention)
    }

    /// How long what is kept, for who erases what has been kept long enough; nil for a gemeente that has not laid it
    /// down.
    public static func retention(_ folder: DialogFolder) throws(Invalid) -> RetentionTable? {
        let reader = HandbookReader(folder: folder, diagnostics: Diagnostics())
        let table = reader.retention()
        _ = try reader.sound()
        return table
    }
}

/// One reading of one folder.
private struct HandbookReader {
    let folder: DialogFolder
    let diagnostics: Diagnostics

    func read() -> (handbook: Handbook, terms: [NamedCondition]) {
        for file in folder.files { folder.tell(file, diagnostics) }
        let reader = GemeenteReader(diagnostics: diagnostics)
        let (gemeente, files) = reader.gemeente(node("gemeente.yaml"))
        let topics = RegisterReader.topics(node("onderwerpen.yaml"), diagnostics)
        let register = RegisterReader(diagnostics: diagnostics, topics: topics.map(\.id))
            .register(node("partners.yaml"))
        let (terms, calendar) = TermReader(diagnostics: diagnostics).read(node("termijnen.yaml"))

        let questionReader = QuestionReader(diagnostics: diagnostics, register: register, topics: topics)
        let mistakes = diagnostics.all.count
        tellUnused(files.map(\.text))
        let nodes = files.flatMap(questions)
        let isWhole = diagnostics.all.count == mistakes
        let drafts = questionReader.drafts(nodes)
        // Where a question cannot be read, it is not missing.
        if isWhole, drafts.count == nodes.count, let first = files.first {
            KnownQuestionCheck(diagnostics: diagnostics).check(drafts, at: first.place)
        }
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
            translations: translations(gemeente.languages.filter { $0 != "nl" }))
        return (handbook, conditions.named)
    }

    /// The articles; who only plays the dialogs does not need them.
    func laws() -> LawTable { LawReader(diagnostics: diagnostics).read(node("wetten.yaml")) }

    /// The guarantees; who only plays the dialogs does not need them.
    func promises(_ handbook: Handbook) -> [Promise] {
        let facts = OutcomeFacts(handbook.dialog, handbook.rulebook.table, handbook.rulebook.register)
        let conditions = ConditionReader(facts.vocabulary, diagnostics)
        conditions.readTerms(node("begrippen.yaml"))
        return PromiseReader(diagnostics: diagnostics, dialog: handbook.dialog, conditions: conditions)
            .promises(node("beloften.yaml"))
    }

    /// Empty for a gemeente that has moved nothing yet.
    func changes() -> [ChangeNote] {
        guard folder.file("wijzigingen.yaml") != nil else { return [] }
        return ChangeNoteReader(diagnostics: diagnostics).notes(node("wijzigingen.yaml"))
    }

    /// nil for a gemeente that lays down nothing of how long it keeps what.
    func retention() -> RetentionTable? {
        guard folder.file("bewaren.yaml") != nil else { return nil }
        return RetentionReader(diagnostics: diagnostics).table(node("bewaren.yaml"))
    }

    /// nil for a gemeente that lays down nothing of how it writes.
    func writingRules() -> WritingRules? {
        guard folder.file("schrijfwijze.yaml") != nil else { return nil }
        return WritingRulesReader(diagnostics: diagnostics).rules(node("schrijfwijze.yaml"))
    }

    /// The last thing that is read, so that all texts are known.
    private func translations(_ languages: [String]) -> [Translation.Packed] {
        let reader = TranslationReader(diagnostics: diagnostics, knowsAll: diagnostics.isSound)
        return languages.map { reader.translation(node("teksten/\($0).yaml"), $0) }
    }

    /// - Returns: What is worth mending.
    func sound() throws(HandbookReading.Invalid) -> HandbookReading.Invalid {
        let found = HandbookReading.Invalid(diagnostics: diagnostics.sorted, folder: folder)
        guard diagnostics.isSound else { throw found }
        return found
    }

    private func node(_ name: String) -> YAMLNode? {
        text(name).flatMap { YAMLText.parse($0, file: folder.shown(name), into: diagnostics) }
    }

    /// The text of a file that must be there.
    private func text(_ name: String) -> String? { folder.text(name, into: diagnostics) }

    private func questions(_ file: (text: String, place: Place)) -> [YAMLNode] {
        let name = "vragen/\(file.text).yaml"
        guard folder.file(name) != nil else {
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

    private func tellUnused(_ used: [String]) {
        for name in folder.names(in: "vragen") where !used.contains(String(name.dropFirst(7).dropLast(5))) {
            // What cannot be read is told already.
            guard folder.file(name)?.problem == nil else { continue }
            diagnostics.add(
                .unusedFile, at: Place(file: folder.shown(name), line: 1, column: 1),
                "deze vragen worden nooit gesteld; zet dit bestand bij 'vragen' in gemeente.yaml of haal het weg"
            )
        }
    }

    private func letters() -> [Handbook.Letter] {
        for known in KnownLetter.allCases {
            let name = "brieven/\(known.rawValue).mustache"
            guard folder.file(name) == nil else { continue }
            let place = Place(file: folder.shown(name), line: 1, column: 1)
            diagnostics.add(.missingFile, at: place, "dit bestand ontbreekt; het programma drukt ermee af")
        }
        return folder.names(in: "brieven").compactMap { name -> Handbook.Letter? in
            guard name.hasSuffix(".mustache"), let text = text(name) else { return nil }
            return .init(name: String(name.dropFirst(8).dropLast(9)), template: text)
        }
    }
}
