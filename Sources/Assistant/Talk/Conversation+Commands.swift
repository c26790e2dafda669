import DialogEngine
import Records
import Reports
import Rules

extension Conversation {
    /// What a command does to the question that was open.
    enum AfterCommand {
        case stayAtQuestion, leaveQuestion
    }

    /// - Parameters:
    ///   - key: The question that is open; nil at the overview and between talks.
    ///   - replay: The talk as it stands; nil between talks.
    func run(_ command: Command, _ argument: String, at key: AnswerKey?, _ replay: Replay?) throws
        -> AfterCommand
    {
        switch command {
        case .back: return try goBack(from: key, replay)
        case .explain: try explain(key)
        case .help: try showHelp()
        case .overview:
            if let replay {
                try showOverview(replay, title: wording(.overviewSoFar))
            } else {
                try say(wording(.overviewEmpty))
            }
        case .change: return try change(argument, replay)
        case .why:
            if let sought = soughtElsewhere(argument) {
                try showWhyNot(sought)
            } else {
                try showWhy(key, replay)
            }
        case .partners: try showPartners(argument)
        case .search: try search(argument)
        case .note:
            if talk != nil, try isDanger(argument) { return .leaveQuestion }
            try addNote(argument)
        case .print: try printReceipt(argument)
        case .privacy: try say(wording(.privacyLong))
        case .language: return try switchLanguage(argument)
        case .save:
            guard talk?.isWorthKeeping == true else {
                try say(wording(.overviewEmpty))
                return .stayAtQuestion
            }
            try keepDraft()
            guard !storeFailed else { return .stayAtQuestion }
            talk?.draft?.letGo()
            talk = nil
            try say(wording(.saved))
            speakUsualLanguage()
            return .leaveQuestion
        case .resume:
            if talk?.isWorthKeeping == true { try keepDraft() }
            _ = try offerDrafts(isAsked: true)
            // Whatever was chosen, the question that is open now is shown again.
            return talk == nil ? .stayAtQuestion : .leaveQuestion
        case .stop: throw Leaving(ending: .stopped)
        case .danger: return try showNumbers()
        case .teach: try keepExample()
        }
        return .stayAtQuestion
    }

    private func goBack(from key: AnswerKey?, _ replay: Replay?) throws -> AfterCommand {
        guard talk != nil, let replay else { return .stayAtQuestion }
        if let before = talk?.beforeChange {
            talk?.session = before
            talk?.beforeChange = nil
            talk?.again = nil
            try keepDraft()
            try say(wording(.undone))
            return .leaveQuestion
        }
        if talk?.openLines.isEmpty == false {
            talk?.openLines.removeLast()
            try keepDraft()
            try say(wording(.lineTakenBack))
            return .stayAtQuestion
        }
        let position = key.flatMap { replay.asked.firstIndex(of: $0) } ?? replay.asked.count
        guard position > 0 else {
            try say(wording(.nothingBefore))
            return .stayAtQuestion
        }
        talk?.again = replay.asked[position - 1]
        return .leaveQuestion
    }

    private func explain(_ key: AnswerKey?) throws {
        guard let key, let question = talk?.dialog.question(key.question) else { return try showHelp() }
        let help = wording(question.help, wording.fillings(party: key.party, parties: []))
        if !help.isEmpty { try say(help) }
        try say(wording.purposes(question))
    }

    private func showHelp() throws {
        var lines: [ScreenLine] = [ScreenLine(wording(.helpTitle), indent: 5, style: .strong)]
        for command in Command.allCases {
            let name = "/\(command.name(in: wording.language))"
            let padding = String(repeating: " ", count: max(1, 12 - name.count))
            lines.append(ScreenLine(wording(command.summary), indent: 5, label: name + padding))
        }
        try console.write(lines)
    }

    private func change(_ argument: String, _ replay: Replay?) throws -> AfterCommand {
        guard let replay, talk != nil else {
            try say(wording(.overviewEmpty))
            return .stayAtQuestion
        }
        if let number = Int(argument) { return try changeNumber(number, replay) }
        let keys = try showOverview(replay, title: wording(.changeWhich))
        guard !keys.isEmpty else { return .leaveQuestion }
        let input = try read(prompt("change"))
        if case .command(let command, let argument) = input {
            return try run(command, argument, at: nil, replay)
        }
        guard case .answer(let typed) = input, let number = Int(typed.trimmed) else { return .leaveQuestion }
        return try changeNumber(number, replay)
    }

    private func changeNumber(_ number: Int, _ replay: Replay) throws -> AfterCommand {
        let keys = replay.asked.filter { talk?.session.answers[$0] != nil }
        guard keys.indices.contains(number - 1) else {
            try say(
                wording(.hintNoSuchNumber, ["nummer": String(number), "aantal": String(keys.count)]),
                style: .warning)
            return .leaveQuestion
        }
        talk?.again = keys[number - 1]
        return .leaveQuestion
    }

    private func showWhy(_ key: AnswerKey?, _ replay: Replay?) throws {
        if let talk, let replay {
            if let key, let question = talk.dialog.question(key.question) {
                try say(wording.purposes(question))
            }
            guard replay.isRouteComplete else { return try say(wording(.whyNoDecision)) }
            let decision = handbook.decision(on: talk.session, replay)
            let advice = handbook.advice(on: talk.session, replay)
            return try console.write(outcomeScreen.why(telling.told(decision, advice: advice)))
        }
        guard let last else { return try say(wording(.whyNoDecision)) }
        try console.write(OutcomeScreen(wording: wording(of: last)).why(last.told))
    }

    private func showPartners(_ argument: String) throws {
        guard !argument.isEmpty else { return try say(wording(.partnerWhat)) }
        let cards = PartnerCards(wording, today: today)
        let found = cards.find(argument)
        guard !found.isEmpty else {
            return try say(wording(.partnerNone, ["invoer": argument]), style: .warning)
        }
        for card in found.prefix(3) {
            try console.write(ScreenLine.lines(of: try cards.text(card), indent: 5))
        }
    }

    private func search(_ argument: String) throws {
        guard setting.clerk.role.mayRead else { return try say(wording(.searchNotAllowed), style: .warning) }
        let mostShown = 20
        // One more, to know that there are more.
        let query = Query(text: argument, limit: mostShown + 1)
        guard !argument.isEmpty, !query.saysNothing else { return try say(wording(.searchWhat)) }
        let found: ScanResult
        var progress = IndexProgress(wording)
        var consoleProblem: (any Error)?
        do throws(StoreError) {
            found = try setting.store.search(matching: query, by: setting.act) {
                done, total in
                guard let words = progress.words(done, of: total) else { return }
                do { try say(words, style: .faint) } catch { consoleProblem = error }
            }
        } catch {
            return try say(wording.problem(error), style: .warning)
        }
        if let consoleProblem { throw consoleProblem }
        if found.records.isEmpty { try say(wording(.searchNone, ["invoer": argument])) }
        for stored in found.records.prefix(mostShown) {
            try say(
                wording(
                    .searchLine,
                    [
                        "nummer": stored.record.number.description,
                        "dag": wording.dayWithoutWeekday(stored.record.receivedAt.day),
                        "naam": stored.record.complainant.name?.onOneLine ?? "–",
                        "onderwerp": topicName(stored.record.topic),
                    ]))
        }
        if found.records.count > mostShown { try say(wording(.searchMore, ["aantal": "\(mostShown)"])) }
        for damaged in found.damaged { try say(wording.problem(damaged), style: .warning) }
        if let words = wording.leftOut(found.damaged) { try say(words, style: .warning) }
    }

    private func topicName(_ id: String) -> String {
        handbook.dialog.question(.topic)?.option(id).map { wording($0.label) } ?? id
    }

    private func addNote(_ argument: String) throws {
        guard !argument.isEmpty else { return try say(wording(.noteWhat)) }
        try warnOfDanger(argument)
        let argument = try withoutSurplus(argument)
        if talk != nil {
            talk?.notes.append(argument)
            hearBesides(argument)
            try keepDraft()
            return try say(wording(.noteKept))
        }
        guard let number = last?.record?.number else { return try say(wording(.noteNowhere)) }
        let event = RecordEvent(
            kind: .note, at: setting.now(), by: setting.clerk.account,
            role: setting.clerk.role.rawValue, text: argument)
        do {
            try setting.store.append(event, to: number, seen: nil)
        } catch {
            return try say(error)
        }
        try say(wording(.noteAdded, ["nummer": number.description]))
    }

    private func printReceipt(_ argument: String) throws {
        guard let last else { return try say(wording(.nothingToPrint)) }
        let receipt = Receipt(
            number: last.number, told: last.told, at: last.at, record: last.record,
            wording: wording(of: last))
        let text: String
        do {
            text = try receipt.text()
        } catch {
            return try say(wording.problem(error), style: .warning)
        }
        if argument.isEmpty { return try console.write(ScreenLine.lines(of: text, indent: 0)) }
        if let problem = setting.writeFile(argument, text) {
            return try say(wording.problem(problem), style: .warning)
        }
        try say(wording(.printedTo, ["bestand": argument]))
    }
}
