import DialogEngine
import Rules

/// Who says "go there first" to whom, among the steps that one person sees.
struct Referrals {
    let steps: [StepTemplate]
    private let register: PartnerRegister
    /// For each step those it sends to: what it waits for, and where its body sends everybody on to.
    private let sent: [[Int]]
    /// Those that open at once, or after one that opens.
    private let opening: Set<Int>

    init(_ steps: [StepTemplate], _ register: PartnerRegister) {
        self.steps = steps
        self.register = register
        let opening = Referrals.opening(steps)
        self.opening = opening
        sent = steps.map { step in
            var next: [Int] = []
            if case .after(let awaited, _) = step.opening {
                let same = steps.indices.filter { steps[$0].id == awaited }
                next += (same.first(where: opening.contains) ?? same.first).map { [$0] } ?? []
            }
            guard case .body(let id) = step.who, let target = register.body(id)?.sendsOnTo else {
                return next
            }
            return next + steps.indices.filter { steps[$0].who == .body(target) }
        }
    }

    private static func opening(_ steps: [StepTemplate]) -> Set<Int> {
        var open: Set<Int> = []
        while true {
            let next = steps.indices.filter { index in
                guard case .after(let awaited, _) = steps[index].opening else { return true }
                return open.contains { steps[$0].id == awaited }
            }
            if next.count == open.count { return open }
            open = Set(next)
        }
    }

    /// Steps that wait for one that is not there.
    var waitingForNobody: [(step: Int, awaited: String)] {
        steps.indices.compactMap { index in
            guard case .after(let awaited, _) = steps[index].opening,
                !steps.contains(where: { $0.id == awaited })
            else { return nil }
            return (index, awaited)
        }
    }

    /// Somebody who begins now comes to the gemeente or to an independent body in the end.
    var arrives: Bool {
        opening.contains { index in
            guard case .body(let id) = steps[index].who, let body = register.body(id) else { return false }
            return body.endsAWay && body.sendsOnTo == nil
        }
    }

    /// Each circle once, from its first step on.
    var circles: [[Int]] { steps.indices.compactMap { circle([$0]) } }

    /// The way back to where a way began, along steps that stand below it.
    private func circle(_ way: [Int]) -> [Int]? {
        for next in sent[way[way.count - 1]] {
            if next == way[0] { return way }
            if next > way[0], !way.contains(next), let found = circle(way + [next]) { return found }
        }
        return nil
    }

    /// The circle as a citizen would hear it.
    func heard(_ circle: [Int]) -> String {
        guard circle.count > 1 else {
            return
                "een bewoner hoort bij \(name(circle[0])) dat hij eerst bij \(name(circle[0])) moet zijn geweest, en komt nooit aan de beurt"
        }
        let told = zip(circle, circle.dropFirst() + [circle[0]]).map { here, there in
            "bij \(name(here)) \"\(waits(here, for: there) ? "eerst" : "ga") naar \(name(there))\""
        }
        return "een bewoner hoort \(Listing.names(told)), en komt nergens aan de beurt"
    }

    private func waits(_ step: Int, for other: Int) -> Bool {
        if case .after(let awaited, _) = steps[step].opening { awaited == steps[other].id } else { false }
    }

    private func name(_ step: Int) -> String {
        switch steps[step].who {
        case .party: "de organisatie"
        case .body(let id): register.body(id)?.nameInSentence ?? id
        }
    }
}

extension Body {
    /// Who comes here has arrived.
    var endsAWay: Bool { isGemeente || isIndependent }
}
