public import DialogEngine

/// Which records are looked for. Without anything: all.
public struct Query: Equatable, Sendable {
    /// Beginnings of words of the names and of the story, in any order, or of a group of the number. Case, accents,
    /// dashes and what stands between the words do not matter.
    public let text: String
    /// First and last day of receipt.
    public let from: Day?
    public let through: Day?
    /// No more than so many, the newest.
    public let limit: Int?

    let wanted: Wanted

    public init(text: String = "", from: Day? = nil, through: Day? = nil, limit: Int? = nil) {
        self.text = text
        self.from = from
        self.through = through
        self.limit = limit
        self.wanted = Wanted(text)
    }

    /// Something was typed, but no word and no number: that is no reason to show everybody.
    public var saysNothing: Bool { !text.isEmpty && wanted.isEmpty }

    public func matches(_ record: ComplaintRecord) -> Bool {
        wanted.isEmpty || wanted.isMet(by: SearchText(record))
    }
}

public struct ScanResult: Equatable, Sendable {
    /// Newest first.
    public let records: [StoredRecord]
    /// Files that were passed over.
    public let damaged: [DamagedFile]

    public init(records: [StoredRecord], damaged: [DamagedFile]) {
        self.records = records
        self.damaged = damaged
    }
}
