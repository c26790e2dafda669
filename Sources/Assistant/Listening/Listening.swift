import DialogEngine
import Understanding

/// What a desk understands texts by.
public struct Listening: Sendable {
    public let listener: Listener
    public let surplusWords: SurplusWords

    public init(_ listener: Listener, surplusWords: SurplusWords = .none) {
        self.listener = listener
        self.surplusWords = surplusWords
    }

    /// - Parameters:
    ///   - today: Nothing that happened is later than this day.
    ///   - isNoted: Whether a clerk typed it of a caller.
    public func hear(_ text: String, today: Day, isNoted: Bool = false) -> Heard {
        let free = FreeText(text)
        let finder = ContactFinder(free, isNoted: isNoted)
        return Heard(
            understood: listener.understand(free), days: DateFinder(today: today).find(in: free),
            contact: finder.finds(), places: finder.places())
    }

    /// What does not belong in a complaint, or not in each.
    func surplus(in text: String) -> [Find<Surplus>] {
        SurplusFinder(FreeText(text), surplusWords).finds()
    }

    /// What to offer to leave out of a text: health belongs in a story that is about care.
    ///
    /// - Parameter told: What was told before it.
    public func surplusToOffer(in text: String, after told: [String] = []) -> [Find<Surplus>] {
        let surplus = surplus(in: text)
        guard surplus.contains(where: \.value.kind.mayBeNeeded), !surplusWords.topicsOfHealth.isEmpty,
            let topic = listener.understand((told + [text]).joined(separator: "\n")).topics.first,
            topic.sureness > .unsure, surplusWords.topicsOfHealth.contains(topic.id)
        else { return surplus }
        return surplus.filter { !$0.value.kind.mayBeNeeded }
    }
}

/// All that was heard in one text.
public struct Heard: Sendable {
    public let understood: Understood
    public let days: [Find<DateMention>]
    public let contact: [Find<ContactDatum>]
    public let places: [Find<String>]

    /// The class of the story, for questions that must follow.
    public var storyClass: StoryClass? { understood.concernsDecision ? .mentionsDecision : nil }
}

/// Where a desk gets what it understands texts by: made ready while the first person reads the screen.
public struct ListeningSource: Sendable {
    /// Called when a prompt is shown, every time; returns at once.
    public let prepare: @Sendable () -> Void
    /// Waits until it is ready; nil where a gemeente has no words, or they cannot be read.
    public let listening: @Sendable () -> Listening?

    public init(prepare: @escaping @Sendable () -> Void, listening: @escaping @Sendable () -> Listening?) {
        self.prepare = prepare
        self.listening = listening
    }

    public init(_ listening: Listening?) { self.init(prepare: {}, listening: { listening }) }

    public static let none = ListeningSource(nil)
}
