import DialogEngine

/// What a line that is half typed can become.
public struct Completer: Sendable {
    public enum Completion: Hashable, Sendable {
        case nothing
        /// The line as it goes on.
        case line(String)
        /// Several lines are possible.
        case choices([String])
    }

    /// Longer lists help nobody; the rest is for the next letter.
    public static let mostChoices = 16

    public static let none = Completer { _ in [] }

    /// Whole lines that this one may become, best first. Asked only when somebody types.
    private let candidates: @Sendable (String) -> [String]
    /// Lines that are meant by other words, when none begins like this.
    private let meant: @Sendable (String) -> [String]

    public init(
        candidates: @escaping @Sendable (String) -> [String],
        meant: @escaping @Sendable (String) -> [String] = { _ in [] }
    ) {
        self.candidates = candidates
        self.meant = meant
    }

    /// What Tab would add, if that is one thing only; empty otherwise.
    public func hint(for typed: String) -> String {
        guard !typed.isEmpty else { return "" }
        let lines = beginning(with: typed)
        guard lines.count == 1 else { return "" }
        return String(lines[0].dropFirst(typed.count))
    }

    /// What Tab does.
    public func completion(of typed: String) -> Completion {
        let lines = beginning(with: typed)
        guard let first = lines.first else { return other(meant(typed)) }
        let common = lines.dropFirst().reduce(first) { Self.common($0, $1) }
        if common.count > typed.count || (lines.count == 1 && common != typed) { return .line(common) }
        return lines.count == 1 ? .nothing : .choices(lines)
    }

    private func other(_ lines: [String]) -> Completion {
        switch lines.count {
        case 0: .nothing
        case 1: .line(lines[0])
        default: .choices(lines)
        }
    }

    private func beginning(with typed: String) -> [String] {
        candidates(typed).filter { Self.isBeginning(typed, of: $0) }
    }

    /// Letter by letter, so that what was typed can be replaced by as many letters of the candidate.
    private static func isBeginning(_ typed: String, of line: String) -> Bool {
        typed.count <= line.count && zip(typed, line).allSatisfy(isSame)
    }

    private static func common(_ one: String, _ other: String) -> String {
        var end = one.startIndex
        for (mine, theirs) in zip(one, other) {
            guard isSame(mine, theirs) else { break }
            end = one.index(after: end)
        }
        return String(one[..<end])
    }

    private static func isSame(_ one: Character, _ other: Character) -> Bool {
        one == other || String(one).folded == String(other).folded
    }
}
