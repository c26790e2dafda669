import DialogEngine
import Rules

/// Puts days, terms and places into words for people.
public struct Wording: Sendable {
    public let handbook: Handbook
    public let language: String

    public init(_ handbook: Handbook, language: String) {
        self.handbook = handbook
        self.language = language
    }

    public func callAsFunction(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
        handbook.phrases(phrase, values.merging(always) { own, _ in own }, language: language)
    }

    public func callAsFunction(_ text: Text, _ values: [String: String] = [:]) -> String {
        text.filled(values.merging(always) { own, _ in own }, language: language)
    }

    /// Values that every sentence may use.
    private var always: [String: String] {
        ["gemeente": handbook.gemeente.name, "telefoon": handbook.gemeente.phone]
    }

    // MARK: Days and terms

    /// `maandag 4 januari 2027`.
    public func day(_ day: Day) -> String {
        "\(DutchCalendar.weekdays[day.weekday.rawValue - 1]) \(dayWithoutWeekday(day))"
    }

    /// `4 januari 2027`.
    public func dayWithoutWeekday(_ day: Day) -> String {
        "\(day.day) \(DutchCalendar.months[day.month - 1]) \(day.year)"
    }

    /// A told date as precise as it was told: `maart 2026`, `2024`, `1 november tot en met 10 november 2026`.
    public func range(_ range: DateRange) -> String {
        switch range.precision {
        case .day: day(range.first)
        case .month: "\(DutchCalendar.months[range.first.month - 1]) \(range.first.year)"
        case .year: String(range.first.year)
        case .period:
            "tussen \(dayWithoutWeekday(range.first)) en \(dayWithoutWeekday(range.last))"
        }
    }

    /// `zes weken`, `veertien dagen`, `een jaar`.
    public func term(_ term: Term) -> String {
        let number =
            DutchCalendar.numbers.indices.contains(term.amount)
            ? DutchCalendar.numbers[term.amount] : String(term.amount)
        let unit =
            switch term.unit {
            case .days: term.amount == 1 ? "dag" : "dagen"
            case .weeks: term.amount == 1 ? "week" : "weken"
            case .months: term.amount == 1 ? "maand" : "maanden"
            case .years: "jaar"
            }
        return "\(number) \(unit)"
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

    /// The name by which a party is spoken of in a sentence.
    public func party(_ id: String) -> String {
        guard let (partner, _) = handbook.rulebook.register.service(id) else { return self(.unknownPlace) }
        return partner.group == .gemeente ? "de \(handbook.gemeente.name)" : partner.name
    }

    public func place(_ place: Place) -> String {
        switch place {
        case .service(let id): party(id)
        case .body(let id): handbook.rulebook.register.body(id)?.name ?? id
        case .unknownParty: self(.unknownPlace)
        }
    }

    /// The name with its article, for inside a sentence.
    public func placeInSentence(_ place: Place) -> String {
        guard case .body(let id) = place else { return self.place(place) }
        return handbook.rulebook.register.body(id)?.nameInSentence ?? id
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

private enum DutchCalendar {
    static let weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december",
    ]
    static let numbers = [
        "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
        "twaalf",
        "dertien", "veertien",
    ]
}
