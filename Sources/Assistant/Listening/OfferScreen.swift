import DialogEngine
import Reports

/// Shows what was heard in a story: the answer, how sure it is, and from which words.
struct OfferScreen {
    let wording: Wording
    let dialog: Dialog

    func lines(_ finds: [StoryFind]) -> [ScreenLine] {
        [
            .blank,
            ScreenLine(
                "\(wording(.offerTitle)) \(wording(.offerKeys))", indent: 5, style: .strong),
        ] + numbered(finds)
    }

    /// Where there is nothing to choose yet.
    func listed(_ finds: [StoryFind]) -> [ScreenLine] {
        finds.compactMap { find in
            dialog.question(find.key.question).map { ScreenLine(words(find, $0), indent: 5, label: "- ") }
        }
    }

    private func numbered(_ finds: [StoryFind]) -> [ScreenLine] {
        finds.enumerated().compactMap { index, find in
            guard let question = dialog.question(find.key.question) else { return nil }
            let label = index + 1 < 10 && finds.count > 9 ? " \(index + 1)  " : "\(index + 1)  "
            return ScreenLine(words(find, question), indent: 5, label: label)
        }
    }

    /// Enough to see where it comes from.
    private static let mostQuoted = 3

    private func words(_ find: StoryFind, _ question: Question) -> String {
        let short = question.short.isEmpty ? question.wording : question.short
        var named = wording(short, wording.fillings(party: find.key.party, parties: []))
        if let party = find.key.party { named += " (\(wording.partyInSentence(party)))" }
        let values = [
            "vraag": named,
            "antwoord": wording.answer(find.answer, to: question, party: find.key.party),
            "zekerheid": wording(certainty(find, question)),
            "woorden": wording.quoted(find.words, atMost: OfferScreen.mostQuoted),
        ]
        return wording(find.words.isEmpty ? .offerLine : .offerLineFrom, values)
    }

    private func certainty(_ find: StoryFind, _ question: Question) -> Phrase {
        // What Enter alone would say too was not heard.
        if find.words.isEmpty, question.enterTakes.map({ find.answer == .options([$0]) }) == true {
            return .offerNoOther
        }
        return find.isSure ? .offerSure : .offerLikely
    }
}
