import DialogEngine
import Records
import Reports
import Rules
import Understanding

extension Conversation {
    /// Takes what was typed or pasted: empty lines within it do not end the answer.
    ///
    /// - Returns: whether the question is done.
    func takeLines(
        _ typed: String, _ question: Question, _ key: AnswerKey, _ current: Answer?
    ) throws -> Bool {
        let lines = typed.split(separator: "\n").map(String.init).filter { !$0.trimmed.isEmpty }
        guard lines.count > 1 else { return try takeLine(lines.first ?? "", question, key, current) }
        for line in lines where try takeLine(line, question, key, current) { return true }
        return false
    }

    /// Takes one line of an answer of several. - Returns: whether the question is done.
    private func takeLine(_ typed: String, _ question: Question, _ key: AnswerKey, _ current: Answer?) throws
        -> Bool
    {
        if typed.trimmed.isEmpty { return try endLines(question, key, current) }
        if try isDanger(typed) { return true }
        // "Ja hoor", to what the screen says was heard.
        let isNod = setting.voice == .phone && key == AnswerKey(.story) && reader.yesOrNo(typed) == true
        if isNod, talk?.openLines.isEmpty == false { return false }
        // Not a copy from above: the question about danger may have changed the talk.
        func keep(_ line: String) throws {
            talk?.openLines.append(line)
            try keepDraft()
        }
        try keep(withoutSurplus(typed, leaving: keep))
        if key == AnswerKey(.story), setting.voice == .phone { try showHeardSoFar() }
        return false
    }

    /// An empty line ends the answer, or passes it over. - Returns: whether the question is done.
    private func endLines(_ question: Question, _ key: AnswerKey, _ current: Answer?) throws -> Bool {
        guard let lines = talk?.openLines else { return true }
        if lines.isEmpty {
            if current != nil {
                talk?.again = nil
                return true
            }
            if question.isOptional { return try give(.skipped, to: key) }
            try say(wording(.hintEmpty), style: .warning)
            return false
        }
        talk?.openLines = []
        guard key == AnswerKey(.story) else { return try give(.lines(lines), to: key) }
        talk?.storyLanguage = wording.language
        return try giveStory(lines, question)
    }

    // MARK: Too much

    /// Offers to leave out what does not belong in a complaint, before it is kept anywhere; and what may be needed in it
    /// by itself, as that stays unless somebody wants it out.
    ///
    /// - Parameter leaving: What becomes of the line, as Enter alone would have it, when the program must leave meanwhile.
    /// - Returns: The line as it may be kept.
    func withoutSurplus(_ typed: String, leaving: (String) throws -> Void = { _ in }) throws -> String {
        let surplus = setting.listening.listening()?.surplusToOffer(in: typed, after: toldSoFar) ?? []
        func line(without left: [Find<Surplus>]) -> String {
            Surplus.leaving(out: left.map(\.value), of: typed, handbook.phrases, in: wording.translation)
        }
        var left: [Find<Surplus>] = []
        for mayBeNeeded in [false, true] {
            let pieces = surplus.filter { $0.value.kind.mayBeNeeded == mayBeNeeded }
            guard !pieces.isEmpty else { continue }
            do {
                if try wantsLeftOut(pieces, byEnter: !mayBeNeeded) { left += pieces }
            } catch let end as Leaving {
                try leaving(line(without: mayBeNeeded ? left : left + pieces))
                throw end
            }
        }
        guard !left.isEmpty else { return typed }
        let line = line(without: left)
        try say(wording(.surplusLeft, ["tekst": line]), style: .faint)
        return line
    }

    /// A number or password behind a name or a place, which nobody needs there; names themselves belong in it.
    func withoutSecrets(_ typed: String, for question: Question) throws -> String {
        guard case .text(let shape) = question.kind, shape == .name || shape == .free,
            let listening = setting.listening.listening()
        else { return typed }
        let secrets = listening.surplus(in: typed).filter(\.value.kind.isSecret)
        guard !secrets.isEmpty, try wantsLeftOut(secrets, byEnter: true) else { return typed }
        let first = secrets.map(\.value.range.lowerBound).min() ?? 0
        var bare = String(decoding: typed.utf8.prefix(first), as: UTF8.self)
        // Without what only says which number comes: ", bsn".
        if let comma = bare.firstIndex(of: ",") {
            bare = String(bare[..<comma])
        } else {
            let words = bare.split(separator: " ")
            if words.count > 1, words.last?.first?.isLowercase == true {
                bare = words.dropLast().joined(separator: " ")
            }
        }
        return bare.trimmed
    }

    private var toldSoFar: [String] {
        guard let talk else { return [] }
        guard case .lines(let story, _)? = talk.session.answers[.story] else { return talk.openLines }
        return story + talk.openLines
    }

    /// - Parameter byEnter: What Enter alone says.
    private func wantsLeftOut(_ surplus: [Find<Surplus>], byEnter: Bool) throws -> Bool {
        let kinds = Surplus.Kind.allCases.filter { kind in surplus.contains { $0.value.kind == kind } }
        let words = surplus.flatMap(\.evidence).map(\.words)
        func ask() throws {
            let what = wording.enumeration(kinds.map { wording($0.phrase) })
            let values = ["wat": what, "woorden": wording.quoted(words)]
            try say(wording(byEnter ? .surplusFound : .surplusMaybe, values), style: .warning)
        }
        try ask()
        while true {
            let reply = try answerAside("surplus", completer: yesOrNo, ask: ask, again: ask)
            if let yes = reply.trimmed.isEmpty ? byEnter : reader.yesOrNo(reply) { return yes }
            try warnOfDanger(reply)
            try ask()
        }
    }
}

extension Wording {
    /// Words of the person, each once, between quotation marks and on one line.
    func quoted(_ words: [String], atMost most: Int = .max) -> String {
        var seen: Set<String> = []
        return words.filter { seen.insert($0.foldedPhrase).inserted }.prefix(most).map { words in
            "\"" + words.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "\""
        }.joined(separator: ", ")
    }
}
