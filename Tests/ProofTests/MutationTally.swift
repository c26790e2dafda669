import DialogEngine
import DialogFiles
import Rules
import TestSupport

@testable import Proof

/// Who noticed which small edits: the readers and proofs of one dialog, its cases, and the comparison of two.
struct MutationTally {
    /// What became of the edits of one kind.
    struct Kind {
        var made = 0
        var unreadable = 0
        /// Edits that can be read and by which some talk of the oracle came to something else.
        var harmful = 0
        var byCheck = 0
        var byCases = 0
        var byEither = 0
        var byDifferences = 0
    }

    private(set) var kinds: [Mutation.Kind: Kind] = [:]
    /// Talks that were played before and after.
    private(set) var compared = 0
    private(set) var missedByCheck: [String] = []
    private(set) var missedByCases: [String] = []
    private(set) var missedByDifferences: [String] = []
    /// Talks told as moved that do not move so when they are played.
    private(set) var wrongWitnesses: [String] = []

    private let folder: DialogFolder
    private let old: HandbookReading.Checked
    private let known: (check: Set<String>, cases: Set<String>)
    private let proves: Bool
    private var today: Day { Haarlem.today }

    /// - Parameters:
    ///   - talks: How many for each edit.
    ///   - proves: Asks the proofs of one dialog and the cases too.
    init(_ folder: DialogFolder, _ count: Int, _ talks: Int, proves: Bool, _ random: inout SeededGenerator)
        throws
    {
        self.folder = folder
        self.proves = proves
        old = try HandbookReading.check(folder)
        known = proves ? (Self.complaints(old), Self.failing(folder, old.handbook)) : ([], [])
        for index in 0..<count {
            let kind = Mutation.Kind.allCases[index % Mutation.Kind.allCases.count]
            if let mutation = Mutation.make(kind, folder, &random) { try add(mutation, talks, &random) }
        }
    }

    var harmful: Int { kinds.values.reduce(0) { $0 + $1.harmful } }

    private mutating func add(_ mutation: Mutation, _ talks: Int, _ random: inout SeededGenerator) throws {
        kinds[mutation.kind, default: Kind()].made += 1
        guard let new = try? HandbookReading.check(mutation.folder) else {
            kinds[mutation.kind]?.unreadable += 1
            return
        }
        let differences = DialogDifferences(old: Edition(old), new: Edition(new), on: today)
        let oracle = Oracle(old.handbook, new.handbook, today)
        wrongWitnesses += differences.moved.compactMap(oracle.problem).map { "\(mutation.told): \($0)" }
        let (found, compared) = oracle.differing(talks, &random)
        self.compared += compared
        guard !found.isEmpty else { return }
        kinds[mutation.kind]?.harmful += 1
        if let missed = found.first(where: { !$0.isTold(by: differences) }) {
            missedByDifferences.append("\(mutation.told): \(missed)")
        } else {
            kinds[mutation.kind]?.byDifferences += 1
        }
        guard proves else { return }
        let check = !Self.complaints(new).subtracting(known.check).isEmpty
        let cases = !Self.failing(mutation.folder, new.handbook).subtracting(known.cases).isEmpty
        if check { kinds[mutation.kind]?.byCheck += 1 } else { missedByCheck.append(mutation.told) }
        if cases { kinds[mutation.kind]?.byCases += 1 } else { missedByCases.append(mutation.told) }
        if check || cases { kinds[mutation.kind]?.byEither += 1 }
    }

    var told: String {
        var lines = ["\(compared) talks were played before and after"]
        for kind in Mutation.Kind.allCases {
            guard let told = kinds[kind] else { continue }
            lines.append("\(kind): \(Self.words(told))")
        }
        lines.append("all: \(Self.words(total))")
        if proves {
            lines += ["missed by controleer alone:"] + missedByCheck.map { "  " + $0 }
            lines += ["missed by the cases:"] + missedByCases.map { "  " + $0 }
        }
        lines += ["missed by verschil:"] + missedByDifferences.map { "  " + $0 }
        return lines.joined(separator: "\n")
    }

    private static func words(_ kind: Kind) -> String {
        "\(kind.made) edits, \(kind.unreadable) cannot be read, \(kind.harmful) change a talk; of those noticed: "
            + "controleer \(kind.byCheck), cases \(kind.byCases), one of the two \(kind.byEither), "
            + "verschil \(kind.byDifferences)"
    }

    private var total: Kind {
        kinds.values.reduce(into: Kind()) { sum, kind in
            sum.made += kind.made
            sum.unreadable += kind.unreadable
            sum.harmful += kind.harmful
            sum.byCheck += kind.byCheck
            sum.byCases += kind.byCases
            sum.byEither += kind.byEither
            sum.byDifferences += kind.byDifferences
        }
    }

    // MARK: Who else may notice

    /// What `controleer` says of dialogs that can be read.
    private static func complaints(_ checked: HandbookReading.Checked) -> Set<String> {
        let today = Haarlem.today
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
