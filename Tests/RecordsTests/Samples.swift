import DialogEngine
import Records

/// Made-up records. Nobody in them exists.
enum Samples {
    static let number = ComplaintNumber("H26-7K3Q-F8M2-X")!

    static let receivedAt = Timestamp("2026-11-23T10:14:00+01:00")!

    static func event(
        _ kind: RecordEvent.Kind, at: String = "2026-11-24T09:00:00+01:00", text: String? = nil
    ) -> RecordEvent {
        RecordEvent(kind: kind, at: Timestamp(at)!, by: "balie3", role: "balie", text: text)
    }

    static let decision = ToldDecision(
        advice: .init(channel: "partner", whereId: "voorbeeld-vervoer", name: "Voorbeeld Vervoer"),
        chosen: .init(channel: "gemeente-klacht", whereId: "gemeente", name: "Gemeente"),
        reason: "De partner reageerde niet.", rule: "eerst-bij-partner", law: ["Awb 9:2", "Wmo 3.2"],
        steps: [
            ToldStep(
                name: "Voorbeeld Vervoer", whereId: "voorbeeld-vervoer", how: "Bel of schrijf.",
                contact: ["Telefoon 023 000 00 00", "klachten@voorbeeld.example"], opens: "nu",
                ground: "Wmo 3.2"),
            ToldStep(
                name: "De gemeente", whereId: "gemeente", how: "Wij behandelen uw klacht.",
                contact: ["14 023"],
                opens: "nu", until: "binnen zes weken", untilDay: Day(year: 2027, month: 1, day: 4),
                ground: "eigen norm; Awb 9:2", complaintLiesHere: true),
        ],
        remarks: ["U kunt altijd bij de gemeente terecht."],
        explanation: ["samenwerking: overgeslagen, want het gaat over één partij"])

    static let clerk = EnteredBy(account: "balie3", name: "Medewerker Balie", team: "KCC", role: "balie")

    static let versions = Versions(program: "1.0.0", dialog: "2026-11", register: "2026-11-01")

    static func complaint(
        number: ComplaintNumber = number, receivedAt: Timestamp = receivedAt, name: String? = "A. Voorbéeld"
    ) -> ComplaintRecord {
        ComplaintRecord(
            uuid: "0b9a52cf-7ff2-4f1c-8f0f-3f5b2d1c0a99", number: number, kind: "klacht",
            topic: "wmo-vervoer",
            natures: ["tijdigheid", "geen_reactie"], form: .oralPutInWriting, isSigned: false,
            missingForWrittenComplaint: [.signature], countsForPublication: false, receivedAt: receivedAt,
            channel: .desk, enteredBy: clerk,
            complainant: Complainant(
                name: name,
                address: Address(
                    postcode: "2011 RD", houseNumber: 2, houseLetter: "a", addition: "bis",
                    street: "Grote Markt",
                    place: "Haarlem"),
                digitalAddresses: [DigitalAddress(kind: .telephone, address: "+31200000000")],
                representative: Representative(
                    name: "B. Helper", relation: "dochter", authorisation: "volgt"),
                isAnonymous: false),
            conduct: Conduct(
                story: "De taxi kwam drie keer niet.\nIk stond een uur / in de regen.",
                from: Day(year: 2026, month: 11, day: 2), until: Day(year: 2026, month: 11, day: 9),
                precision: .day, towards: "klager", place: "bij het station"),
            parties: [
                InvolvedParty(
                    partnerId: "voorbeeld-vervoer", service: "wmo-vervoer", name: "Voorbeeld Vervoer",
                    regime: "wmo", isAuthority: .no, role: "beklaagde")
            ],
            earlierComplaints: [
                EarlierComplaint(
                    partnerId: "voorbeeld-vervoer", from: Day(year: 2026, month: 11, day: 3),
                    outcome: "geen-reactie")
            ],
            wishes: ["uitleg", "excuses"],
            documents: [
                Document(description: "brief van de vervoerder", form: .paper, place: "bij de klager")
            ],
            consentToForward: true,
            questions: [
                AnsweredQuestion(
                    question: "soort", questionText: "Waar gaat het over?", answer: .codes(["klacht"]),
                    answerText: "Een klacht",
                    heard: HeardSource(
                        words: ["de taxi", "te laat"], percent: 91, storyClass: "noemt-besluit")),
                AnsweredQuestion(
                    question: "eerder", party: "voorbeeld-vervoer", questionText: "Wanneer klaagde u daar?",
                    answer: .text("2026-11-03"), answerText: "3 november 2026"),
            ],
            decision: decision, versions: versions,
            relatedCases: [RelatedCase(number: number, relation: .subject)],
            events: [
                RecordEvent(
                    kind: .received, at: receivedAt, by: "balie3", role: "balie", data: ["wijze": "balie"])
            ])
    }

    static func contact(
        number: ComplaintNumber = number, uuid: String = "5f0d7f0e-2a56-4d0e-9d38-8f3f7f6a1b22"
    ) -> ContactRecord {
        ContactRecord(
            uuid: uuid, number: number, receivedAt: receivedAt,
            channel: .phone,
            kind: "bezwaar", decision: decision, enteredBy: clerk, versions: versions)
    }

    static let otherNumber: ComplaintNumber = {
        var generator = SeededGenerator(seed: 7)
        return ComplaintNumber(city: "H", year: 2026, using: &generator)
    }()

    static let act = Act(by: "balie3", role: "balie", at: receivedAt)

    static let desk = DeskID("balie-1")!
    static let draftId = DraftID("7K3QF8M2X0AB")!

    static func draft(
        id: DraftID = draftId, desk: DeskID = desk, answers: Int = 2, identity: RecordIdentity? = nil
    ) -> Draft {
        let values = [
            DraftAnswer(
                question: "onderwerp", values: ["afval"], heard: HeardSource(words: ["de bak"], percent: 80)),
            DraftAnswer(question: "verhaal", text: "De bak staat er nog, zegt mevrouw Voorbeeld."),
            DraftAnswer(question: "eerder", party: "voorbeeld-vervoer", values: ["nee"]),
        ]
        return Draft(
            id: id, desk: desk, account: "balie3", madeAt: receivedAt, voice: .desk, dialogVersion: "2026-11",
            answers: (0..<answers).map { values[$0 % values.count] }, storyInProgress: ["Eerste regel"],
            identity: identity)
    }
}

extension Samples {
    /// A record in which anything may be absent, empty or odd.
    static func randomComplaint(using generator: inout SeededGenerator) -> ComplaintRecord {
        var g = generator
        defer { generator = g }
        func text() -> String {
            let alphabet: [Character] = Array("abcé ñ\"\\/\n\t{}[]:,<>&'😀ĳ\u{0}\u{7F}\u{2028}Z9")
            return "x"
                + String(
                    (0..<Int.random(in: 0...40, using: &g)).map { _ in alphabet.randomElement(using: &g)! })
        }
        func code() -> String { ["klager", "geen-reactie", "a1", "wmo_vervoer"].randomElement(using: &g)! }
        func maybe<T>(_ make: () -> T) -> T? { g.oneIn(2) ? make() : nil }
        func some<T>(_ make: () -> T) -> [T] { (0..<Int.random(in: 0...3, using: &g)).map { _ in make() } }
        func day() -> Day { Day(ordinal: Int.random(in: 10_000...30_000, using: &g)) }
        func at() -> Timestamp {
            let hour = Int.random(in: 10...23, using: &g)
            return Timestamp("\(day().iso)T\(hour):\(hour):\(hour)+0\(g.oneIn(2) ? 1 : 2):00")!
        }
        func number() -> ComplaintNumber { ComplaintNumber(city: "H", year: 2026, using: &g) }
        let isAnonymous = g.oneIn(3)
        let precision: Conduct.Precision? = maybe { .allCases.randomElement(using: &g)! }
        let from = precision == nil || precision == .before ? nil : day()
        let codes = Array(ComplaintRecord.Requirement.allCases.shuffled(using: &g).prefix(2))
        return ComplaintRecord(
            uuid: RandomUUID.text(using: &g), number: number(),
            kind: ["klacht", "klacht-samenwerking"].randomElement(using: &g)!, topic: code(),
            natures: g.oneIn(2) ? [] : ["bejegening", "overig"], form: .allCases.randomElement(using: &g)!,
            isSigned: g.oneIn(2), missingForWrittenComplaint: codes, countsForPublication: g.oneIn(2),
            receivedAt: at(), channel: .allCases.randomElement(using: &g)!,
            enteredBy: EnteredBy(account: text(), name: maybe(text), team: maybe(text), role: code()),
            complainant: Complainant(
                name: isAnonymous ? nil : text(),
                address: maybe {
                    Address(
                        postcode: "1234 AB", houseNumber: maybe { 12 }, houseLetter: maybe { "b" },
                        addition: maybe { "2hg" }, street: maybe(text), place: maybe(text))
                },
                digitalAddresses: some {
                    DigitalAddress(kind: .allCases.randomElement(using: &g)!, address: "a@voorbeeld.example")
                },
                representative: maybe {
                    Representative(name: text(), relation: code(), authorisation: code())
                },
                isAnonymous: isAnonymous),
            conduct: Conduct(
                story: text(), from: from, until: precision == .before ? day() : maybe(day),
                precision: precision, towards: code(),
                place: maybe(text)),
            parties: some {
                InvolvedParty(
                    partnerId: code(), service: maybe(code), name: text(), regime: maybe(code),
                    isAuthority: .allCases.randomElement(using: &g)!, role: code())
            },
            earlierComplaints: some {
                EarlierComplaint(partnerId: code(), from: maybe(day), until: maybe(day), outcome: code())
            },
            wishes: some(code),
            documents: some {
                Document(description: text(), form: .allCases.randomElement(using: &g)!, place: text())
            },
            consentToForward: maybe { g.oneIn(2) },
            questions: some {
                AnsweredQuestion(
                    question: code(), party: maybe(code), questionText: text(),
                    answer: g.oneIn(2) ? .text(text()) : .codes(some(code)), answerText: text(),
                    heard: maybe {
                        HeardSource(
                            words: some(text), percent: Int.random(in: 0...100, using: &g),
                            storyClass: maybe { "noemt-besluit" })
                    })
            },
            decision: decision, versions: Versions(program: text(), dialog: text(), register: text()),
            language: maybe { "eng" },
            relatedCases: some {
                RelatedCase(number: number(), relation: .allCases.randomElement(using: &g)!)
            },
            selectionList: "13.1.2", confidentiality: .allCases.randomElement(using: &g)!,
            events: RecordEvent.Kind.allCases.map { kind in
                RecordEvent(
                    kind: kind, at: at(), by: text(), role: code(), text: maybe(text),
                    data: maybe { [code(): text(), "wijze": text(), "aan": code()] })
            })
    }
}
