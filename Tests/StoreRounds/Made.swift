import DialogEngine
import Records

/// Made-up matters. Nobody in them exists.
enum Made {
    /// Each round has a day of its own, so that readers have little to read.
    static func day(_ round: Int) -> Day { Day(year: 2026, month: 1, day: 1)!.adding(days: round) }

    static func moment(_ round: Int) -> Timestamp { Timestamp("\(day(round).iso)T10:00:00+01:00")! }

    static func act(_ round: Int) -> Act { Act(by: "proef", role: "balie", at: moment(round)) }

    private static let clerk = EnteredBy(account: "proef", name: nil, team: nil, role: "balie")
    private static let versions = Versions(program: "1", dialog: "1", register: "1")
    private static let decision = ToldDecision(
        advice: .init(channel: "gemeente-klacht", whereId: "gemeente", name: "Gemeente"),
        chosen: .init(channel: "gemeente-klacht", whereId: "gemeente", name: "Gemeente"),
        reason: "proef", rule: "proef", law: [], steps: [], remarks: [], explanation: [])

    /// About two kilobytes.
    static func complaint(_ number: ComplaintNumber, round: Int) -> ComplaintRecord {
        ComplaintRecord(
            uuid: "0b9a52cf-7ff2-4f1c-8f0f-3f5b2d1c0a99", number: number, kind: "klacht", topic: "afval",
            natures: [], form: .oral, isSigned: false, missingForWrittenComplaint: [],
            countsForPublication: false, receivedAt: moment(round), channel: .desk, enteredBy: clerk,
            complainant: Complainant(
                name: nil, address: nil, digitalAddresses: [], representative: nil, isAnonymous: true),
            conduct: Conduct(
                story: String(repeating: "De bak van \(number) staat er nog. ", count: 15), from: nil,
                until: nil, precision: nil, towards: "klager", place: nil),
            parties: [], earlierComplaints: [], wishes: [], documents: [], consentToForward: nil,
            questions: [], decision: decision, versions: versions, relatedCases: [],
            events: [RecordEvent(kind: .received, at: moment(round), by: "proef", role: "balie")])
    }

    static func contact(_ number: ComplaintNumber, round: Int) -> ContactRecord {
        ContactRecord(
            uuid: "5f0d7f0e-2a56-4d0e-9d38-8f3f7f6a1b22", number: number, receivedAt: moment(round),
            channel: .phone, kind: "bezwaar", decision: decision, enteredBy: clerk, versions: versions)
    }

    static func event(_ text: String, round: Int) -> RecordEvent {
        RecordEvent(kind: .note, at: moment(round), by: "proef", role: "balie", text: text)
    }

    static func draft(_ id: DraftID, _ desk: DeskID, answers: Int, round: Int) -> Draft {
        Draft(
            id: id, desk: desk, account: "proef", madeAt: moment(round), voice: .desk, dialogVersion: "1",
            answers: (0..<answers).map { DraftAnswer(question: "vraag-\($0)", values: ["ja"]) },
            storyInProgress: [String(repeating: "De bak staat er nog. ", count: 20)])
    }
}
