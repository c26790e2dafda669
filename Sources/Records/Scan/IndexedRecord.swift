public import DialogEngine

/// Of a complaint only what it is found and counted by.
struct IndexedRecord: Equatable, Sendable {
    let number: ComplaintNumber.Written
    /// Seconds since 1970.
    let receivedAt: Int
    let received: Quarter
    let kind: String
    let topic: String
    let status: String
    let handling: String
    /// Each once, in the order of the record.
    let natures: [String]
    let partners: [String]
    private let names: [[UInt8]]
    private let story: [UInt8]

    /// Made anew each time: who writes the index makes it, while another thread reads on.
    var text: SearchText { SearchText(number, names: names, story: story) }

    init(_ record: ComplaintRecord) {
        number = ComplaintNumber.Written(record.number)
        receivedAt = record.receivedAt.secondsSince1970
        received = Quarter(record.receivedAt.day)
        kind = record.kind
        topic = record.topic
        status = record.status.rawValue
        handling = record.handling
        natures = record.natures.withoutRepeats
        partners = record.parties.map(\.partnerId).withoutRepeats
        let complainant = record.complainant
        names = [complainant.name, complainant.representative?.name].compactMap { $0.map { Array($0.utf8) } }
        story = Array(record.conduct.story.utf8)
    }

    init(
        number: ComplaintNumber.Written, receivedAt: Int, received: Quarter, kind: String, topic: String,
        status: String, handling: String, natures: [String], partners: [String], names: [[UInt8]],
        story: [UInt8]
    ) {
        self.number = number
        self.receivedAt = receivedAt
        self.received = received
        self.kind = kind
        self.topic = topic
        self.status = status
        self.handling = handling
        self.natures = natures.withoutRepeats
        self.partners = partners.withoutRepeats
        self.names = names
        self.story = story
    }
}

extension [String] {
    fileprivate var withoutRepeats: [String] {
        if count < 2 { return self }
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

/// Three months of a year.
public struct Quarter: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1 to 4.
    public let number: Int

    public init(_ day: Day) {
        year = day.year
        number = (day.month + 2) / 3
    }

    /// In order of time.
    var ordinal: Int { year * 4 + number - 1 }

    init(ordinal: Int) {
        year = ordinal / 4
        number = ordinal % 4 + 1
    }

    public static func < (a: Quarter, b: Quarter) -> Bool { a.ordinal < b.ordinal }
}

extension ComplaintRecord {
    /// How it was dealt with: what the last event that changed the status says of it, or what that event is.
    public var handling: String {
        var handling = RecordEvent.Kind.stillOpen
        for event in events where event.kind.status != nil {
            handling = event.data?[RecordEvent.Kind.handlingKey] ?? event.kind.handling
        }
        return handling
    }
}

extension RecordEvent.Kind {
    static let handlingKey = "afhandelwijze"
    static let stillOpen = "lopend"

    /// What is counted when the event does not say it itself.
    var handling: String {
        switch self {
        case .settledInformally: "informeel_opgelost"
        case .settled: "afgehandeld"
        case .withdrawn: "ingetrokken"
        case .refused: "niet_in_behandeling"
        case .forwarded: "doorgezonden"
        case .received, .treatmentBegun, .heard, .extended, .postponed, .reopened,
            .writtenComplaintReceived, .completionAsked, .completed, .receiptConfirmed, .copySent,
            .assigned, .partyAsked, .partyAnswered, .contacted, .hearingWaived, .ombudsmanOpened,
            .printed, .note:
            Self.stillOpen
        }
    }
}
