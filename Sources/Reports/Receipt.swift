import DialogEngine
import Records
import Rules

/// The paper a resident takes home: number, steps and dates.
public struct Receipt: Sendable {
    public let number: ComplaintNumber?
    public let told: ToldDecision
    public let at: Timestamp
    /// nil when only the contact was kept.
    public let record: ComplaintRecord?
    public let wording: Wording

    public init(
        number: ComplaintNumber?, told: ToldDecision, at: Timestamp, record: ComplaintRecord?,
        wording: Wording
    ) {
        self.number = number
        self.told = told
        self.at = at
        self.record = record
        self.wording = wording
    }

    /// The template is `brieven/bewijs.mustache`, or `bewijs.en.mustache` for a talk in English.
    public func text() throws(LetterProblem) -> String {
        try Letters.render(.receipt, wording.handbook, values, language: wording.language)
    }

    private var values: [String: Any] {
        Page.decision(told).merging([
            "gemeente": wording.translation(wording.handbook.gemeente.name),
            "telefoon": wording.handbook.gemeente.phone,
            "nummer": number?.description ?? "", "heeftNummer": number != nil,
            "spelling": number?.spelled ?? "",
            "dag": wording.day(at.day), "tijd": at.clockTime, "isKlacht": record != nil,
            "isBezwaar": told.advice.kind == "bezwaar", "naam": record?.complainant.name ?? "",
            "heeftNaam": record?.complainant.name != nil, "verhaal": record?.conduct.story ?? "",
            "privacy": wording(.privacyShort),
        ]) { _, new in new }
    }
}

/// Values for templates that show a decision or a record.
enum Page {
    static func decision(_ told: ToldDecision) -> [String: Any] {
        let steps = told.steps.enumerated().map { index, step -> [String: Any] in
            [
                "volgnummer": String(index + 1), "naam": step.name, "hoe": step.how, "opent": step.opens,
                "tot": step.until ?? "", "heeftTot": step.until != nil,
                "contact": step.contact.joined(separator: " · "),
                "heeftContact": !step.contact.isEmpty, "isHier": step.complaintLiesHere, "grond": step.ground,
            ]
        }
        return [
            "stappen": steps, "reden": told.reason ?? "", "vermeldingen": told.remarks,
            "heeftVermeldingen": !told.remarks.isEmpty, "advies": told.advice.name,
            "gekozen": told.chosen?.name ?? "", "heeftGekozen": told.chosen != nil,
            "wet": told.law.joined(separator: "; "), "regel": told.rule,
        ]
    }
}
