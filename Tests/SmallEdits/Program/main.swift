// Makes small edits of the dialogs of Haarlem, and prints who noticed them: `small-edits [EDITS [TALKS]]`, 120 edits
// with 1,000 talks each unless told. `SEED=…` repeats a run. Ends with 1 when `verschil` missed a change.

import DialogEngine
import DialogFiles
import Foundation
import SmallEdits
import TestSupport

let figures = CommandLine.arguments.dropFirst().compactMap(Int.init)
let (edits, talks) = (figures.first ?? 120, figures.dropFirst().first ?? 1000)
guard figures.count == CommandLine.arguments.count - 1, edits > 0, talks > 0,
    let today = Day(iso: "2026-11-25")
else {
    print("small-edits [EDITS [TALKS]]")
    exit(2)
}
let seed = SeededGenerator.runSeed
print("small edits of the dialogs: SEED=\(seed), \(edits) edits, \(talks) talks each")
var random = SeededGenerator(seed: seed)
let began = ContinuousClock.now
let tally = try MutationTally(
    try DialogFolder(reading: Tree.dialogs), on: today, edits: edits, talks: talks, proves: true, &random
) { told in
    print("\((ContinuousClock.now - began).components.seconds) s  \(told)")
    fflush(nil)
}
print(tally.told)
exit(tally.missedByDifferences.isEmpty && tally.wrongWitnesses.isEmpty && tally.harmful > 0 ? 0 : 1)
