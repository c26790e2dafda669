import DialogEngine
import Proof
import Records
import Reports
import Rules

extension Conversation {
    /// A prompt in this talk.
    ///
    /// - Parameters:
    ///   - place: Which question, or what else is asked.
    ///   - isDecisive: Enter or a yes by accident would do harm here.
    func prompt(
        _ place: String, title: String = "", note: String = "", completer: Completer? = nil,
        takesLines: Bool = false, isDecisive: Bool = false, refused: String = ""
    ) -> Prompt {
        let draft = talk?.draft
        let prepare = setting.listening.prepare
        return Prompt(
            title: title, note: note, place: Prompt.Place(talk: visit, question: place),
            completer: completer ?? commandCompleter, takesLines: takesLines, takesTypedAhead: !isDecisive,
            refused: refused, remarks: remarks,
            whenShown: {
                draft?.eraseOlder()
                prepare()
            })
    }

    var yesOrNo: Completer {
        let words = [wording(.yes), wording(.no)]
        return Completer { _ in words }
    }

    // MARK: Completion

    private var commandCompleter: Completer {
        let wording = wording
        return Completer { typed in typed.hasPrefix("/") ? Self.commands(typed, wording) : [] }
    }

    /// The choices of a question and the commands; a word that begins no choice finds those it means.
    func completer(for question: Question, party: String?, parties: [String]) -> Completer {
        let wording = wording
        let takesSeveral = question.kind == .multipleChoice
        let labels: @Sendable () -> [String] = {
            question.options.map { wording($0.label, wording.fillings(party: party, parties: parties)) }
                + wording.refusals(of: question)
        }
        return Completer { typed in
            if typed.hasPrefix("/") { return Self.commands(typed, wording) }
            let (before, _) = Self.parts(typed, takesSeveral)
            return labels().map { before + $0 }
        } meant: { typed in
            let (before, last) = Self.parts(typed, takesSeveral)
            let values = wording.fillings(party: party, parties: parties)
            return Choices.matching(
                last, in: question.options, besides: wording.handbook.answerWords.small,
                translation: wording.translation
            ).map { before + wording($0.label, values) }
        }
    }

    /// What is completed in a list with commas is its last part.
    private static func parts(_ typed: String, _ takesSeveral: Bool) -> (before: String, last: String) {
        guard takesSeveral, let comma = typed.lastIndex(of: ",") else { return ("", typed) }
        let last = typed[typed.index(after: comma)...].drop { $0 == " " }
        return (String(typed[..<last.startIndex]), String(last))
    }

    private static func commands(_ typed: String, _ wording: Wording) -> [String] {
        let partners = "/\(Command.partners.rawValue) "
        if typed.hasPrefix(partners) {
            return wording.handbook.rulebook.register.partners.map {
                partners + wording.translation($0.name)
            }
        }
        for whyNot in ["/\(Command.why.rawValue) niet ", "/why not "] where typed.hasPrefix(whyNot) {
            return OutcomeNames(wording.handbook, wording.translation).all.map { whyNot + $0 }
        }
        return Command.allCases.map { "/\($0.name(in: wording.language))" }
    }
}

extension Prompt.Remarks {
    init(_ wording: Wording) {
        self.init(
            tooLong: wording.unfilled(.textTooLong), typedTooEarly: wording(.typedTooEarly),
            moreChoices: wording.unfilled(.moreChoices), unfinished: wording(.unfinishedLine),
            crashed: wording(.crashed))
    }
}

extension Wording {
    /// The answers that are no choice, where the question allows them.
    func refusals(of question: Question) -> [String] {
        (question.allowsUnknown ? [self(.optionUnknown)] : [])
            + (question.allowsDeclined ? [self(.optionDeclined)] : [])
    }
}
