// Real processes on a real store: `store-rounds [ROUNDS]` kills writers and readers at random moments, 200 rounds
// unless told; fills a small disk; and lets system calls of `klachtwijzer intake` fail. `SEED=…` repeats a run.
// Ends with 1 when anything that was acknowledged is lost, or when half of something was seen.

import Glibc
import TestSupport

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "writer" where words.count == 5:
    Writer.run(store: words[1], pipe: words[2], round: Int(words[3]) ?? 0, seed: UInt64(words[4]) ?? 0)
case "reader" where words.count == 4:
    Reader.run(store: words[1], pipe: words[2], round: Int(words[3]) ?? 0)
case "filler" where words.count == 2:
    Filler.run(store: words[1])
default:
    guard words.count <= 1, let rounds = Int(words.first ?? "200"), rounds > 0 else {
        print("store-rounds [ROUNDS]")
        exit(2)
    }
    let seed = SeededGenerator.runSeed
    print("real processes on a store: SEED=\(seed)")
    fflush(nil)
    var random = SeededGenerator(seed: seed)
    var problems: [String] = []
    do {
        problems += try KillingRounds.run(rounds, &random)
        problems += try FullDisk.run()
        problems += try Injection.run(everyCall: rounds >= 100, &random)
    } catch {
        problems.append("\(error)")
    }
    for problem in problems.prefix(20) { print("  wrong: \(problem)") }
    exit(problems.isEmpty ? 0 : 1)
}
