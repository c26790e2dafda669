// Prints speeds; never fails on a figure. `--eenmaal` runs each once, to see that it still works.

let isOnce = CommandLine.arguments.contains("--eenmaal")
let bench = Bench(rounds: isOnce ? 1 : 30)

print("Start tot de eerste vraag, CPU van het hele programma (minimum van \(bench.rounds)):")
StartUp.run(bench)
print("\nVan antwoorden naar besluit (minimum en mediaan per keer):")
Deciding.run(bench)
print("\nEen antwoord in het concept, en een klacht in de opslag:")
Keeping.run(bench)
