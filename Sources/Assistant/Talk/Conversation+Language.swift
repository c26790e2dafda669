import DialogEngine
import Reports
import Rules

extension Conversation {
    /// The codes of the languages that a talk can be held in, Dutch among them.
    private var languages: [String] {
        let listed = handbook.gemeente.languages
        return listed.contains("nl") ? listed : ["nl"] + listed
    }

    /// How people name a language when they ask for it.
    private static let names = [
        "nl": ["nl", "nederlands", "dutch", "hollands"], "en": ["en", "engels", "english"],
    ]

    /// Goes on in another language: the one asked for, or the next one.
    func switchLanguage(_ asked: String) throws -> AfterCommand {
        let word = asked.folded
        let here = languages.firstIndex(of: wording.language) ?? 0
        let wanted =
            word.isEmpty
            ? languages[(here + 1) % languages.count]
            : languages.first { ([$0] + Self.names[$0, default: []]).contains(word) }
        guard let wanted else {
            try say(
                wording(.languageUnknown, ["invoer": asked, "talen": languages.joined(separator: ", ")]),
                style: .warning)
            return .stayAtQuestion
        }
        speak(wanted)
        // What was agreed to must have been heard in a language that is understood.
        try say(wording(.languageNow))
        try say(wording(.privacyShort))
        return .leaveQuestion
    }

    /// The next person is spoken to in the usual language.
    func speakUsualLanguage() { speak(setting.language) }

    /// What was told before stays whole: a receipt is in one language.
    func wording(of kept: KeptMatter) -> Wording {
        kept.language == wording.language ? wording : Wording(handbook, language: kept.language)
    }

    func speak(_ language: String) {
        guard language != wording.language else { return }
        wording = Wording(handbook, language: language)
        talk?.language = language
    }
}
