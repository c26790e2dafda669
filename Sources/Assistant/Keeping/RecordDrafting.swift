import DialogEngine
import Records
import Reports
import Rules

/// Draws up what is kept of a finished talk.
struct RecordDrafting {
    let setting: DeskSetting
    let session: Session
    let notes: [String]
    let after: ComplaintNumber?
    let replay: Replay
    let decision: RouteDecision
    let told: ToldDecision
    /// Dutch: officials read the record.
    let wording: Wording
    /// The language of the talk.
    let language: String
    /// The language of the resident's own words.
    let storyLanguage: String
    /// What answers were read from.
    var sources: [AnswerKey: HeardSource] = [:]

    private var answers: Answers { session.answers }
    /// Only answers to questions that count now.
    private var counted: Set<AnswerKey> { Set(replay.asked) }

    func complaint(_ number: ComplaintNumber, uuid: String, at moment: Timestamp) -> ComplaintRecord {
        let form = self.form
        let isSigned = chosen(.letter) == KnownChoice.signedLetter.rawValue
        return ComplaintRecord(
            uuid: uuid, number: number, kind: decision.kind.rawValue, topic: topic, natures: natures,
            form: form,
            isSigned: isSigned, missingForWrittenComplaint: missing(isSigned: isSigned),
            // Awb 9:12a speaks of written complaints about the authority's own conduct.
            countsForPublication: form == .written && decision.channel == .gemeenteComplaint,
            receivedAt: moment,
            channel: setting.voice, enteredBy: setting.enteredBy, complainant: complainant, conduct: conduct,
            parties: parties, earlierComplaints: earlierComplaints, wishes: options(.wishes),
            documents: documents,
            consentToForward: consent, questions: questions, decision: told, versions: setting.versions,
            language: LanguageCode.iso639(language),
            relatedCases: after.map { [RelatedCase(number: $0, relation: .subject)] } ?? [],
            events: events(at: moment))
    }

    func contact(_ number: ComplaintNumber, uuid: String, at moment: Timestamp) -> ContactRecord {
        ContactRecord(
            uuid: uuid, number: number, receivedAt: moment, channel: setting.voice,
            kind: decision.kind.rawValue,
            decision: told, enteredBy: setting.enteredBy, versions: setting.versions)
    }

    // MARK: Looking up answers

    private func answer(_ question: KnownQuestion, party: String? = nil) -> Answer? {
        let key = AnswerKey(question, party: party)
        return counted.contains(key) ? answers[key] : nil
    }

    private func options(_ question: KnownQuestion, party: String? = nil) -> [String] {
        guard case .options(let ids)? = answer(question, party: party) else { return [] }
        return ids
    }

    private func chosen(_ question: KnownQuestion, party: String? = nil) -> String? {
        options(question, party: party).first
    }

    private func text(_ question: KnownQuestion) -> String? {
        guard case .text(let text)? = answer(question) else { return nil }
        return text
    }

    private func range(_ question: KnownQuestion, party: String? = nil) -> DateRange? {
        guard case .date(let range)? = answer(question, party: party) else { return nil }
        return range
    }

    private func lines(_ question: KnownQuestion) -> [String] {
        guard case .lines(let lines, _)? = answer(question) else { return [] }
        return lines
    }

    // MARK: Parts

    private var form: ComplaintRecord.Form {
        switch chosen(.letter).flatMap(KnownChoice.init) {
        case .signedLetter, .unsignedLetter: .written
        default: .oralPutInWriting
        }
    }

    /// What Awb 9:4 lid 2 asks of a written complaint and is not there yet. The date is that of receipt.
    private func missing(isSigned: Bool) -> [ComplaintRecord.Requirement] {
        var missing: [ComplaintRecord.Requirement] = []
        if text(.name) == nil { missing.append(.name) }
        if text(.postcode) == nil || text(.houseNumber) == nil { missing.append(.address) }
        if lines(.story).isEmpty { missing.append(.description) }
        if !isSigned { missing.append(.signature) }
        return missing
    }

    /// The topic told, or the one that goes with the organisation.
    private var topic: String {
        if let told = chosen(.topic) { return told }
        let services = replay.parties.compactMap {
            setting.handbook.rulebook.register.service($0.party.id)?.service
        }
        return services.lazy.compactMap(\.topics.first).first ?? "anders"
    }

    private var natures: [String] {
        decision.kind == .cooperation ? ["samenwerking"] : chosen(.nature).map { [$0] } ?? ["overig"]
    }

    private var complainant: Complainant {
        var addresses: [DigitalAddress] = []
        if let phone = text(.phone) { addresses.append(.init(kind: .telephone, address: phone)) }
        if let email = text(.email) { addresses.append(.init(kind: .email, address: email)) }
        return Complainant(
            name: text(.name), address: address, digitalAddresses: addresses, representative: representative,
            isAnonymous: answer(.name) == .declined)
    }

    private var address: Address? {
        guard let postcode = text(.postcode) else { return nil }
        let written = text(.houseNumber) ?? ""
        let digits = written.prefix { $0.isNumber }
        let addition = written.dropFirst(digits.count).trimmed
        let isLetter = addition.count == 1 && addition.first?.isLetter == true
        return Address(
            postcode: postcode, houseNumber: Int(digits), houseLetter: isLetter ? addition.uppercased() : nil,
            addition: isLetter || addition.isEmpty ? nil : addition)
    }

    /// Who speaks for whom: the one at the desk stands as the complainant's representative.
    private var representative: Representative? {
        guard let relation = chosen(.onBehalfOf), isForOther else { return nil }
        let mandate =
            switch chosen(.mandate) {
            case KnownChoice.yes.rawValue: "ontvangen"
            case nil where relation == KnownChoice.myChild.rawValue: "nvt"
            default: "gevraagd"
            }
        return Representative(
            name: text(.otherName) ?? "", relation: relation, authorisation: mandate)
    }

    private var isForOther: Bool { chosen(.onBehalfOf).map { $0 != KnownChoice.myself.rawValue } ?? false }

    private var conduct: Conduct {
        let range = range(.when)
        return Conduct(
            story: lines(.story).joined(separator: "\n"), language: LanguageCode.iso639(storyLanguage),
            from: range?.earliest,
            until: range.flatMap { $0.first == $0.last ? nil : $0.last },
            precision: range.flatMap { Conduct.Precision(rawValue: $0.precision.rawValue) },
            towards: isForOther ? "ander" : "klager", place: text(.place))
    }

    private var parties: [InvolvedParty] {
        replay.parties.map { facts in
            let id = facts.party.id
            guard let (partner, service) = setting.handbook.rulebook.register.service(id) else {
                return InvolvedParty(
                    partnerId: id, name: wording.party(id), isAuthority: .toBeChecked, role: "beklaagde")
            }
            return InvolvedParty(
                partnerId: partner.id, service: service.id, name: partner.title(of: service),
                regime: service.regime,
                isAuthority: InvolvedParty.Authority(rawValue: service.authority.rawValue) ?? .toBeChecked,
                role: "beklaagde")
        }
    }

    private var earlierComplaints: [EarlierComplaint] {
        replay.parties.compactMap { facts in
            let id = facts.party.id
            guard chosen(.toldParty, party: id) == KnownChoice.yes.rawValue else { return nil }
            let range = range(.toldPartyOn, party: id)
            return EarlierComplaint(
                partnerId: id, from: range?.earliest,
                until: range.flatMap { $0.first == $0.last ? nil : $0.last },
                outcome: chosen(.partyOutcome, party: id) ?? Answer.unknownID)
        }
    }

    /// `wat het is; papier of bestand; waar het ligt`, each line one paper.
    private var documents: [Document] {
        lines(.documents).map { line in
            let parts = line.split(separator: ";").map { $0.trimmed }
            let isFile = parts.dropFirst().contains { part in
                Self.fileWords.contains { part.folded.hasPrefix($0) }
            }
            let place = parts.dropFirst().last {
                !(Self.fileWords + Self.paperWords).contains($0.folded)
            }
            return Document(
                description: parts.first ?? line, form: isFile ? .file : .paper, place: place ?? "niet gezegd"
            )
        }
    }

    private static let fileWords = ["bestand", "file"]
    private static let paperWords = ["papier", "paper"]

    /// Whether everything may go to every private party; nil when nothing was asked.
    private var consent: Bool? {
        let told = replay.parties.compactMap { chosen(.sharing, party: $0.party.id) }
        if !told.isEmpty { return told.allSatisfy { $0 == KnownChoice.yes.rawValue } }
        switch chosen(.partyChoice).flatMap(KnownChoice.init) {
        case .forward: return true
        case .alone: return false
        default: return nil
        }
    }

    private var questions: [AnsweredQuestion] {
        let parties = replay.parties.map(\.party.id)
        return replay.asked.compactMap { key in
            guard let question = session.dialog.question(key.question), let answer = answers[key] else {
                return nil
            }
            let (values, text) = AnswerCoding.values(answer)
            return AnsweredQuestion(
                question: key.question, party: key.party,
                questionText: wording.question(question, party: key.party, parties: parties),
                answer: text.map { .text($0) } ?? .codes(values),
                answerText: wording.answer(answer, to: question, party: key.party, parties: parties),
                heard: sources[key])
        }
    }

    private func events(at moment: Timestamp) -> [RecordEvent] {
        let by = setting.clerk.name ?? setting.clerk.account
        let role = setting.clerk.role.rawValue
        var events = [RecordEvent(kind: .received, at: moment, by: by, role: role)]
        if form == .written, missing(isSigned: chosen(.letter) == KnownChoice.signedLetter.rawValue).isEmpty {
            // A letter that meets Awb 9:4: from its receipt the term of 9:11 runs.
            events.append(RecordEvent(kind: .writtenComplaintReceived, at: moment, by: by, role: role))
        }
        events += notes.map { RecordEvent(kind: .note, at: moment, by: by, role: role, text: $0) }
        return events
    }
}

/// Languages as records name them: three letters, ISO 639-2, as ZGW does.
enum LanguageCode {
    static func iso639(_ language: String) -> String {
        switch language {
        case "nl": "nld"
        case "en": "eng"
        default: language
        }
    }
}
