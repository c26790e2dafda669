import ArgumentParser

/// The options that every command takes, as they are parsed.
struct SharedOptions: ParsableArguments {
    @Option(name: .customLong("dialogen")) var dialogs: String?
    @Option(name: .customLong("opslag")) var store: String?
    @Option(name: .customLong("vandaag")) var today: String?
    @Option(name: .customLong("zaad")) var seed: UInt64?
    @Flag(name: .customLong("json")) var json = false
    @Option(name: .customLong("taal")) var language = "nl"
    @Flag(name: .customLong("eenvoudig")) var plain = false

    var settings: Settings {
        Settings(
            dialogs: dialogs, store: store, today: today, seed: seed, json: json, asksForPlain: plain,
            language: language)
    }
}
