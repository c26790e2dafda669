import DialogEngine
import Rules

/// The variables of one or more dialogs: their questions in the order asked, each with its classes of answers.
struct Space {
    let worlds: [World]
    private(set) var variables: [Variable] = []
    private var byRole: [Variable.Role: Int] = [:]
    /// Multiple choices of which conditions look for more options than can be combined.
    private(set) var tooWide: [String] = []

    init(_ worlds: [World]) {
        self.worlds = worlds
        let maker = ClassMaker(worlds: worlds)
        let ids = Space.questions(of: worlds)
        let firstAfter = ids.firstIndex { id in
            worlds.last?.handbook.dialog.question(id)?.stage == .after
        }
        for (index, id) in ids.enumerated() {
            if index == firstAfter { add(.advice, []) }
            add(.question(id), maker.classes(of: id))
            if maker.isTooWide(id) { tooWide.append(id) }
            if worlds.contains(where: { $0.handbook.dialog.question(id)?.namesSeveral == true }) {
                add(.party(of: id), maker.parties(of: id))
            }
        }
        if firstAfter == nil { add(.advice, []) }
    }

    private mutating func add(_ role: Variable.Role, _ classes: [AnswerClass]) {
        byRole[role] = variables.count
        variables.append(Variable(role: role, classes: classes))
    }

    /// The leading advice, whose classes are known only after all outcomes are.
    mutating func setAdvice(_ classes: [AnswerClass]) { variables[index(.advice)].classes = classes }

    /// - Precondition: the role is one of this space.
    func index(_ role: Variable.Role) -> Int {
        guard let index = byRole[role] else { preconditionFailure("no variable \(role)") }
        return index
    }

    func has(_ role: Variable.Role) -> Bool { byRole[role] != nil }

    /// The questions of the last dialog in its order, with those that only an earlier one has where they stood.
    private static func questions(of worlds: [World]) -> [String] {
        var ids = worlds.last?.handbook.dialog.questions.map(\.id) ?? []
        for world in worlds.dropLast() {
            var place = 0
            for question in world.handbook.dialog.questions {
                if let found = ids.firstIndex(of: question.id) {
                    place = found + 1
                } else {
                    ids.insert(question.id, at: place)
                    place += 1
                }
            }
        }
        return ids
    }
}

extension Question {
    /// A multiple choice of parties: what follows is asked about each of them.
    var namesSeveral: Bool { namesParties && kind == .multipleChoice }
}
