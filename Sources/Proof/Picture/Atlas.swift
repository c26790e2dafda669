import DialogEngine
import Rules

/// All drawings of a handbook: the whole, one per file of questions, the named conditions, and one per channel.
public struct Atlas: Sendable {
    public let pictures: [Picture]

    /// - Parameters:
    ///   - subjects: The file in which each question stands, by question: `zaak`, `over-wie`.
    ///   - terms: The named conditions, in the order in which they are written.
    public init(_ handbook: Handbook, subjects: [String: String], terms: [NamedCondition]) {
        let flow = DialogFlow(handbook, subjects: subjects, terms: terms)
        pictures =
            [flow.whole] + flow.subjects.map(flow.picture(ofSubject:)) + [flow.pictureOfTerms]
            + flow.channels.map(flow.picture(of:))
    }

    /// Everything on one sheet.
    public var whole: Picture { pictures[0] }
}
