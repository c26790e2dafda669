import DialogEngine
import Records
import Reports
import Rules
import Understanding

extension Conversation {
    // MARK: Hearing

    /// Gives the story, and finds what it says already.
    ///
    /// - Returns: whether it was given.
    func giveStory(_ lines: [String], _ question: Question) throws -> Bool {
        let heard = hear(lines)
        let heardClass = heard?.storyClass.flatMap { question.hears.contains($0) ? $0 : nil }
        let wasTold = talk?.session.answers[.story] != nil
        guard try give(.lines(lines, heard: heardClass), to: AnswerKey(.story)) else { return false }
        if wasTold { forgetHeard() }
        if let heard { listen(to: heard) }
        return true
    }

    /// What is understood of a story; what was left out of it says nothing.
    func hear(_ lines: [String]) -> Heard? {
        guard let listening = setting.listening.listening() else { return nil }
        var text = lines.joined(separator: "\n")
        for kind in Surplus.Kind.allCases {
            let mark = wording(.leftOut, ["wat": wording(kind.phrase)])
            text = text.split(separator: mark, omittingEmptySubsequences: false).joined(separator: "…")
        }
        return listening.hear(text, today: today, isNoted: setting.voice == .phone)
    }

    /// The story was told anew: what the old one said is not true any more, unless somebody said it himself since.
    private func forgetHeard() {
        for key in talk?.sources.keys.map({ $0 }) ?? [] where key != AnswerKey(.story) {
            talk?.session.set(nil, for: key)
        }
        talk?.heard = [:]
        talk?.isOfferAnswered = false
    }

    private func listen(to heard: Heard) {
        guard let talk else { return }
        let finds = StoryFinder(handbook: handbook, heard: heard, session: talk.session).finds()
        self.talk?.offered = finds.offered
        self.talk?.likely = finds.likely
        if let heardClass = heard.storyClass, let story = talk.session.answers[.story] {
            self.talk?.heard[AnswerKey(.story)] = (
                story,
                HeardSource(
                    words: [], percent: Int((heard.understood.decisionCertainty * 100).rounded()),
                    storyClass: heardClass.rawValue)
            )
        }
    }

    /// Finds anew what the story says that is not answered yet, for a talk that is taken up again.
    func hearStoryAgain() {
        guard case .lines(let lines, _)? = talk?.session.answers[.story],
            let heard = hear(lines)
        else { return }
        listen(to: heard)
    }

    // MARK: Offering

    /// Offers what was heard, until it is taken, refused, or one of it is to be mended.
    func offer(_ finds: [StoryFind], _ replay: Replay) throws {
        try console.write(OfferScreen(wording: wording, dialog: handbook.dialog).lines(finds))
        while true {
            switch try read(prompt("offer", isDecisive: true)) {
            case .command(.back, _):
                talk?.again = AnswerKey(.story)
                return
            case .command(let command, let argument):
                if try run(command, argument, at: nil, replay) == .leaveQuestion { return }
            case .unknownCommand(let typed):
                try say(wording(.hintCommand, ["invoer": typed]), style: .warning)
            case .answer(let typed):
                if try take(typed, of: finds) { return }
            }
        }
    }

    /// - Returns: whether the offer is to be left, or shown anew.
    private func take(_ typed: String, of finds: [StoryFind]) throws -> Bool {
        switch OfferReply(typed, reader) {
        case .all:
            for find in finds { talk?.take(find) }
            talk?.offered = []
            talk?.isOfferAnswered = true
            if setting.voice == .phone, let replay = talk?.session.replay() { try sayStillNeeded(replay) }
        case .nothing:
            talk?.refused += finds
            talk?.offered = []
            talk?.isOfferAnswered = true
            talk?.likely = [:]
        case .mend(let number) where finds.indices.contains(number - 1):
            // Asked as an answer that stands already: Enter keeps it, another one takes its place.
            talk?.take(finds[number - 1])
            talk?.again = finds[number - 1].key
        case .drop(let number) where finds.indices.contains(number - 1):
            talk?.refused.append(finds[number - 1])
            talk?.offered.removeAll { $0.key == finds[number - 1].key }
        case .mend(let number), .drop(let number):
            let values = ["nummer": String(number), "aantal": String(finds.count)]
            try say(wording(.hintNoSuchNumber, values), style: .warning)
            return false
        case nil:
            if try isDanger(typed) { return true }
            try say(wording(.offerHint), style: .warning)
            return false
        }
        try keepDraft()
        return true
    }
}

/// What somebody says to an offer.
enum OfferReply: Hashable {
    case all, nothing
    case mend(Int)
    case drop(Int)

    init?(_ typed: String, _ reader: AnswerReader) {
        let trimmed = typed.trimmed
        let words = typed.foldedWords
        let numbers = words.compactMap { Int($0) }
        if trimmed.isEmpty {
            self = .all
        } else if numbers.count == 1, words.count == 1 {
            self = trimmed.hasPrefix("-") ? .drop(numbers[0]) : .mend(numbers[0])
        } else if numbers.count == 1, words.first == String(numbers[0]),
            reader.yesOrNo(words.dropFirst().joined(separator: " ")) == false
        {
            self = .drop(numbers[0])
        } else if let yes = reader.yesOrNo(typed), numbers.isEmpty {
            self = yes ? .all : .nothing
        } else {
            return nil
        }
    }
}
