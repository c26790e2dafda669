// Prints speeds; never fails on a figure. `--eenmaal` runs each once, to see that it still works.

let isOnce = CommandLine.arguments.contains("--eenmaal")
let bench = Bench(rounds: isOnce ? 1 : 30)

AtTheTerminal.run(bench)
print("\nVan antwoorden naar besluit (minimum en mediaan per keer):")
Deciding.run(bench)
print("\nEen klacht in de opslag:")
Keeping.run(bench)
