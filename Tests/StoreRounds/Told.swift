import Glibc
import Records

/// What a writer tells on a pipe: one line each, written at once, so that a kill leaves it whole or not there.
enum Told: Equatable {
    case created(ComplaintNumber)
    case appended(ComplaintNumber, text: String)
    case contact(ComplaintNumber)
    case counted
    case saved(DraftID, desk: String, answers: Int)
    /// Begins to erase: from here on it may be gone.
    case erasingDraft(DraftID)
    case erasedDraft(DraftID)
    case erasing(ComplaintNumber)
    case erased(ComplaintNumber)
    /// Of a reader, or of a writer whose store refused.
    case wrong(String)
    case looked

    var line: String {
        switch self {
        case .created(let number): "created \(number)"
        case .appended(let number, let text): "appended \(number) \(text)"
        case .contact(let number): "contact \(number)"
        case .counted: "counted"
        case .saved(let id, let desk, let answers): "saved \(id) \(desk) \(answers)"
        case .erasingDraft(let id): "erasing-draft \(id)"
        case .erasedDraft(let id): "erased-draft \(id)"
        case .erasing(let number): "erasing \(number)"
        case .erased(let number): "erased \(number)"
        case .wrong(let words): "wrong \(words.prefix(800))"
        case .looked: "looked"
        }
    }

    init?(_ line: some StringProtocol) {
        let words = String(line).split(separator: " ", maxSplits: 3).map { String($0) }
        let number = words.count > 1 ? ComplaintNumber(words[1]) : nil
        let draft = words.count > 1 ? DraftID(words[1]) : nil
        switch (words.first, words.count) {
        case ("created", 2): self = .created(number!)
        case ("appended", 3): self = .appended(number!, text: words[2])
        case ("contact", 2): self = .contact(number!)
        case ("counted", 1): self = .counted
        case ("saved", 4): self = .saved(draft!, desk: words[2], answers: Int(words[3])!)
        case ("erasing-draft", 2): self = .erasingDraft(draft!)
        case ("erased-draft", 2): self = .erasedDraft(draft!)
        case ("erasing", 2): self = .erasing(number!)
        case ("erased", 2): self = .erased(number!)
        case ("wrong", _): self = .wrong(String(line))
        case ("looked", 1): self = .looked
        default: return nil
        }
    }
}

/// The end of the pipe on which a process tells.
struct Pipe {
    private let descriptor: Int32

    init(_ path: String) { descriptor = open(path, O_WRONLY | O_CLOEXEC) }

    func tell(_ told: Told) {
        let bytes = Array((told.line + "\n").utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { exit(3) }
    }
}
