import DialogEngine
import DialogFiles
import Proof
import Rules
import TestSupport

/// Who noticed which small edits: the readers and proofs of one dialog, its cases, and the comparison of two.
package struct MutationTally {
    /// What became of the edits of one kind.
    struct Kind {
        var made = 0
        var unreadable = 0
        /// Edits that can be read and by which some talk of the oracle came to something else.
        var harmful = 0
        /// Of those, by which the decision itself is another: where to, which steps, by when, what is asked.
        var moving = 0
        var byCheck = 0
        var byCases = 0
        var byEither = 0
        var byDifferences = 0
    }

    /// An edit that somebody did not notice, and what it does to a talk.
    struct Miss {
        let told: String
        let isMoving: Bool
    }

    private(set) var kinds: [Mutation.Kind: Kind] = [:]
    /// Talks that were played before and after.
    private(set) var compared = 0
    private(set) var missedByCheck: [Miss] = []
    private(set) var missedByCases: [Miss] = []
    package private(set) var missedByDifferences: [String] = []
    /// Talks told as moved that do not move so when they are played.
    package private(set) var wrongWitnesses: [String] = []

    private let folder: DialogFolder
    private let old: HandbookReading.Checked
    private let known: (check: Set<String>, cases: Set<String>)
    private let proves: Bool
    private let today: Day

    /// - Parameters:
    ///   - count: How many edits.
    ///   - talks: How many for each edit.
    ///   - proves: Asks the proofs of one dialog and the cases too.
    ///   - progress: Hears of each edit what it was and what became of it.
    package init(
        _ folder: DialogFolder, on today: Day, edits count: Int, talks: Int, proves: Bool,
        _ random: inout SeededGenerator, progress: (String) -> Void = { _ in }
    ) throws {
        self.folder = folder
        self.proves = proves
        self.today = today
        old = try HandbookReading.check(folder)
        known =
            proves ? (Self.complaints(old, today), Self.failing(folder, old.handbook)) : ([], [])
        for index in 0..<count {
            let kind = Mutation.Kind.allCases[index % Mutation.Kind.allCases.count]
            guard let mutation = Mutation.any(kind, folder, &random) else { continue }
            progress("\(index + 1)/\(count) \(mutation.told): \(try add(mutation, talks, &random))")
        }
    }

    package var harmful: Int { kinds.values.reduce(0) { $0 + $1.harmful } }

    /// - Returns: What became of it.
    private mutating func add(_ mutation: Mutation, _ talks: Int, _ random: inout SeededGenerator) throws
        -> String
    {
        var kind = kinds[mutation.kind] ?? Kind()
        defer { kinds[mutation.kind] = kind }
        kind.made += 1
        guard let new = try? HandbookReading.check(mutation.folder) else {
            kind.unreadable += 1
            return "cannot be read"
        }
        let differences = DialogDifferences(
            old: Edition(old.handbook, old.laws), new: Edition(new.handbook, new.laws), on: today)
        let oracle = Oracle(old.handbook, new.handbook, today)
        wrongWitnesses += differences.moved.compactMap(oracle.problem).map { "\(mutation.told): \($0)" }
        let (found, compared) = oracle.differing(talks, &random)
        self.compared += compared
        guard !found.isEmpty else { return "changes none of \(compared) talks" }
        let moved = found.filter(\.isMoved)
        kind.harmful += 1
        if !moved.isEmpty { kind.moving += 1 }
        var noticed: [String] = []
        if let missed = found.first(where: { !$0.isTold(by: differences) }) {
            missedByDifferences.append("\(mutation.told): \(missed)")
        } else {
            kind.byDifferences += 1
            noticed.append("verschil")
        }
        if proves { noticed += try ask(mutation, new, moved.first, &kind) }
        return "\(moved.isEmpty ? "other words" : "moved \(moved.count)") of \(compared) talks; noticed by: "
            + noticed.joined(separator: ", ")
    }

    /// What the proofs of one dialog and the cases say by themselves.
    private mutating func ask(
        _ mutation: Mutation, _ new: HandbookReading.Checked, _ moved: Oracle.Difference?, _ kind: inout Kind
    ) throws -> [String] {
        let check = !Self.complaints(new, today).subtracting(known.check).isEmpty
        let cases = !Self.failing(mutation.folder, new.handbook).subtracting(known.cases).isEmpty
        let miss = Miss(
            told: mutation.told + (moved.map { "\n      \($0)" } ?? ""), isMoving: moved != nil)
        if check { kind.byCheck += 1 } else { missedByCheck.append(miss) }
        if cases { kind.byCases += 1 } else { missedByCases.append(miss) }
        if check || cases { kind.byEither += 1 }
        return (check ? ["controleer"] : []) + (cases ? ["cases"] : [])
    }

    // MARK: Who else may notice

    /// What `controleer` says of dialogs that can be read.
    private static func complaints(_ checked: HandbookReading.Checked, _ today: Day) -> Set<String> {
        let findings =
            DialogProof(checked.handbook, checked.promises, named: checked.terms, on: today).findings
            + DayProof(checked.handbook, checked.laws, on: today).findings
        return Set(findings.map { "\($0.code.rawValue) \($0.message)" })
            .union(checked.warnings.diagnostics.map { "\($0.code.rawValue) \($0.message)" })
    }

    /// What the cases of `proeven/` say, one word when they cannot be read; not what no case touches.
    private static func failing(_ folder: DialogFolder, _ handbook: Handbook) -> Set<String> {
        guard let read = try? CaseReading.read(folder, handbook) else { return ["proeven"] }
        let findings = CaseProof(read.cases, handbook).findings.filter { !$0.code.isWarning }
        return Set(findings.map { "\($0.part) \($0.message)" })
    }
}

// MARK: Told at the end

extension MutationTally {
    package var told: String {
        var lines = ["\(compared) talks were played before and after", Self.heading]
        for kind in Mutation.Kind.allCases {
            if let told = kinds[kind] { lines.append(Self.row("\(kind)", told)) }
        }
        lines.append(Self.row("all", total))
        if proves {
            lines += Self.list("controleer alone", missedByCheck) + Self.list("the cases", missedByCases)
        }
        lines +=
            ["missed by verschil: \(missedByDifferences.count)"]
            + missedByDifferences.map { "  " + $0 }
        lines +=
            ["talks that do not move as verschil tells: \(wrongWitnesses.count)"]
            + wrongWitnesses.map { "  " + $0 }
        return lines.joined(separator: "\n")
    }

    /// What moves somebody comes first.
    private static func list(_ who: String, _ misses: [Miss]) -> [String] {
        let (moving, wording) = (misses.filter(\.isMoving), misses.filter { !$0.isMoving })
        return ["missed by \(who), and moves a talk: \(moving.count)"] + moving.map { "  " + $0.told }
            + ["missed by \(who), other words only: \(wording.count)"] + wording.map { "  " + $0.told }
    }

    private static let heading = row(
        "", ["edits", "unreadable", "harmful", "moving", "controleer", "cases", "either", "verschil"])

    private static func row(_ name: String, _ kind: Kind) -> String {
        let figures = [
            kind.made, kind.unreadable, kind.harmful, kind.moving, kind.byCheck, kind.byCases,
            kind.byEither, kind.byDifferences,
        ]
        return row(name, figures.map(String.init))
    }

    private static func row(_ name: String, _ columns: [String]) -> String {
        func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
        return columns.reduce(name + spaces(10 - name.count)) { row, column in
            row + spaces(12 - column.count) + column
        }
    }

    private var total: Kind {
        kinds.values.reduce(into: Kind()) { sum, kind in
            sum.made += kind.made
            sum.unreadable += kind.unreadable
            sum.harmful += kind.harmful
            sum.moving += kind.moving
            sum.byCheck += kind.byCheck
            sum.byCases += kind.byCases
            sum.byEither += kind.byEither
            sum.byDifferences += kind.byDifferences
        }
    }
}
