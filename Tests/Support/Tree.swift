/// Places in the source tree.
public enum Tree {
    public static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    public static let dialogs = root + "/Dialogs/haarlem"
    /// An invented gemeente, as small as can be: what works with it depends on nothing of the real one.
    public static let smallGemeente = root + "/Tests/Cases/Gemeenten/duinrode"
    public static let transcripts = root + "/Tests/Cases/Transcripts"
    public static let schemas = root + "/Sources/Records/Schema"
    public static let validator = root + "/Tests/Cases/Schema/validate.py"
}
