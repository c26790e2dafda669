import DialogEngine
import Reports

/// Shows one question with its choices.
struct QuestionScreen {
    let wording: Wording
    let question: Question
    let party: String?
    let parties: [String]
    /// On the phone: what is to be said stands apart from what is for the clerk's eyes only.
    var isReadAloud = false

    func lines(number: Int, shown: [Option], heading: String?, current: Answer?) -> [ScreenLine] {
        let asked = wording.question(question, party: party, parties: parties)
        let text = ([isReadAloud ? wording(.readAloud, ["vraag": asked]) : asked] + [hint(current)])
            .filter { !$0.isEmpty }.joined(separator: " ")
        var lines: [ScreenLine] = [.blank]
        lines.append(ScreenLine(text, indent: number < 10 ? 1 : 0, label: "\(number) · ", style: .strong))
        if let current {
            let words = wording.answer(current, to: question, party: party, parties: parties)
            lines.append(ScreenLine(wording(.nowAnswered, ["antwoord": words]), indent: 5))
        }
        return lines + choices(shown, heading)
    }

    /// The numbered choices; "weet ik niet" and "wil ik niet zeggen" come last.
    func choices(_ shown: [Option], _ heading: String?) -> [ScreenLine] {
        guard question.kind == .choice || question.kind == .multipleChoice else {
            guard !refusals.isEmpty else { return [] }
            let said =
                (question.allowsUnknown ? [wording(.notKnownAnswer)] : [])
                + (question.allowsDeclined ? [wording(.notSaidAnswer)] : [])
            let words = wording.enumeration(said, with: wording(.or))
            return [ScreenLine(wording(.orType, ["antwoorden": words]), indent: 5, style: .faint)]
        }
        var lines: [ScreenLine] = []
        if question.isSearched { lines.append(ScreenLine(wording(.searchHint), indent: 5)) }
        if let heading, !shown.isEmpty { lines.append(ScreenLine(heading, indent: 5)) }
        let labels =
            shown.map { wording($0.label, wording.fillings(party: party, parties: parties)) } + refusals
        for (index, label) in labels.enumerated() {
            lines.append(ScreenLine(label, indent: 5, label: number(index + 1, of: labels.count)))
        }
        return lines
    }

    private func number(_ number: Int, of count: Int) -> String {
        number < 10 && count >= 10 ? " \(number)  " : "\(number)  "
    }

    private var refusals: [String] { wording.refusals(of: question) }

    private func hint(_ current: Answer?) -> String {
        if current != nil { return wording(.enterKeeps) }
        var hints: [String] = []
        if question.kind == .multipleChoice { hints.append(wording(.severalHint)) }
        if question.kind == .lines { hints.append(wording(.storyHint)) }
        if let enter = question.enterTakes, let index = question.options.firstIndex(where: { $0.id == enter })
        {
            hints.append(wording(.enterTakes, ["nummer": String(index + 1)]))
        } else if question.isOptional, question.kind != .lines {
            hints.append(wording(.enterSkips))
        }
        return hints.joined(separator: " ")
    }

    /// One line that says what would be right.
    func hint(_ hint: Reading.Hint, typed: String) -> ScreenLine {
        let text =
            switch hint {
            case .empty: wording(.hintEmpty)
            case .noSuchChoice(let typed, let count):
                question.isSearched
                    ? wording(.hintNothingFound, ["invoer": typed])
                    : wording(.hintNoSuchChoice, ["invoer": typed, "aantal": String(count + refusals.count)])
            case .noSuchNumber(let number, let count):
                wording(.hintNoSuchNumber, ["nummer": String(number), "aantal": String(count)])
            case .noDate(let typed): wording(.hintNoDate, ["invoer": typed])
            case .futureDate(let day): wording(.hintFutureDate, ["dag": wording.day(day)])
            case .phone(let typed): wording(.hintPhone, ["invoer": typed])
            case .phoneCount(let count, let beginning, let needed):
                wording(
                    .hintPhoneCount,
                    ["aantal": String(count), "begin": beginning, "nodig": String(needed)])
            case .phoneNoZero(let typed): wording(.hintPhoneNoZero, ["invoer": typed])
            case .phoneOfService(let typed): wording(.hintPhoneOfService, ["invoer": typed])
            case .email(let typed): wording(.hintEmail, ["invoer": typed])
            case .emailNoAt: wording(.hintEmailNoAt)
            case .emailNoEnding: wording(.hintEmailNoEnding)
            case .emailSpace: wording(.hintEmailSpace)
            case .postcode(let typed): wording(.hintPostcode, ["invoer": typed])
            case .postcodeNoLetters: wording(.hintPostcodeNoLetters)
            case .postcodeNeverIssued(let letters): wording(.hintPostcodeNeverIssued, ["invoer": letters])
            case .houseNumber(let typed): wording(.hintHouseNumber, ["invoer": typed])
            case .name(let typed): wording(.hintName, ["invoer": typed])
            case .unknownNotPossible: wording(.hintUnknownNotPossible)
            }
        return ScreenLine(text, indent: 5, style: .warning)
    }
}
