import Mustache
import Rules

/// A letter or receipt could not be made from its template.
public enum LetterProblem: Error, Hashable {
    case unreadable(String, reason: String)
}

/// Fills the templates of the gemeente.
public enum Letters {
    /// - Parameter language: Takes `<name>.<language>` where the gemeente has one, else the Dutch one.
    public static func render(
        _ known: KnownLetter, _ handbook: Handbook, _ values: [String: Any], language: String = "nl"
    ) throws(LetterProblem) -> String {
        let name = known.rawValue
        guard let letter = handbook.letter("\(name).\(language)") ?? handbook.letter(name) else {
            preconditionFailure("a checked gemeente has every letter that the program knows")
        }
        let template: MustacheTemplate
        do {
            template = try MustacheTemplate(string: letter.template)
        } catch {
            throw .unreadable(name, reason: String(describing: error))
        }
        return template.render(values)
    }

    /// What is wrong with a template; nil when it can be used.
    public static func problem(with letter: Handbook.Letter) -> LetterProblem? {
        do {
            _ = try MustacheTemplate(string: letter.template)
            return nil
        } catch {
            return .unreadable(letter.name, reason: String(describing: error))
        }
    }
}
