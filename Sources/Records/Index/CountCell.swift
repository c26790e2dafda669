/// One record for one partner and one nature, in codes; as it stands in the index, one behind the other.
struct CountCell {
    /// The quarter in which it was received.
    let quarter: UInt16
    /// Zero for none, here and below.
    let partner: UInt16
    let nature: UInt16
    let handling: UInt16
    let status: UInt16
    let kind: UInt16
    let topic: UInt16
    private let idHigh: UInt16
    private let idLow: UInt16

    private init(
        id: Int, _ record: IndexedRecord, partner: UInt16, nature: UInt16, handling: UInt16, status: UInt16,
        kind: UInt16, topic: UInt16
    ) {
        quarter = UInt16(clamping: record.received.ordinal)
        self.partner = partner
        self.nature = nature
        self.handling = handling
        self.status = status
        self.kind = kind
        self.topic = topic
        idHigh = UInt16(truncatingIfNeeded: id >> 16)
        idLow = UInt16(truncatingIfNeeded: id)
    }

    /// Whether it is of this record, among those of one day: these have the upper half of their ids in common.
    func isOf(_ id: Int) -> Bool { id & 0xFFFF_FFFF == Int(idHigh) << 16 | Int(idLow) }

    /// What is counted by, as one number.
    var counted: UInt64 {
        UInt64(quarter) << 48 | UInt64(partner) << 32 | UInt64(nature) << 16 | UInt64(handling)
    }

    /// What such a number stands for.
    static func words(_ counted: UInt64, _ codes: [Int: String]) -> CountedBy {
        let code = { (shift: UInt64) in codes[Int(counted >> shift & 0xFFFF)] }
        return CountedBy(
            quarter: Quarter(ordinal: Int(counted >> 48)), partner: code(32), nature: code(16),
            handling: code(0) ?? "")
    }

    static func cells(
        of record: IndexedRecord, id: Int, code: (String) throws -> UInt16
    ) rethrows -> [CountCell] {
        let handling = try code(record.handling)
        let status = try code(record.status)
        let kind = try code(record.kind)
        let topic = try code(record.topic)
        let natures = try record.natures.isEmpty ? [0] : record.natures.map(code)
        let partners = try record.partners.isEmpty ? [0] : record.partners.map(code)
        return partners.flatMap { partner in
            natures.map { nature in
                CountCell(
                    id: id, record, partner: partner, nature: nature, handling: handling, status: status,
                    kind: kind, topic: topic)
            }
        }
    }
}

/// What complaints are counted by, for the yearly publication.
public struct CountedBy: Hashable, Sendable {
    public let quarter: Quarter
    /// nil for a complaint that names no partner.
    public let partner: String?
    /// nil for a complaint without one.
    public let nature: String?
    public let handling: String

    public init(quarter: Quarter, partner: String?, nature: String?, handling: String) {
        self.quarter = quarter
        self.partner = partner
        self.nature = nature
        self.handling = handling
    }
}

/// How many complaints there are of each; one that names two partners stands at both.
public struct Counts: Equatable, Sendable {
    public let counts: [CountedBy: Int]
    /// Files that were passed over.
    public let damaged: [DamagedFile]
}

extension [CountedBy: Int] {
    mutating func count(_ record: IndexedRecord) {
        let natures: [String?] = record.natures.isEmpty ? [nil] : record.natures
        let partners: [String?] = record.partners.isEmpty ? [nil] : record.partners
        for partner in partners {
            for nature in natures {
                let counted = CountedBy(
                    quarter: record.received, partner: partner, nature: nature, handling: record.handling)
                self[counted, default: 0] += 1
            }
        }
    }
}
