import DialogEngine

/// Understands what people tell, by the words of a gemeente and by what was learned from examples.
public struct Listener: Sendable {
    /// Labels alone.
    private let knowledge: Knowledge
    private let weights: Weights?
    private let reader: FeatureReader
    private let evidence: EvidenceFinder

    /// - Parameter weights: nil where nothing was learned; kinds, topics, danger and decisions stay unfound.
    public init(_ knowledge: Knowledge, _ weights: Weights?) {
        self.knowledge = knowledge.withoutWords
        self.weights = weights
        var reader = FeatureReader(knowledge)
        reader.learned = weights?.pieces ?? .none
        self.reader = reader
        evidence = EvidenceFinder(self.knowledge, reader.lexicon)
    }

    /// What a text is taken for, as examples are judged; nil where nothing was learned.
    public func judgement(of text: String) -> Judgement? {
        let text = FreeText(text)
        let hits = reader.lexicon.hits(in: SpacedText(text))
        let silence = reader.silenced(hits, text)
        return weights?.judgement(reader.features(of: text, hits, silence), knowledge, reader.list)
    }

    public func understand(_ text: String) -> Understood { understand(FreeText(text)) }

    public func understand(_ text: FreeText) -> Understood {
        let hits = reader.lexicon.hits(in: SpacedText(text))
        let silence = reader.silenced(hits, text)
        let found = evidence.found(hits, silence)
        let judgement = weights.map {
            $0.judgement(reader.features(of: text, hits, silence), knowledge, reader.list)
        }
        let topics = judgement?.topics ?? []
        let kind = judgement?.kinds.first?.id
        let kindWords = found.words(ofKind: kind, in: text)
        let topicWords = found.words(ofTopic: topics.first?.id, in: text)
        return Understood(
            kinds: judgement?.kinds ?? [], topics: topics,
            kindWords: kindWords.isEmpty
                ? learned(kind, among: knowledge.kinds, { $0.kinds }, in: text) : kindWords,
            topicWords: topicWords.isEmpty
                ? learned(topics.first?.id, among: knowledge.topics, { $0.topics }, in: text) : topicWords,
            danger: judgement.flatMap {
                $0.isDanger ? found.danger(in: text, certainty: $0.dangerCertainty) : nil
            },
            concernsDecision: judgement?.concernsDecision ?? false,
            decisionCertainty: judgement?.decisionCertainty ?? 0,
            parties: found.parties(in: text, topics: topics), complained: found.complained(in: text),
            saysTold: found.saysTold,
            onBehalf: found.onBehalf(in: text), several: found.several(in: text),
            wishes: found.wishes(in: text), nature: found.nature(in: text),
            sayings: found.sayings(in: text))
    }

    private func learned(
        _ label: String?, among groups: [WordGroup], _ model: (Weights) -> LinearModel, in text: FreeText
    ) -> [Evidence] {
        weights.map { $0.words(for: label, among: groups, by: model($0), in: text, reader.list) } ?? []
    }
}
