import DialogEngine
import Records
import Rules

/// A complaint as a page to read: `toon NUMMER`.
public struct RecordPage: Sendable {
    private let record: ComplaintRecord
    private let wording: Wording

    public init(_ record: ComplaintRecord, _ wording: Wording) {
        self.record = record
        self.wording = wording
    }

    /// The template is `brieven/dossier.mustache`.
    public func text() throws(LetterProblem) -> String {
        try Letters.render(.page, wording.handbook, values)
    }

    private var values: [String: Any] {
        Page.decision(record.decision).merging([
            "nummer": record.number.description, "spelling": record.number.spelled,
            "status": record.status.rawValue,
            "soort": record.kind, "onderwerp": topic, "aard": record.natures.joined(separator: ", "),
            "dag": wording.day(record.receivedAt.day), "tijd": record.receivedAt.clockTime,
            "kanaal": record.channel.rawValue, "door": record.enteredBy.name ?? record.enteredBy.account,
            "rol": record.enteredBy.role, "vorm": record.form.rawValue,
            "ontbreekt": record.missingForWrittenComplaint.map(\.rawValue).joined(separator: ", "),
            "heeftOntbreekt": !record.missingForWrittenComplaint.isEmpty, "naam": name, "adres": address,
            "heeftAdres": record.complainant.address != nil,
            "bereikbaar": record.complainant.digitalAddresses.map { wording.phone($0.address) }.joined(
                separator: ", "),
            "heeftBereikbaar": !record.complainant.digitalAddresses.isEmpty,
            "verhaal": record.conduct.story.indented(2),
            "antwoorden": record.questions.filter { $0.question != KnownQuestion.story.rawValue }.map {
                ["vraag": $0.questionText, "antwoord": $0.answerText.indented(6)]
            },
            "stukken": record.documents.map {
                [
                    "omschrijving": $0.description.onOneLine, "vorm": $0.form.rawValue,
                    "waar": $0.place.onOneLine,
                ]
            }, "heeftStukken": !record.documents.isEmpty, "gebeurtenissen": events,
        ]) { _, new in new }
    }

    private var topic: String {
        let question = wording.handbook.dialog.question(.topic)
        return question?.option(record.topic).map { wording($0.label) } ?? record.topic
    }

    private var name: String {
        record.complainant.isAnonymous ? "zonder naam" : record.complainant.name?.onOneLine ?? "niet gezegd"
    }

    private var address: String {
        guard let address = record.complainant.address else { return "" }
        let number = [
            address.houseNumber.map(String.init), address.houseLetter, address.addition.map { " " + $0 },
        ].compactMap { $0 }.joined()
        return [address.postcode, number].compactMap { $0 }.joined(separator: " ")
    }

    private var events: [[String: Any]] {
        record.events.map { event in
            [
                "dag": wording.dayWithoutWeekday(event.at.day), "tijd": event.at.clockTime,
                "wat": event.kind.rawValue, "door": event.by, "tekst": event.text?.indented(6) ?? "",
                "heeftTekst": event.text != nil,
            ]
        }
    }
}

extension String {
    /// What somebody told cannot look like a line of the page itself.
    fileprivate func indented(_ columns: Int) -> String {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .joined(separator: "\n" + String(repeating: " ", count: columns))
    }

    /// A name and the like; a record may have come from elsewhere.
    public var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
