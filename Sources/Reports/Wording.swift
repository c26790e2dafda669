import DialogEngine
import Rules

/// Puts days, terms and places into words for people.
public struct Wording: Sendable {
    public let handbook: Handbook
    public let translation: Translation
    let calendar: CalendarWords

    /// - Parameter language: A code such as `en`; Dutch when the gemeente has no words in it.
    public init(_ handbook: Handbook, language: String = "nl") {
        self.handbook = handbook
        translation = handbook.translation(language)
        calendar = CalendarWords.of(translation.language)
    }

    public var language: String { translation.language }

    public func callAsFunction(_ phrase: Phrase, _ values: @autoclosure () -> [String: String] = [:])
        -> String
    {
        filled(unfilled(phrase), values)
    }

    /// - Parameter values: Not asked for when the words have no place to fill.
    public func callAsFunction(_ text: Text, _ values: @autoclosure () -> [String: String] = [:]) -> String {
        filled(translation(text.words), values)
    }

    /// The words with their places still open, for who fills them later.
    public func unfilled(_ phrase: Phrase) -> String { translation(handbook.phrases.text(phrase).words) }

    private func filled(_ words: String, _ values: () -> [String: String]) -> String {
        guard words.holds(UInt8(ascii: "{")) else { return words }
        let values = values()
        return Text.fill(words) { values[$0] ?? always($0) }
    }

    /// Values that every sentence may use.
    private func always(_ name: String) -> String? {
        switch name {
        case "gemeente": translation(handbook.gemeente.name)
        case "telefoon": handbook.gemeente.phone
        default: nil
        }
    }

    // MARK: Days and terms

    /// `maandag 4 januari 2027`.
    public func day(_ day: Day) -> String {
        "\(calendar.weekdays[day.weekday.rawValue - 1]) \(dayWithoutWeekday(day))"
    }

    /// `4 januari 2027`.
    public func dayWithoutWeekday(_ day: Day) -> String {
        "\(day.day) \(calendar.months[day.month - 1]) \(day.year)"
    }

    /// `zes weken`, `veertien dagen`, `een jaar`.
    public func term(_ term: Term) -> String {
        let number =
            calendar.numbers.indices.contains(term.amount)
            ? calendar.numbers[term.amount] : String(term.amount)
        let unit = calendar.unit(term.unit)
        return "\(number) \(term.amount == 1 ? unit.one : unit.several)"
    }

    /// When a step opens.
    ///
    /// - Parameter name: The name of the place of another step, by the step's id.
    public func opening(_ opening: Opening, on today: Day, name: (String) -> String?) -> String {
        switch opening {
        case .now: return self(.openNow)
        case .beside: return self(.openBeside)
        case .after(let step, let without):
            let values = ["naam": name(step) ?? self(.unknownPlace)]
            switch without {
            case .never: return self(.openAfterAnswer, values)
            case .ownTerm: return self(.openAfterAnswerOrOwnTerm, values)
            case .figure(let id):
                guard let figure = handbook.rulebook.terms.figure(id, on: today) else {
                    return self(.openAfterAnswer, values)
                }
                return self(
                    .openAfterAnswerOrTerm, values.merging(["termijn": term(figure.term)]) { own, _ in own })
            }
        }
    }

    // MARK: Places

    /// The name by which a party is known.
    public func party(_ id: String) -> String {
        guard let (partner, _) = handbook.rulebook.register.service(id) else { return self(.unknownPlace) }
        return partner.group == .gemeente ? self(.theGemeente) : translation(partner.name)
    }

    public func place(_ place: Place) -> String {
        switch place {
        case .service(let id): party(id)
        case .body(let id): handbook.rulebook.register.body(id).map { translation($0.name) } ?? id
        case .unknownParty: atTheStart(self(.unknownPlace))
        }
    }

    private func atTheStart(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

    /// The name with its article, for inside a sentence.
    public func placeInSentence(_ place: Place) -> String {
        switch place {
        case .service(let id): partyInSentence(id)
        case .body(let id): handbook.rulebook.register.body(id).map { translation($0.nameInSentence) } ?? id
        case .unknownParty: self(.unknownPlace)
        }
    }

    /// The name of a party with its article, as in "after the answer of the police".
    public func partyInSentence(_ id: String) -> String {
        guard let (partner, _) = handbook.rulebook.register.service(id), partner.group != .gemeente else {
            return party(id)
        }
        return translation(partner.nameInSentence)
    }

    /// How one complains about a service, in sentences.
    public func how(_ service: Service) -> String {
        service.how.map { translation($0) }.joined(separator: " ")
    }

    public func contacts(_ place: Place) -> [Contact] {
        switch place {
        case .service(let id): handbook.rulebook.register.service(id)?.partner.contacts ?? []
        case .body(let id): handbook.rulebook.register.body(id)?.contacts ?? []
        case .unknownParty: []
        }
    }

    /// `0800-2000`, or with a warning when nobody has checked it.
    public func contact(_ contact: Contact) -> String {
        contact.checkedOn == nil ? "\(contact.value) (\(self(.contactUnchecked)))" : contact.value
    }
}
