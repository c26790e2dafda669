import DialogEngine
import Rules
import Understanding

/// A handbook as the program itself wrote it after every check, to begin a talk without reading YAML.
///
/// A head (magic, format, hash of the source files, checksum: eight bytes each, the lowest first) and then
/// the payload: the texts once each, and the values by their place among their like.
public enum CheckedForm {
    /// Raise it when the order or the meaning of packed fields changes while their types keep their sizes.
    static let revision: UInt64 = 2

    /// - Parameter sourceHash: The content hash of the folder that the handbook was read from.
    public static func encode(_ handbook: Handbook, sourceHash: UInt64) -> [UInt8] {
        encode(value: handbook, sourceHash: sourceHash)
    }

    static func encode(value: some Packable, sourceHash: UInt64) -> [UInt8] {
        var packer = Packer()
        packer.add(value)
        return sealed(packer.finished(), sourceHash: sourceHash)
    }

    /// - Returns: nil for anything else than what `encode` of this program made of these files.
    public static func decode(_ bytes: [UInt8], sourceHash: UInt64) -> Handbook? {
        decode(value: Handbook.self, bytes, sourceHash: sourceHash)
    }

    static func decode<Value: Packable>(value: Value.Type, _ bytes: [UInt8], sourceHash: UInt64) -> Value? {
        guard bytes.count > headLength, bytes.count <= largest,
            word(0, of: bytes) == magic, word(1, of: bytes) == format, word(2, of: bytes) == sourceHash,
            word(3, of: bytes) == checksum(bytes[headLength...])
        else { return nil }
        do {
            var unpacker = try Unpacker(bytes, from: headLength)
            let value: Value = try unpacker.next()
            try unpacker.finish()
            return value
        } catch {
            return nil
        }
    }

    /// A payload with its head.
    static func sealed(_ payload: [UInt8], sourceHash: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headLength + payload.count)
        for word in [magic, format, sourceHash, checksum(payload[...])] {
            for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * place))) }
        }
        bytes += payload
        return bytes
    }

    static let headLength = 32

    /// No checked form is larger than this many bytes.
    static let largest = 4_000_000

    /// `kwijzer` and a byte that is no text.
    private static let magic: UInt64 = 0xff72_657a_6a69_776b

    /// What this program writes and reads: its revision and the words that stand as numbers.
    static let format: UInt64 = {
        var hash = WordHash(revision)
        func add<Word: PackableWord & RawRepresentable>(_: Word.Type) where Word.RawValue == String {
            for word in Word.allCases { hash.add(word.rawValue) }
        }
        add(Phrase.self)
        add(LooseWords.Role.self)
        add(Purpose.self)
        add(TextShape.self)
        add(Question.Stage.self)
        add(StoryClass.self)
        add(Channel.self)
        add(MatterKind.self)
        add(Keeping.self)
        add(Limit.Role.self)
        add(TermExtension.self)
        add(Partner.Group.self)
        add(Service.Authority.self)
        add(Service.Task.self)
        add(Contact.Kind.self)
        add(Clerk.Role.self)
        for unit in Term.Unit.allCases { hash.add(String(unit.rawValue)) }
        for reach in Keyword.Reach.allCases { hash.add(String(reach.rawValue)) }
        for strength in Keyword.Strength.allCases { hash.add(String(strength.rawValue)) }
        return hash.value
    }()

    private static func checksum(_ payload: ArraySlice<UInt8>) -> UInt64 {
        var hash = WordHash()
        payload.withUnsafeBytes { hash.add($0) }
        return hash.value
    }

    private static func word(_ index: Int, of bytes: [UInt8]) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[8 * index + $1]) << UInt64(8 * $1) }
    }
}
