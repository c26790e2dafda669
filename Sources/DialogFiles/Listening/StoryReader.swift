import DialogEngine
import Understanding

/// Reads stories to learn from, one on each line: what kind of matter it is, about what, and the story.
///
///     klacht afval: De bak is weer niet geleegd.
///     bezwaar+klacht parkeren+handhaving en: I got a fine for parking on my own drive.
///
///     nood -: Mijn man ademt niet meer.
///
/// With `-` for a topic it only teaches what danger is. What stands behind a `+` is really in the story too, second best. Behind the topic stands the language when it is
/// not Dutch. A line that begins with `#` is for people.
struct StoryReader {
    let diagnostics: Diagnostics
    let kinds: [String]
    let topics: [String]

    /// In the place of the topic.
    private static let onlyDanger: Substring = "-"
    private static let languages = ["nl", "en", "mix"]

    /// - Parameter name: By which the stories are called, with the number of the line.
    func examples(in text: String, file: String, _ name: String) -> [Example] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
            let place = Place(file: file, line: index + 1, column: 1)
            return example(line, id: "\(name):\(index + 1)", place)
        }
    }

    private func example(_ line: Substring, id: String, _ place: Place) -> Example? {
        guard let colon = line.range(ofFirst: ": ") else { return refuse(place) }
        let head = line[..<colon.lowerBound].split(separator: " ")
        let text = line[colon.upperBound...]
        guard (2...3).contains(head.count), text.contains(where: \.isLetter) else { return refuse(place) }
        let language = head.count > 2 ? String(head[2]) : "nl"
        guard let kinds = known(head[0], among: kinds, place),
            let topics = head[1] == Self.onlyDanger ? [""] : known(head[1], among: topics, place),
            known(Substring(language), among: Self.languages, place) != nil
        else { return nil }
        return Example(
            id: id, text: String(text), language: language, kind: kinds[0], topic: topics[0],
            alsoKinds: Array(kinds.dropFirst()), alsoTopics: Array(topics.dropFirst()), isApart: true,
            isStory: true)
    }

    private func refuse(_ place: Place) -> Example? {
        diagnostics.add(
            .wrongType, at: place,
            "schrijf hier: soort, spatie, onderwerp, dubbelepunt, spatie en het verhaal")
        return nil
    }

    /// nil, with a diagnostic, when one of them is not there.
    private func known(_ written: Substring, among ids: [String], _ place: Place) -> [String]? {
        let named = written.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        for id in named where !ids.contains(id) {
            diagnostics.add(.unknownWord, at: place, "'\(id)' is er niet" + Suggestion.near(id, among: ids))
            return nil
        }
        return named
    }
}

extension Substring {
    fileprivate func range(ofFirst mark: String) -> Range<Index>? {
        var rest = self
        while let start = rest.firstIndex(of: ":") {
            if rest[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
            rest = rest[index(after: start)...]
        }
        return nil
    }
}
