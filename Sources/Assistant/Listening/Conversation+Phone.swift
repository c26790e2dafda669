import DialogEngine
import Reports
import Rules

extension Conversation {
    /// On the phone every line is understood as it is typed: the clerk sees what need not be asked any more.
    func showHeardSoFar() throws {
        guard let talk, let listening = setting.listening.listening() else { return }
        let heard = listening.hear(talk.openLines.joined(separator: "\n"), today: today)
        let finds = StoryFinder(handbook: handbook, heard: heard, session: talk.session).finds().offered
        guard !finds.isEmpty else { return }
        let screen = OfferScreen(wording: wording, dialog: handbook.dialog)
        try console.write(
            [ScreenLine(wording(.heardSoFar), indent: 5, style: .faint)] + screen.numbered(finds))
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
