import DialogEngine
import Rules

/// Whether everybody who is sent on arrives: at the gemeente or at an independent body, and never in a circle.
///
/// Each ladder is walked as each service of the register would see it, for a step can exist for one and not for
/// another.
struct ReferralCheck {
    private let rulebook: Rulebook
    private var register: PartnerRegister { rulebook.register }

    init(_ handbook: Handbook) { rulebook = handbook.rulebook }

    var findings: [Finding] {
        var told: [Finding] = []
        for finding in rulebook.table.ladders.flatMap(findings(in:)) + register.bodies.flatMap(findings(of:))
        where !told.contains(finding) {
            told.append(finding)
        }
        return told
    }

    // MARK: Ladders

    private func findings(in ladder: Ladder) -> [Finding] {
        views(of: ladder).flatMap { steps in
            guard !steps.isEmpty else {
                return [
                    Finding(
                        .runaround, .ladder(ladder.id),
                        "voor wie hier komt, heeft deze ladder geen enkele stap")
                ]
            }
            return findings(in: ladder, Referrals(steps, register))
        }
    }

    private func findings(in ladder: Ladder, _ referrals: Referrals) -> [Finding] {
        func at(_ step: Int) -> HandbookPart { .step(ladder: ladder.id, id: referrals.steps[step].id) }
        let lost = referrals.waitingForNobody.map { step, awaited in
            Finding(
                .runaround, at(step),
                "deze stap wacht op de stap '\(awaited)', maar die is er niet altijd; dan komt de bewoner hier nooit aan de beurt"
            )
        }
        let circles = referrals.circles.map { circle in
            Finding(
                .runaround, at(circle[0]),
                "\(referrals.heard(circle)); laat een van deze stappen 'nu' of 'ernaast' openen")
        }
        guard lost.isEmpty, circles.isEmpty, !referrals.arrives else { return lost + circles }
        return [
            Finding(
                .runaround, .ladder(ladder.id),
                "deze weg eindigt niet bij de gemeente en niet bij een onafhankelijke instantie; "
                    + "zet zo'n stap erbij (in partners.yaml 'gemeente: ja' of 'onafhankelijk: ja')")
        ]
    }

    /// The steps as they exist for each service that can meet this ladder, and for who names no service.
    private func views(of ladder: Ladder) -> [[StepTemplate]] {
        let services = register.partners.flatMap { partner in partner.services.map { (partner, $0) } }
        let own = services.filter { $0.1.regime == ladder.id }
        let isNamed = rulebook.table.rules.contains { $0.ladder == ladder.id }
        let vocabulary = rulebook.vocabulary
        var facts = (isNamed ? services : own).map { register.facts(of: $0, $1, in: vocabulary) }
        if isNamed || own.isEmpty { facts.append(Facts(count: vocabulary.domains.count)) }
        var views: [[StepTemplate]] = []
        for facts in facts {
            let steps = ladder.steps.filter { $0.when.holds(facts, vocabulary) }
            if !views.contains(steps) { views.append(steps) }
        }
        return views
    }

    // MARK: Bodies that send on

    private func findings(of body: Body) -> [Finding] {
        var way = [body]
        while let next = way[way.count - 1].sendsOnTo.flatMap(register.body) {
            if let start = way.firstIndex(where: { $0.id == next.id }) {
                // Told at the one that comes first in the file.
                let circle = way[start...]
                guard circle.map(position).min() == position(body) else { return [] }
                let heard = zip(circle, circle.dropFirst() + [next]).map {
                    "bij \($0.nameInSentence) \"ga naar \($1.nameInSentence)\""
                }
                return [
                    Finding(
                        .runaround, .body(body.id),
                        "een bewoner hoort \(Listing.names(heard)), en komt nergens aan de beurt; "
                            + "haal bij een van hen 'stuurt-door' weg")
                ]
            }
            way.append(next)
        }
        guard way.count > 1, let end = way.last, !end.endsAWay else { return [] }
        return [
            Finding(
                .runaround, .body(body.id),
                "wie hier wordt doorgestuurd, eindigt bij \(end.nameInSentence); "
                    + "dat is niet de gemeente en geen onafhankelijke instantie")
        ]
    }

    private func position(_ body: Body) -> Int {
        register.bodies.firstIndex { $0.id == body.id } ?? register.bodies.count
    }
}
