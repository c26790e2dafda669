import DialogEngine
import DialogFiles
import Glibc
import Proof
import Rules

/// `klachtwijzer controleer` without the reading: all paths, all promises.
enum Proving {
    static func run(_ bench: Bench) {
        guard let folder = try? DialogFolder(reading: "Dialogs/haarlem"),
            let checked = try? HandbookReading.check(folder)
        else { return print("  de dialogen van Haarlem zijn hier niet te lezen") }
        let today = Day(iso: "2026-11-25") ?? Day(ordinal: 0)
        bench.measure("alle wegen van Haarlem bewezen", batch: 1) {
            let proof = DialogProof(
                checked.handbook, checked.promises, named: checked.terms, on: today)
            if proof.figures.longest == 0 { print("geen wegen") }
        }
    }
}
