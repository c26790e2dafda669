import DialogEngine

/// Something in a story that a complaint does not need, and that is better not kept.
public struct Surplus: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case citizenNumber = "burgerservicenummer"
        case account = "bankrekening"
        case secret = "wachtwoord"
        case birth = "geboortedatum"
        case medical = "medisch"
        case childName = "naam-kind"
        case otherName = "naam-ander"

        /// Whether a complaint may be about just this: who is refused a wheelchair has to tell why he needs one.
        public var mayBeNeeded: Bool {
            switch self {
            case .medical: true
            case .citizenNumber, .account, .secret, .birth, .childName, .otherName: false
            }
        }

        /// A number or a word by which somebody could do harm.
        public var isSecret: Bool {
            switch self {
            case .citizenNumber, .account, .secret: true
            case .birth, .medical, .childName, .otherName: false
            }
        }

        /// What it is called.
        public var phrase: Phrase {
            switch self {
            case .citizenNumber: .surplusCitizenNumber
            case .account: .surplusAccount
            case .secret: .surplusSecret
            case .birth: .surplusBirth
            case .medical: .surplusMedical
            case .childName: .surplusChildName
            case .otherName: .surplusOtherName
            }
        }
    }

    public let kind: Kind
    /// The bytes of the text to leave out.
    public let range: Range<Int>

    public init(_ kind: Kind, at range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// A text with some pieces left out, each with a word for what stood there: `[weggelaten: burgerservicenummer]`.
    ///
    /// - Parameter surplus: Found in this text.
    public static func leaving(
        out surplus: [Surplus], of text: String, _ phrases: Phrases, in translation: Translation = .dutch
    ) -> String {
        let bytes = Array(text.utf8)
        var left: [UInt8] = []
        var end = 0
        for piece in surplus.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where piece.range.lowerBound >= end {
            left += bytes[end..<piece.range.lowerBound]
            let what = phrases(piece.kind.phrase, in: translation)
            left += phrases(.leftOut, ["wat": what], in: translation).utf8
            end = piece.range.upperBound
        }
        return String(decoding: left + bytes[end...], as: UTF8.self)
    }
}

/// Words by which a gemeente notices what does not belong in a complaint; all languages together.
public struct SurplusWords: Hashable, Sendable {
    /// Illnesses, medicines and the like. `depressi*` stands for every word that begins so.
    public let medical: [String]
    /// By which people call a child: `dochter`.
    public let children: Set<String>
    /// By which people call somebody else of whom they tell: `buurman`.
    public let others: Set<String>
    /// Topics of care and the like: a story of those is told with health in it.
    public let topicsOfHealth: Set<String>

    public init(medical: [String], children: [String], others: [String], topicsOfHealth: [String] = []) {
        self.topicsOfHealth = Set(topicsOfHealth)
        self.medical = medical.map { $0.hasSuffix("*") ? $0.foldedPhrase + "*" : $0.foldedPhrase }
        self.children = Set(children.map { $0.foldedPhrase })
        self.others = Set(others.map { $0.foldedPhrase })
    }

    public static let none = SurplusWords(medical: [], children: [], others: [])
}
