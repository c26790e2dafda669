import DialogEngine
import DialogFiles
import Glibc
import Rules
import Understanding

/// `klachtwijzer duid`: what it costs to understand a text, and to learn how.
enum Listening {
    static func run(_ bench: Bench) {
        let before = memory()
        let began = Bench.seconds(CLOCK_MONOTONIC)
        guard let folder = try? DialogFolder(reading: "Dialogs/haarlem"),
            let handbook = try? HandbookReading.read(folder)
        else { return print("  de dialogen van Haarlem zijn hier niet te lezen") }
        let handbookRead = Bench.seconds(CLOCK_MONOTONIC)
        let handbookMemory = memory()
        guard let read = try? ListeningReading.read(DialogFolder(readingWordsIn: "Dialogs/haarlem"), handbook)
        else { return print("  de map herkennen is hier niet te lezen") }
        let listener = read.listener
        let took = Bench.seconds(CLOCK_MONOTONIC) - handbookRead
        print(
            "  woorden en gewichten gelezen: \(Bench.milliseconds(took)) ms, \(Bench.megabytes(max(0, memory() - handbookMemory))) MB"
                + " (grens 20 MB); de dialogen ervoor \(Bench.milliseconds(handbookRead - began)) ms, "
                + "\(Bench.megabytes(max(0, handbookMemory - before))) MB")
        desk(handbook, bench)
        let story = Self.story(words: 150)
        bench.measure("een verhaal van 150 woorden begrijpen (grens 1000 µs)", batch: 20) {
            if listener.understand(story).topics.isEmpty { print("niets begrepen") }
        }
        let surplus =
            (try? ListeningReading.surplusWords(DialogFolder(readingSurplusIn: "Dialogs/haarlem"))) ?? .none
        grow(listener, surplus, handbook, bench)
        learn(read, bench)
    }

    /// Once: it takes seconds, and a writer does it once a change.
    private static func learn(_ read: ListeningReading.Read, _ bench: Bench) {
        let examples = bench.rounds == 1 ? Array(read.examples.prefix(100)) : read.examples
        let start = Bench.seconds(CLOCK_MONOTONIC)
        if Learner(read.knowledge).learn(examples).dangerFrom.isNaN { print("niets geleerd") }
        let took = Bench.seconds(CLOCK_MONOTONIC) - start
        print("  leren van \(examples.count) voorbeelden: \(Bench.milliseconds(took)) ms")
    }

    /// What a desk reads after its first question: anew, and from what it kept.
    private static func desk(_ handbook: Handbook, _ bench: Bench) {
        var template = Array("/tmp/klachtwijzer-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return print("  er is geen tijdelijke map te maken") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for (name, cache) in [("uit de woorden", nil), ("uit wat is bewaard", folder)] {
            _ = ListeningReading.readForDesk("Dialogs/haarlem", handbook, cacheFolder: cache)
            bench.measure("aan de balie, \(name) (grens 60.000 µs)", batch: 1) {
                if ListeningReading.readForDesk("Dialogs/haarlem", handbook, cacheFolder: cache) == nil {
                    print("de balie leest niets")
                }
            }
        }
        remove(folder)
    }

    private static func remove(_ folder: String) {
        guard let entries = opendir(folder) else { return }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            unlink(folder + "/" + name)
        }
        closedir(entries)
        rmdir(folder)
    }

    /// Ten times as long a text should take about ten times as long, whatever stands in it.
    private static func grow(
        _ listener: Listener, _ words: SurplusWords, _ handbook: Handbook, _ bench: Bench
    ) {
        let sizes = bench.rounds == 1 ? [1] : [10, 100, 1000]
        print(
            "  alles wat met een verhaal gebeurt, rekentijd per kB bij "
                + sizes.map { "\($0) kB" }.joined(separator: ", "))
        for (name, piece) in [
            ("gewone tekst", story(words: 160) + " "), ("vol datums", dates), ("vol nummers", numbers),
            ("één lang woord", "woord"),
        ] {
            let times = sizes.map { size in
                let text = String(repeating: piece, count: size * 1024 / piece.utf8.count + 1)
                let began = Bench.seconds(CLOCK_PROCESS_CPUTIME_ID)
                hear(text, listener, words, handbook)
                let took = Bench.seconds(CLOCK_PROCESS_CPUTIME_ID) - began
                return Bench.microseconds(took / (Double(text.utf8.count) / 1024)) + " µs"
            }
            print("  \(name): " + times.joined(separator: ", "))
        }
    }

    private static func hear(
        _ text: String, _ listener: Listener, _ words: SurplusWords, _ handbook: Handbook
    ) {
        let free = FreeText(text)
        guard let today = Day(year: 2026, month: 11, day: 25) else { return }
        let heard = listener.understand(free)
        let finds =
            DateFinder(today: today).find(in: free).count + ContactFinder(free).finds().count
            + SurplusFinder(free, words).finds().count
        if heard.topics.isEmpty, finds == 0, handbook.emergencies.option(in: text) != nil {
            print("niets begrepen")
        }
    }

    /// Nearly every word may belong to a date.
    private static let dates =
        "Op 3 mei en 4 juni 2025, sinds vorige week maandag om half tien in de ochtend van de tweede week van mei of eind "
        + "juni drie weken geleden. "

    private static let numbers =
        "Bel 06 12345678 of 023 511 51 15, zaak 2023 0612345678, 12 34 56 78 90, nul zes twaalf 1 2 3 4 5 6 7. "

    private static func story(words: Int) -> String {
        let sentences =
            "Gisteren stond ik weer een uur te wachten op de taxi van de Wmo, terwijl ik gebeld had. De chauffeur zei dat "
            + "ik niet zo moest zeuren en reed zonder mijn moeder weg. Op het stadhuis wist niemand er iets van, en de "
            + "verhuurder verwees naar de gemeente. Ik wil weten wie hier over gaat en hoe het wordt opgelost."
        let pool = sentences.split(separator: " ")
        return (0..<words).map { pool[$0 % pool.count] }.joined(separator: " ")
    }

    /// What the process holds now.
    private static func memory() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 128)
        guard fgets(&buffer, 128, file) != nil else { return 0 }
        let fields = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            .split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
    }
}
