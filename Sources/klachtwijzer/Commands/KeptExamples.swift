import DialogEngine
import DialogFiles
import Rules
import Understanding

/// How well the stories are understood that were kept because they had been misunderstood.
struct KeptExamples {
    let scores: Scores
    let count: Int
    /// Files that are no good.
    let mistakes: [Diagnostic]

    /// - Parameter folder: `voorbeelden` of a store.
    /// - Returns: nil where nothing was kept.
    init?(in folder: String, _ read: ListeningReading.Read, _ handbook: Handbook) {
        let kept = ListeningReading.keptExamples(in: folder, read.knowledge, handbook)
        guard !kept.examples.isEmpty || !kept.mistakes.isEmpty else { return nil }
        let listener = read.listener
        scores = Scores(
            kept.examples.compactMap { example in
                listener.judgement(of: example.text).map { (example: example, judgement: $0) }
            })
        count = kept.examples.count
        mistakes = kept.mistakes
    }

    /// With the borders between which each share lies with 95 % certainty.
    var words: [String] {
        func told(_ share: Scores.Share) -> String {
            let interval = share.interval
            return "\(share.hits) van \(share.count) goed (\(ScoresText.decimal(share.value)), tussen "
                + "\(ScoresText.decimal(interval.lowerBound)) en \(ScoresText.decimal(interval.upperBound)))"
        }
        let shares =
            "Van de \(count) voorbeelden die medewerkers bewaarden: soort \(told(scores.kindFirst)), "
            + "onderwerp \(told(scores.topicFirst))."
        return (count == 0 ? [] : [shares])
            + mistakes.map {
                "\($0.place.file):\($0.place.line): dit voorbeeld is niet te lezen; \($0.message)."
            }
    }
}

/// The same for programs.
struct KeptExamplesResult: Encodable {
    struct Share: Encodable {
        let goed: Int
        let aantal: Int
        let ondergrens: Double
        let bovengrens: Double

        init(_ share: Scores.Share) {
            goed = share.hits
            aantal = share.count
            ondergrens = share.interval.lowerBound
            bovengrens = share.interval.upperBound
        }
    }

    let aantal: Int
    let soort: Share
    let onderwerp: Share

    init(_ kept: KeptExamples) {
        aantal = kept.count
        soort = Share(kept.scores.kindFirst)
        onderwerp = Share(kept.scores.topicFirst)
    }
}
