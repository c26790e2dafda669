import DialogEngine
import Rules

/// Personal data: only after the way is known, only where somebody needs them.
struct ContactChecks {
    let checker: Checker
    private var diagrams: Diagrams { checker.diagrams }

    func run() {
        for question in checker.dialog.questions where question.asksPersonalData {
            if question.stage == .route {
                checker.find(
                    .contactTooEarly, .question(question.id),
                    "naam en adres vragen wij pas na de privacyzin en als de weg bekend is; zet hier 'fase: daarna'",
                    in: checker.outcomes.asking(question.id))
            }
            if !question.purposes.allSatisfy({ $0 == .complaintLetter || $0 == .reach }) {
                checker.find(
                    .contactUnexplained, .question(question.id),
                    "persoonsgegevens vragen wij alleen voor het klaagschrift of om iemand te bereiken; pas 'waarvoor' aan"
                )
            }
            checkNeeded(question)
        }
    }

    /// A talk of which no complaint is kept needs no name.
    private func checkNeeded(_ question: Question) {
        let needing = checker.outcomes.talks(.keeps) { $0 == Keeping.complaint.rawValue }
        let needless = diagrams.minus(checker.outcomes.asking(question.id), needing)
        if !needless.isEmpty {
            checker.find(
                .contactForNothing, .question(question.id),
                "dit wordt ook gevraagd als wij geen klacht bewaren; dan heeft niemand het nodig",
                in: needless)
        }
    }
}

extension Question {
    /// A line that says who or where somebody is.
    var asksPersonalData: Bool {
        guard case .text(let shape) = kind else { return false }
        return shape != .free
    }
}
