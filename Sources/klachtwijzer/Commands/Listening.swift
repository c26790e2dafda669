import Assistant
import DialogEngine
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

    /// The same answers, with the story's class as the desk hears it: then the same questions must be answered.
    func hearing(_ session: Session, _ handbook: Handbook) -> Session {
        guard case .lines(let lines, heard: nil)? = session.answers[.story], !lines.isEmpty,
            let question = session.dialog.question(AnswerKey(.story).question), !question.hears.isEmpty,
            let listening = ListeningLoader.source(self, handbook).listening(),
            let storyClass = listening.hear(lines.joined(separator: "\n"), today: session.today).storyClass,
            question.hears.contains(storyClass)
        else { return session }
        var session = session
        session.set(.lines(lines, heard: storyClass), for: AnswerKey(.story))
        return session
    }
}
