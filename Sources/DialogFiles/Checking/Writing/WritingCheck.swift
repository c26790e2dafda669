import DialogEngine
import Rules

/// Whether the texts of a sound handbook are easy to read, on a screen and aloud, in every language.
struct WritingCheck {
    let rules: WritingRules
    let handbook: Handbook
    let letters: [LetterLine]
    let diagnostics: Diagnostics

    func check() {
        let kinds = TextKinds(handbook, names: diagnostics.names)
        for text in diagnostics.spoken {
            checkSentences(text.words, "nl", kinds(text.words), text.place)
            checkWords(text.words, text.place)
        }
        for text in diagnostics.translated {
            checkSentences(text.words, text.language, kinds(text.dutch), text.place)
            checkCopy(text, kinds(text.dutch))
        }
        for line in letters {
            checkSentences(line.words, line.language, [], line.place)
            if line.language == "nl" { checkWords(line.words, line.place) }
        }
        checkRoom(
            "nl", .dutch, Dictionary(diagnostics.spoken.map { ($0.words, $0.place) }) { first, _ in first })
        for packed in handbook.translations {
            let there = diagnostics.translated.filter { $0.language == packed.language }
            checkRoom(
                packed.language, Translation(packed),
                Dictionary(there.map { ($0.dutch, $0.place) }) { first, _ in first })
        }
    }

    // MARK: Sentences

    private func checkSentences(_ text: String, _ language: String, _ kinds: Set<TextKind>, _ place: Place) {
        let isAloud = !kinds.isDisjoint(with: rules.readAloud)
        for sentence in Sentences(abbreviations: rules.abbreviations).sentences(of: text) {
            if language == "nl" { checkPassives(sentence, place) }
            guard let limits = rules.limits[language] else { continue }
            let count = sentence.count
            if count > limits.sentence {
                diagnostics.add(
                    .longSentence, at: place,
                    "'\(sentence.beginning)' heeft \(count) woorden; maak er twee zinnen van, hooguit "
                        + "\(limits.sentence) is goed")
            }
            guard isAloud, count > limits.breath else { continue }
            for breath in Sentences.breaths(of: sentence) where breath.count > limits.breath {
                diagnostics.add(
                    .longBreath, at: place,
                    "'\(breath.beginning)' is \(breath.count) woorden zonder rust; wij lezen dit voor, dus "
                        + "hooguit \(limits.breath) tot een komma of punt")
            }
        }
    }

    private func checkPassives(_ sentence: Sentences.Piece, _ place: Place) {
        guard sentence.words.count(where: PassiveVoice.mayBeOne) > rules.passives else { return }
        let words = sentence.words.joined(separator: " ").foldedWords
        let count = PassiveVoice.count(in: words)
        if count > rules.passives {
            diagnostics.add(
                .passives, at: place,
                "'\(sentence.beginning)' heeft \(count) lijdende vormen (wordt, is ge…d); "
                    + "schrijf wie het doet")
        }
    }

    // MARK: Words

    private func checkWords(_ text: String, _ place: Place) {
        let words = Sentences.withoutQuotations(text).foldedWords
        for found in rules.jargon.found(in: words) {
            diagnostics.add(
                .difficultWord, at: place, "'\(found.difficult)' is moeilijk; gebruik liever: \(found.plain)")
        }
        if let word = words.first(where: rules.otherAddress.contains) {
            diagnostics.add(.otherAddress, at: place, "'\(word)' past niet bij u; zeg overal u en uw")
        }
    }

    private func checkCopy(_ text: Diagnostics.Translated, _ kinds: Set<TextKind>) {
        guard text.words == text.dutch, !kinds.contains(.name), !rules.sameEverywhere.contains(text.dutch)
        else {
            return
        }
        let places = Text.places(in: text.dutch)
        let words = Text.fill(text.dutch, Dictionary(places.map { ($0, "") }) { first, _ in first })
        guard words.contains(where: \.isLetter) else { return }
        diagnostics.add(
            .copiedTranslation, at: text.place,
            "hier staat nog het Nederlands; vertaal het, of zet het bij 'gelijk' in schrijfwijze.yaml")
    }

    // MARK: Screens

    private func checkRoom(_ language: String, _ translation: Translation, _ places: [String: Place]) {
        let room = ScreenRoom(screen: rules.screen, translation: translation, handbook: handbook)
        for question in handbook.dialog.questions {
            let rows = room.rows(of: question)
            guard rows > rules.screen.rows, let place = places[question.wording.words] else { continue }
            add(rows, "deze vraag met haar keuzes is", at: place)
        }
        let table = handbook.rulebook.table
        let reasons = table.rules.map { (ladder: $0.ladder, rows: room.rows(ofReason: $0.because)) }
        for ladder in table.ladders {
            let reason = reasons.filter { ($0.ladder ?? ladder.id) == ladder.id }.map(\.rows).max() ?? 0
            let rows = room.rows(of: ladder, reason: reason)
            let longest = ladder.steps.map(\.how.words).max { $0.count < $1.count }
            guard rows > rules.screen.rows, let place = longest.flatMap({ places[$0] }) else { continue }
            add(rows, "het besluit met de ladder '\(ladder.id)' is", at: place)
        }
    }

    private func add(_ rows: Int, _ what: String, at place: Place) {
        diagnostics.add(
            .longText, at: place,
            "\(what) \(rows) regels hoog, en een scherm heeft er \(rules.screen.rows); maak het korter")
    }
}
