public import DialogEngine

/// What was answered in a complaint, without the rest of it: for playing many complaints again.
public struct RecordedAnswers: Equatable, Sendable {
    public struct Given: Equatable, Sendable {
        public let question: String
        public let party: String?
        public let answer: AnsweredQuestion.Answer
        /// What a story was heard to be about.
        public let storyClass: String?
    }

    public let number: ComplaintNumber
    public let receivedOn: Day
    public let given: [Given]

    init(_ record: ComplaintRecord) {
        number = record.number
        receivedOn = record.receivedAt.day
        given = record.questions.map {
            Given(
                question: $0.question, party: $0.party, answer: $0.answer, storyClass: $0.heard?.storyClass)
        }
    }

    /// - Returns: nil when the file is not as this program writes it.
    init?(json bytes: [UInt8]) {
        var fields: [String: String] = [:]
        var given: [Given]?
        let isWhole = bytes.withUnsafeBufferPointer { bytes in
            var cursor = JSONCursor(bytes)
            let isObject = cursor.object { cursor, key in
                switch key {
                case "schemaVersie", "zaaknummer", "datumOntvangst":
                    fields[key] = cursor.string()
                    return fields[key] != nil
                case "vragen":
                    given = Self.given(&cursor)
                    return given != nil
                default: return cursor.skipValue()
                }
            }
            return isObject && cursor.isAtEnd
        }
        guard isWhole, fields["schemaVersie"] == ComplaintRecord.currentSchemaVersion, let given,
            let number = fields["zaaknummer"].flatMap(ComplaintNumber.init),
            let day = fields["datumOntvangst"].flatMap({ Day(iso: $0.prefix(10)) })
        else { return nil }
        self.number = number
        receivedOn = day
        self.given = given
    }

    private static func given(_ cursor: inout JSONCursor) -> [Given]? {
        var all: [Given] = []
        let isList = cursor.array { cursor in
            var question: String?
            var party: String?
            var answer: AnsweredQuestion.Answer?
            var storyClass: String?
            let isObject = cursor.object { cursor, key in
                switch key {
                case "vraag": question = cursor.string()
                case "partij": party = cursor.string()
                case "antwoord": answer = Self.answer(&cursor)
                case "gehoord":
                    return cursor.object { cursor, key in
                        guard key == "klasse" else { return cursor.skipValue() }
                        storyClass = cursor.string()
                        return storyClass != nil
                    }
                default: return cursor.skipValue()
                }
                return true
            }
            guard isObject, let question, let answer else { return false }
            all.append(Given(question: question, party: party, answer: answer, storyClass: storyClass))
            return true
        }
        return isList ? all : nil
    }

    private static func answer(_ cursor: inout JSONCursor) -> AnsweredQuestion.Answer? {
        if let text = cursor.string() { return .text(text) }
        var codes: [String] = []
        let isList = cursor.array { cursor in
            guard let code = cursor.string() else { return false }
            codes.append(code)
            return true
        }
        return isList ? .codes(codes) : nil
    }
}

extension Store {
    /// The answers of all complaints, newest day first, and the files that are no good.
    ///
    /// A whole record is written once more when it is read, to see that nothing would be lost; who only looks changes
    /// nothing and need not wait for that. A file that is not as we write it is read in that strict way after all,
    /// which tells what is the matter with it.
    public func scanAnswers() throws(StoreError) -> (answers: [RecordedAnswers], damaged: [DamagedFile]) {
        var all: [RecordedAnswers] = []
        var damaged: [DamagedFile] = []
        do throws(SystemError) {
            for day in try files.days(in: StoreLayout.records) {
                let (found, strange) = try records(on: day)
                damaged += strange
                for one in found {
                    if let answers = answers(of: one) {
                        all.append(answers)
                        continue
                    }
                    do throws(StoreError) {
                        let stored = try readAgainIfDamaged(one)
                        damaged += stored.damaged
                        all.append(RecordedAnswers(stored.record))
                    } catch {
                        guard case .damaged(let files) = error.cause else { continue }
                        damaged += files
                    }
                }
            }
        } catch {
            throw StoreError(.scan, error)
        }
        return (all, damaged)
    }

    /// - Returns: nil when the newest file must be read strictly, which tells why.
    private func answers(of found: FoundRecord) -> RecordedAnswers? {
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try files.read(found.newestPath)
        } catch {
            return nil
        }
        guard let answers = RecordedAnswers(json: bytes), answers.number == found.number else { return nil }
        return answers
    }
}
