import DialogEngine
import Reports
import Rules

extension Conversation {
    /// On the phone every line is understood as it is typed: the clerk sees what need not be asked any more.
    func showHeardSoFar() throws {
        guard let talk, let heard = hear(talk.openLines) else { return }
        let finds = StoryFinder(handbook: handbook, heard: heard, session: talk.session).finds().offered
        guard !finds.isEmpty else { return }
        let screen = OfferScreen(wording: wording, dialog: handbook.dialog)
        try console.write(
            [ScreenLine(wording(.heardSoFar), indent: 5, style: .faint)] + screen.listed(finds))
    }

    /// On the phone a caller tells things in an own order: a line that does not answer the question may say others.
    ///
    /// - Returns: whether something was heard in it; it is then a note too.
    func hearNote(_ typed: String) throws -> Bool {
        guard hearBesides(typed) else { return false }
        talk?.notes.append(try withoutSurplus(typed))
        try keepDraft()
        return true
    }

    /// Offers, after this, what was said besides an answer. - Returns: whether there is anything to offer.
    @discardableResult
    func hearBesides(_ words: String) -> Bool {
        guard let talk, let heard = hear([words]) else {
            return false
        }
        let finds = StoryFinder(handbook: handbook, heard: heard, session: talk.session).finds().offered
        let new = finds.filter { find in !talk.offered.contains { $0.key == find.key } }
        self.talk?.offered += new
        return !new.isEmpty
    }

    /// What must still be asked, as far as that is known now.
    func sayStillNeeded(_ replay: Replay) throws {
        let open = replay.asked.filter { talk?.session.answers[$0] == nil }
        let names = open.compactMap { key in
            handbook.dialog.question(key.question).map { question in
                wording(
                    question.short.isEmpty ? question.wording : question.short,
                    wording.fillings(party: key.party, parties: []))
            }
        }
        guard !names.isEmpty else { return }
        let values = ["aantal": String(names.count), "vragen": names.joined(separator: " · ")]
        try say(wording(.stillNeeded, values), style: .faint)
    }
}
