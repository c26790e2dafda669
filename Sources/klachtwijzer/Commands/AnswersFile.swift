import DialogEngine
import FoundationEssentials
import Glibc
import Rules

/// Answers as a program gives them: a JSON object with the question's id and what was answered.
///
/// A choice is an id or a list of ids; yes and no may be true and false; a date is `2026-11-02`, `2026-11`,
/// or plain words; a question asked per party takes one answer for all, or an object with the party's id.
struct AnswersFile {
    struct Wrong: Encodable {
        let vraag: String
        let melding: String
    }

    let session: Session
    /// What cannot be used, with the reason.
    let problems: [Wrong]

    /// - Parameter path: A file, or nil or `-` for standard input.
    init(path: String?, handbook: Handbook, today: Day) throws(Problem) {
        let bytes = try Self.bytes(path)
        let entries: [String: Given]
        do {
            entries = try JSONDecoder().decode([String: Given].self, from: Data(bytes))
        } catch {
            throw Problem(
                "De antwoorden zijn geen JSON-object. Schrijf bijvoorbeeld {\"zaak\": \"iets-ging-mis\"}.",
                .wrongArguments)
        }
        var answers = GivenAnswers(to: handbook.session(on: today))
        for (question, given) in entries.sorted(by: { $0.key < $1.key }) {
            switch given {
            case .perParty(let parts):
                for (party, value) in parts.sorted(by: { $0.key < $1.key }) {
                    answers.give(value.values, to: question, party: party)
                }
            case .one, .several: answers.give(given.values, to: question, party: nil)
            }
        }
        session = answers.session()
        problems = answers.wrong.map { Wrong(vraag: $0.question, melding: Self.words($0, handbook)) }
    }

    private static func words(_ wrong: GivenAnswers.Wrong, _ handbook: Handbook) -> String {
        guard let question = handbook.dialog.question(wrong.question) else {
            return "deze vraag is er niet; er zijn: "
                + handbook.dialog.questions.map(\.id).joined(separator: ", ")
        }
        return "'\(wrong.values.joined(separator: ", "))' past hier niet; \(allowed(question))"
    }

    static func allowed(_ question: Question) -> String {
        switch question.kind {
        case .choice, .multipleChoice: "kies uit: " + question.values.joined(separator: ", ")
        case .date:
            "geef een datum als 2026-11-02, 2026-11 of 2026"
                + (question.allowsUnknown ? ", of weet-ik-niet" : "")
        case .text(let shape): "geef een tekst (\(shape.rawValue))"
        case .lines: "geef een tekst"
        }
    }

    private static func bytes(_ path: String?) throws(Problem) -> [UInt8] {
        var descriptor = STDIN_FILENO
        if let path, path != "-" {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                throw Problem(
                    "Het bestand \(path) is niet te lezen (\(String(cString: strerror(errno)))).", .notFound)
            }
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < 10_000_000 {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}

/// One value of the answers file.
enum Given: Decodable {
    case one(String)
    case several([String])
    case perParty([String: Given])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .one(flag ? "ja" : "nee")
        } else if let text = try? container.decode(String.self) {
            self = .one(text)
        } else if let number = try? container.decode(Int.self) {
            self = .one(String(number))
        } else if let list = try? container.decode([String].self) {
            self = .several(list)
        } else {
            self = .perParty(try container.decode([String: Given].self))
        }
    }

    var values: [String] {
        switch self {
        case .one(let text): [text]
        case .several(let list): list
        case .perParty: []
        }
    }
}
