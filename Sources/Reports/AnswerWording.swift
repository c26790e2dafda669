import DialogEngine

extension Wording {
    /// The words of a question as they are shown, with the party filled in.
    public func question(_ question: Question, party: String? = nil, parties: [String] = []) -> String {
        self(question.wording, fillings(party: party, parties: parties))
    }

    public func fillings(party: String?, parties: [String]) -> [String: String] {
        var values = ["partijen": enumeration(parties.map(partyInSentence))]
        if let party { values["partij"] = partyInSentence(party) }
        return values
    }

    /// `a`, `a en b`, `a, b en c`.
    public func enumeration(_ parts: [String], with word: String? = nil) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? self(.unknownPlace) }
        return parts.dropLast().joined(separator: ", ") + " \(word ?? self(.and)) " + last
    }

    /// An answer as it is shown back.
    public func answer(_ answer: Answer, to question: Question, party: String? = nil, parties: [String] = [])
        -> String
    {
        switch answer {
        case .options(let ids):
            return ids.map { id in
                question.option(id).map { self($0.label, fillings(party: party, parties: parties)) } ?? id
            }.joined(separator: "; ")
        case .date(let range): return self.range(range)
        case .text(let text): return question.kind == .text(.phone) ? phone(text) : text
        case .lines(let lines, _): return lines.joined(separator: " ")
        case .unknown: return self(.notKnownAnswer)
        case .declined: return self(.notSaidAnswer)
        case .skipped: return self(.skippedAnswer)
        }
    }

    /// `+31612345678` as people here write it: `06 12 34 56 78`.
    public func phone(_ number: String) -> String {
        guard number.hasPrefix("+31"), number.count == 12 else { return number }
        let digits = Array("0" + number.dropFirst(3))
        if digits[1] == "6" {
            return "06 "
                + stride(from: 2, to: 10, by: 2).map { String(digits[$0..<$0 + 2]) }.joined(separator: " ")
        }
        return
            "\(String(digits[0..<3])) \(String(digits[3..<6])) \(String(digits[6..<8])) \(String(digits[8..<10]))"
    }

    /// What the question is for, as the end of a sentence.
    public func purposes(_ question: Question) -> String {
        let reasons = question.purposes.map { purpose in
            switch purpose {
            case .route: self(.purposeRoute)
            case .complaintLetter: self(.purposeLetter)
            case .reach: self(.purposeReach)
            case .report: self(.purposeReport)
            case .help: self(.purposeHelp)
            }
        }
        return self(.whyAsked, ["redenen": enumeration(reasons)])
    }
}
