import DialogEngine
import Records
import Reports
import Rules

/// Shows what was decided: where to go, how, by when and what comes after.
struct OutcomeScreen {
    let wording: Wording

    /// The whole outcome, at the end of a talk.
    func lines(_ kept: KeptMatter) -> [ScreenLine] {
        let told = kept.told
        var lines: [ScreenLine] = [.blank, .ruler(title(kept))]
        if let number = kept.number { lines += numberLines(number) }
        if let lacking = kept.record?.missingForWrittenComplaint, wantsLetter(kept), !lacking.isEmpty {
            let words = wording.enumeration(lacking.map { wording(name(of: $0)) })
            lines.append(ScreenLine(wording(.lacking, ["wat": words]), indent: 5))
        }
        if kept.kind == .objection {
            lines.append(ScreenLine(wording(.notYetObjection), indent: 5, style: .warning))
        }
        lines += [.blank, ScreenLine(wording(.whereToGo), indent: 5, style: .strong)]
        lines += steps(told)
        if let reason = told.reason {
            lines += [.blank, ScreenLine(wording(.because, ["reden": reason]), indent: 5)]
        }
        lines += remarks(told)
        if kept.keeps == .count {
            let phrase: Phrase = kept.kind == .integrity ? .integrityNothingKept : .emergencyNothingKept
            lines += [.blank, ScreenLine(wording(phrase), indent: 5)]
        }
        return lines
    }

    func decision(_ told: ToldDecision) -> [ScreenLine] {
        var lines = [ScreenLine((told.chosen ?? told.advice).name, indent: 5, style: .strong)] + steps(told)
        if let reason = told.reason {
            lines.append(ScreenLine(wording(.because, ["reden": reason]), indent: 5))
        }
        return lines + remarks(told)
    }

    /// Whether a letter of complaint would change anything: somebody has to answer by some day,
    /// and knows whom.
    private func wantsLetter(_ kept: KeptMatter) -> Bool {
        kept.told.steps.contains { $0.until != nil } && kept.record?.complainant.name != nil
    }

    private func title(_ kept: KeptMatter) -> String {
        switch kept.keeps {
        case .complaint: wording(.complaintKept)
        case .contact: wording(.contactKept)
        case .count: kept.told.advice.name
        }
    }

    private func name(of requirement: ComplaintRecord.Requirement) -> Phrase {
        switch requirement {
        case .name: .lackingName
        case .address: .lackingAddress
        case .description: .lackingDescription
        case .signature: .lackingSignature
        case .date: .lackingDate
        case .translation: .lackingTranslation
        }
    }

    private func numberLines(_ number: ComplaintNumber) -> [ScreenLine] {
        [
            ScreenLine(number.description, indent: 5, label: wording(.numberLabel) + "  ", style: .strong),
            ScreenLine(wording(.spelled, ["spelling": number.spelled]), indent: 5, style: .faint),
        ]
    }

    private func steps(_ told: ToldDecision) -> [ScreenLine] {
        told.steps.enumerated().flatMap { index, step -> [ScreenLine] in
            let mark = step.complaintLiesHere ? "▸" : " "
            var lines = [
                ScreenLine(
                    "\(step.name) – \(step.opens)", indent: 3, label: "\(mark) \(index + 1)  ",
                    style: step.complaintLiesHere ? .strong : .plain)
            ]
            for text in [step.how] + (step.until.map { [$0] } ?? []) + contactLine(step) where !text.isEmpty {
                lines.append(ScreenLine(text, indent: 8))
            }
            return lines
        }
    }

    private func contactLine(_ step: ToldStep) -> [String] {
        step.contact.isEmpty ? [] : [step.contact.joined(separator: " · ")]
    }

    private func remarks(_ told: ToldDecision) -> [ScreenLine] {
        guard !told.remarks.isEmpty else { return [] }
        return [.blank, ScreenLine(wording(.alsoMention), indent: 5, style: .strong)]
            + told.remarks.map { ScreenLine($0, indent: 5, label: "- ") }
    }

    /// In short, before the resident chooses.
    func advice(_ told: ToldDecision) -> [ScreenLine] {
        var lines: [ScreenLine] = [
            .blank, ScreenLine("\(wording(.advice)): \(told.advice.name)", indent: 5, style: .strong),
        ]
        if let reason = told.reason { lines.append(ScreenLine(reason, indent: 5)) }
        for (index, step) in told.steps.enumerated() {
            let opens = step.complaintLiesHere ? "" : " – \(step.opens)"
            lines.append(ScreenLine(step.name + opens, indent: 5, label: "\(index + 1)  "))
        }
        return lines
    }

    /// Rules and law, for `/waarom`.
    func why(_ told: ToldDecision) -> [ScreenLine] {
        var lines = [
            ScreenLine(wording(.whyRule, ["regel": told.rule, "reden": told.reason ?? ""]), indent: 5)
        ]
        if !told.law.isEmpty {
            lines.append(ScreenLine(wording(.whyLaw, ["wet": told.law.joined(separator: "; ")]), indent: 5))
        }
        for (index, step) in told.steps.enumerated() where !step.ground.isEmpty {
            lines.append(ScreenLine("\(step.name): \(step.ground)", indent: 5, label: "\(index + 1)  "))
        }
        let passed = told.explanation.filter { trace in
            ![wording(.traceApplied), wording(.traceNotMet)].contains { trace.hasSuffix(": " + $0) }
        }
        if !passed.isEmpty {
            lines.append(
                ScreenLine(wording(.whyPassed, ["regels": passed.joined(separator: "; ")]), indent: 5))
        }
        return lines
    }
}

/// The outcome of a talk without a conversation around it.
public enum OutcomePage {
    public static func lines(_ kept: KeptMatter, _ wording: Wording) -> [ScreenLine] {
        OutcomeScreen(wording: wording).lines(kept)
    }
}

/// A decision without a talk around it.
public enum DecisionPage {
    public static func lines(_ told: ToldDecision, _ wording: Wording) -> [ScreenLine] {
        OutcomeScreen(wording: wording).decision(told)
    }
}
