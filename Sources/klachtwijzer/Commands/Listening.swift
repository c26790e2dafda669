import DialogFiles
import Rules
import Understanding

extension Settings {
    /// What the gemeente laid down to understand texts; nil where it has nothing.
    func listening(_ handbook: Handbook) throws(Problem) -> ListeningReading.Read? {
        let folder = DialogFolder(readingWordsIn: try dialogFolderPath())
        do {
            return try ListeningReading.read(folder, handbook)
        } catch {
            throw Problem(error.rendered, .notFound)
        }
    }

    /// The words by which the gemeente notices what does not belong in a complaint.
    func surplusWords() throws(Problem) -> SurplusWords {
        let folder = DialogFolder(readingSurplusIn: try dialogFolderPath())
        do {
            return try ListeningReading.surplusWords(folder)
        } catch {
            throw Problem(error.rendered, .notFound)
        }
    }
}
