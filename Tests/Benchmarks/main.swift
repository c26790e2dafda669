// Prints speeds; never fails on a figure. Named parts only, or all of them.
// `--eenmaal` runs each once, to see that it still works.

import Glibc

// One of the writers of `KeepingDurably`, in a process of its own.
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == KeepingDurably.writerWord, arguments.count == 5, let count = Int(arguments[2]) {
    do { try KeepingDurably.write(arguments[1], count, gate: arguments[4]) } catch { exit(1) }
    exit(0)
}

let words = Set(CommandLine.arguments.dropFirst())
let bench = Bench(rounds: words.contains("--eenmaal") ? 1 : 30)
let parts: [(name: String, title: String, run: (Bench) -> Void)] = [
    ("terminal", "Aan de terminal", AtTheTerminal.run),
    ("besluit", "Van antwoorden naar besluit (minimum en mediaan per keer)", Deciding.run),
    ("bewijs", "De dialogen bewijzen (minimum en mediaan per keer)", Proving.run),
    ("verschil", "Twee mappen met dialogen vergelijken", Comparing.run),
    ("opslag", "Een klacht in de opslag", Keeping.run),
    ("zoeken", "De zoekindex", Searching.run),
    ("schijf", "Een klacht die zeker op de schijf staat", KeepingDurably.run),
    ("duid", "Begrijpen wat iemand vertelt (minimum en mediaan per keer)", Listening.run),
]
let named = parts.filter { words.contains($0.name) }
for part in named.isEmpty ? parts : named {
    print("\n\(part.title):")
    part.run(bench)
}
Workplace.clear()
