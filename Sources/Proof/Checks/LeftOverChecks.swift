import DialogEngine
import Rules

/// What stands in the files and is used by nothing.
struct LeftOverChecks {
    let checker: Checker
    let promises: [Promise]
    private var handbook: Handbook { checker.world.handbook }
    private var steps: [StepTemplate] { checker.table.ladders.flatMap(\.steps) }

    func run() {
        checkTerms()
        checkFigures()
        checkBodies()
        checkPartners()
    }

    private func checkTerms() {
        let conditions = handbook.conditions + promises.flatMap(\.conditions)
        for term in checker.terms {
            let others = checker.terms.filter { $0.name != term.name }.map(\.condition)
            guard !(conditions + others).contains(where: { $0.contains(term.condition) }) else { continue }
            checker.find(
                .unusedTerm, .term(term.name),
                "geen vraag, regel of belofte gebruikt dit begrip; gebruik het met 'geldt' of haal het weg")
        }
    }

    private func checkFigures() {
        var used = Set(steps.flatMap { $0.limits.map(\.figure) })
        for step in steps {
            if case .after(_, .figure(let id)) = step.opening { used.insert(id) }
        }
        var unused: [String] = []
        for id in handbook.rulebook.terms.figures.map(\.id) where !used.contains(id) && !unused.contains(id) {
            unused.append(id)
        }
        guard let first = unused.first else { return }
        checker.find(
            .unusedFigure, .figure(first),
            "geen stap in ladders.yaml rekent met \(Listing.names(unused)); noem die in een stap of haal ze weg"
        )
    }

    private func checkBodies() {
        let register = handbook.rulebook.register
        var used = Set(register.bodies.compactMap(\.sendsOnTo))
        used.formUnion(register.partners.flatMap { $0.services.flatMap(\.helpers) })
        for step in steps {
            if case .body(let id) = step.who { used.insert(id) }
        }
        for body in register.bodies where !used.contains(body.id) {
            checker.find(
                .unusedBody, .body(body.id),
                "niemand wordt naar '\(body.name)' verwezen; noem deze instantie in een ladder of bij 'hulp', of haal haar weg"
            )
        }
    }

    private func checkPartners() {
        let offered = Set(checker.dialog.questions.flatMap(\.options).map(\.id))
        for partner in handbook.rulebook.register.partners
        where !partner.services.contains(where: { offered.contains(partner.serviceID($0)) }) {
            checker.find(
                .neverChosen, .partner(partner.id),
                "geen enkele vraag laat een dienst van '\(partner.name)' kiezen; geef de organisatie een dienst, "
                    + "een andere 'groep', of haal haar weg")
        }
    }
}

extension Condition {
    fileprivate func contains(_ part: Condition) -> Bool {
        if self == part { return true }
        switch self {
        case .always, .fact: return false
        case .all(let parts), .any(let parts): return parts.contains { $0.contains(part) }
        case .not(let one): return one.contains(part)
        }
    }
}
