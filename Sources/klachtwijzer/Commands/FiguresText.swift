import DialogEngine
import DialogFiles
import Proof
import Rules

/// How large the dialogs are for the people who go through them, in words.
struct FiguresText {
    let words: String

    init(_ figures: Figures, _ checked: HandbookReading.Checked, _ took: Duration) {
        let deciding = figures.weights.prefix(3).map { weight in
            let question = checked.handbook.dialog.question(weight.question)
            return question?.short.words ?? weight.question
        }
        let channels = FiguresText.channels(figures).map { channel in
            let average = FiguresText.tenths(channel.average)
            return "  \(channel.name): hooguit \(channel.most) vragen, gemiddeld \(average)"
        }
        words =
            ([
                "Er zijn \(FiguresText.large(figures.talks)) gesprekken mogelijk. Het langste heeft "
                    + "\(figures.longest) vragen, het middelste \(figures.median). "
                    + "Nagelopen in \(FiguresText.tenths(took.inSeconds)) seconden.",
                "Het meest beslissen: " + deciding.joined(separator: ", ") + ".",
                "Zo veel vragen hoort iemand die uitkomt bij:",
            ] + channels).joined(separator: "\n")
    }

    private static func channels(_ figures: Figures) -> [(name: String, most: Int, average: Double)] {
        Channel.allCases.compactMap { channel in
            let own = figures.outcomes.filter { $0.channel == channel }
            let talks = own.reduce(0) { $0 + $1.talks }
            guard talks > 0, let most = own.map(\.most).max() else { return nil }
            return (channel.rawValue, most, own.reduce(0) { $0 + $1.average * $1.talks } / talks)
        }
    }

    /// "26,4"; a Dutch comma.
    static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10),\(tenths % 10)"
    }

    /// As people say large numbers: "3,3 biljoen".
    static func large(_ value: Double) -> String {
        for (unit, name) in [(1e12, "biljoen"), (1e9, "miljard"), (1e6, "miljoen")] where value >= unit {
            return tenths(value / unit) + " " + name
        }
        return String(Int(value))
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// The same for programs.
struct FiguresResult: Encodable {
    struct Uitkomst: Encodable {
        let regel: String
        let kanaal: String
        let gesprekken: Double
        let meesteVragen: Int
        let gemiddeldeVragen: Double
    }

    struct Gewicht: Encodable {
        let vraag: String
        let deel: Double
    }

    let gesprekken: Double
    let langste: Int
    let middelste: Int
    let uitkomsten: [Uitkomst]
    let nietBereikt: [String]
    let beslissend: [Gewicht]
    let seconden: Double

    init(_ figures: Figures, _ took: Duration) {
        gesprekken = figures.talks
        langste = figures.longest
        middelste = figures.median
        uitkomsten = figures.outcomes.map {
            Uitkomst(
                regel: $0.rule, kanaal: $0.channel.rawValue, gesprekken: $0.talks, meesteVragen: $0.most,
                gemiddeldeVragen: $0.average)
        }
        nietBereikt = figures.unreached
        beslissend = figures.weights.map { Gewicht(vraag: $0.question, deel: $0.share) }
        seconden = took.inSeconds
    }
}
