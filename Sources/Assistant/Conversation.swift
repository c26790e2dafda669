import DialogEngine
import Proof
import Records
import Reports
import Rules

/// Holds the talks of one desk, one after the other, until it is closed.
///
/// A class because it is the one place where a talk changes: every answer goes to the draft before the next
/// prompt.
public final class Conversation {
    /// How it ended.
    public enum Ending: Hashable, Sendable {
        case stopped
        /// No more input; an unfinished talk is kept as a draft.
        case inputEnded
        case interrupted
        /// Somebody asked the program to leave: the number of the signal.
        case mustLeave(signal: Int32)
    }

    var keeper: Keeper
    let console: any Console
    /// In the language of the talk.
    public internal(set) var wording: Wording { didSet { remarks = Prompt.Remarks(wording) } }
    private(set) var remarks: Prompt.Remarks
    var telling: DecisionTelling { DecisionTelling(wording, today: today) }
    var outcomeScreen: OutcomeScreen { OutcomeScreen(wording: wording) }

    var talk: Talk? {
        didSet { if (talk == nil) != (oldValue == nil) { visit += 1 } }
    }
    /// Counts talks: the next person finds no words of the last one at the keyboard.
    private(set) var visit = 0
    /// What the last finished talk told and kept, for `/print`, `/waarom` and `/notitie`.
    var last: KeptMatter?
    /// The choices of that talk, for `/waarom niet`; gone when the next person begins.
    var lastTalk: Session?
    /// The story of that talk without who told it, for `+`; gone when the next person begins.
    var lastExample: KeptExample?
    /// Of this day and this language: it looks hundreds of words up once, not at every answer.
    var knownReader: AnswerReader?
    /// What somebody began to tell before the first question stood there.
    var firstLine: String?
    /// All talks there can be; made when somebody asks for another outcome.
    var provenTalks: Counterfactuals?
    /// The store did not take the last thing it was given.
    public internal(set) var storeFailed = false
    /// Files of drafts that it was said of that they are no good.
    var toldFiles: Set<DamagedFile> = []
    private var wasInterrupted = false

    public init(_ setting: DeskSetting, console: any Console) {
        self.console = console
        let wording = Wording(setting.handbook, language: setting.language)
        self.wording = wording
        remarks = Prompt.Remarks(wording)
        keeper = Keeper(setting)
    }

    var setting: DeskSetting { keeper.setting }
    var handbook: Handbook { setting.handbook }
    var today: Day { setting.now().day }

    /// Leaving the conversation, from however deep.
    struct Leaving: Error {
        let ending: Ending
    }

    /// Runs until somebody stops it or the input ends.
    ///
    /// - Throws: `ConsoleProblem` when screen or keyboard are gone; the draft is then on disk.
    public func run() throws -> Ending {
        do {
            try open()
            while true {
                if talk == nil {
                    lastTalk = nil
                    lastExample = nil
                    talk = newTalk()
                }
                try holdTalk()
            }
        } catch let leaving as Leaving {
            try close(leaving.ending)
            return leaving.ending
        }
    }

    /// A draft was taken up in the place of another talk.
    func beginVisit() { visit += 1 }

    private func open() throws {
        let voice: Phrase =
            switch setting.voice {
            case .desk: .voiceDesk
            case .phone: .voicePhone
            case .kiosk: .voiceKiosk
            }
        try say(wording(.header, ["stem": wording(voice)]), style: .strong)
        try say(wording(.keys), style: .faint)
        try say(wording(.privacyShort))
        if handbook.gemeente.people.isEmpty { try say(wording(.noPeopleList), style: .faint) }
        if setting.isStoreOnNetwork { try say(wording(.storeOnNetwork), style: .faint) }
        try eraseOldDrafts()
        try offerDrafts()
    }

    private func close(_ ending: Ending) throws {
        let isUnfinished = talk?.isWorthKeeping == true
        switch ending {
        case .inputEnded: try say(wording(.inputEnded))
        case .mustLeave: try say(wording(.mustLeave))
        case .stopped, .interrupted: break
        }
        if isUnfinished {
            try say(
                storeFailed
                    ? wording(.answerNotKept)
                    : wording(.draftKept, ["dagen": String(handbook.gemeente.draftDays)]),
                style: storeFailed ? .warning : .plain)
        }
        talk?.draft?.letGo()
        if ending == .stopped { try say(wording(.goodbye)) }
    }

    func newTalk() -> Talk {
        Talk(session: handbook.session(on: today), language: wording.language, madeAt: setting.now())
    }

    // MARK: Talking

    /// Plays one talk to its end, or until a command leaves it.
    private func holdTalk() throws {
        while let talk {
            let replay = talk.session.replay()
            if replay.isRouteComplete {
                if handbook.rulebook.keeping(replay) == .count {
                    try finish(replay)
                    continue
                }
                try showAdvice(talk, replay)
            }
            if talk.again == nil, !talk.openOffer.isEmpty {
                try offer(talk.openOffer, replay)
            } else if let key = talk.again ?? replay.next {
                try ask(key, replay)
            } else {
                try review(replay)
            }
        }
    }

    /// Shows the advice once it is there, before the resident chooses.
    private func showAdvice(_ talk: Talk, _ replay: Replay) throws {
        guard let next = replay.next, talk.again == nil,
            talk.dialog.question(next.question)?.purposes == [.help]
        else { return }
        let advice = handbook.advice(on: talk.session, replay)
        guard talk.shownAdvice != advice.ruleID else { return }
        self.talk?.shownAdvice = advice.ruleID
        try console.write(outcomeScreen.advice(telling.told(advice, advice: advice)))
    }

    // MARK: Reading

    /// One typed line, with the end of input and Ctrl-C turned into leaving.
    func read(_ prompt: Prompt) throws -> Input {
        while true {
            switch try console.read(prompt) {
            case .line(let line):
                wasInterrupted = false
                return Input(line)
            case .end: throw Leaving(ending: .inputEnded)
            case .mustLeave(let signal): throw Leaving(ending: .mustLeave(signal: signal))
            case .interrupted:
                if wasInterrupted { throw Leaving(ending: .interrupted) }
                wasInterrupted = true
                try say(wording(.interruptedOnce))
            }
        }
    }

    /// A plain yes or no; anything else is asked again.
    ///
    /// - Parameter question: What is asked, and what it is about; said again in a language that is chosen here.
    func confirm(_ question: @autoclosure () -> [String]) throws -> Bool {
        func ask() throws { for line in question() { try say(line) } }
        try ask()
        while true {
            let typed = try answerAside("confirm", completer: yesOrNo, ask: ask, again: ask)
            if let yes = reader.yesOrNo(typed) { return yes }
            try warnOfDanger(typed)
            try say(wording(.confirmHint), style: .warning)
        }
    }

    /// What is typed where something else than a question of the dialog is asked. Of the commands only those work that
    /// change nothing of the talk.
    ///
    /// - Parameters:
    ///   - help: What `?` says.
    ///   - ask: Says what is asked; again in a language that is chosen here.
    ///   - again: What is shown once more after a command.
    func answerAside(
        _ place: String, completer: Completer? = nil, help: Text = .none, ask: () throws -> Void,
        again: () throws -> Void
    ) throws -> String {
        while true {
            switch try read(prompt(place, completer: completer, isDecisive: true)) {
            case .answer(let typed): return typed
            case .command(.language, let argument):
                _ = try switchLanguage(argument)
                try ask()
                continue
            case .command(.explain, _) where !help.isEmpty: try say(wording(help), style: .warning)
            case .command(.stop, _): throw Leaving(ending: .stopped)
            case .command(.danger, _): try say(wording(.emergencyNumbers), style: .warning)
            case .command(let command, let argument) where [.help, .privacy, .partners].contains(command):
                _ = try run(command, argument, at: nil, nil)
            case .command, .unknownCommand: break
            }
            try again()
        }
    }

    func say(_ text: String, style: ScreenLine.Style = .plain) throws {
        try console.write([ScreenLine(text, indent: 5, style: style)])
    }

    /// Says what the store did not do and what is still safe.
    func say(_ error: StoreError) throws {
        storeFailed = true
        try say(wording.problem(error), style: .warning)
    }
}
