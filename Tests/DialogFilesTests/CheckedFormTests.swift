import DialogEngine
import Rules
import Testing

@testable import DialogFiles

/// What the program wrote reads back equal; everything else is nothing at all.
struct CheckedFormTests {
    @Test func theRealFolderReadsBackEqual() throws {
        let folder = try CheckedSample.haarlem()
        let handbook = try HandbookReading.read(folder)
        let bytes = CheckedForm.encode(handbook, sourceHash: folder.contentHash)
        let decoded = try #require(CheckedForm.decode(bytes, sourceHash: folder.contentHash))
        #expect(CheckedForm.encode(decoded, sourceHash: folder.contentHash) == bytes)
        // A field that both halves forgot does not show in the bytes.
        #expect(Mirrored.difference(handbook, decoded) == nil)
    }

    @Test func theTinyHandbookReadsBackEqual() throws {
        let handbook = CheckedSample.tiny()
        let decoded = try #require(
            CheckedForm.decode(CheckedForm.encode(handbook, sourceHash: 7), sourceHash: 7))
        #expect(Mirrored.difference(handbook, decoded) == nil)
    }

    @Test func decisionsOfTheDecodedHandbookAreTheSame() throws {
        let folder = try CheckedSample.haarlem()
        let handbook = try HandbookReading.read(folder)
        let bytes = CheckedForm.encode(handbook, sourceHash: folder.contentHash)
        let decoded = try #require(CheckedForm.decode(bytes, sourceHash: folder.contentHash))
        var random = SeededRandom.printed("decisionsOfTheDecodedHandbookAreTheSame")
        for _ in 0..<20 { walk(handbook, decoded, &random) }
    }

    /// Answers both in the same way to the end, and compares what they come to at every question.
    private func walk(_ first: Handbook, _ second: Handbook, _ random: inout SeededRandom) {
        let today = CheckedSample.today
        var sessions = (first.session(on: today), second.session(on: today))
        for _ in 0..<200 {
            let replays = (sessions.0.replay(), sessions.1.replay())
            #expect(replays.0.asked == replays.1.asked)
            #expect(replays.0.facts == replays.1.facts)
            #expect(replays.0.parties == replays.1.parties)
            #expect(first.decision(on: sessions.0, replays.0) == second.decision(on: sessions.1, replays.1))
            guard let key = replays.0.next, let question = first.dialog.question(key.question) else { return }
            let answer = CheckedSample.answer(to: question, &random)
            sessions.0.set(answer, for: key)
            sessions.1.set(answer, for: key)
        }
        Issue.record("a talk of two hundred questions is not over")
    }

    @Test func anotherSourceGivesNothing() {
        let bytes = CheckedForm.encode(CheckedSample.tiny(), sourceHash: 7)
        #expect(CheckedForm.decode(bytes, sourceHash: 8) == nil)
    }

    @Test func everyTruncationGivesNothing() {
        let bytes = CheckedForm.encode(CheckedSample.tiny(), sourceHash: 7)
        for length in 0..<bytes.count {
            #expect(CheckedForm.decode(Array(bytes[..<length]), sourceHash: 7) == nil, "first \(length)")
        }
    }

    @Test func whatFollowsTheFormSpoilsIt() {
        let bytes = CheckedForm.encode(CheckedSample.tiny(), sourceHash: 7)
        let payload = Array(bytes[CheckedForm.headLength...])
        #expect(CheckedForm.decode(CheckedForm.sealed(payload, sourceHash: 7), sourceHash: 7) != nil)
        #expect(CheckedForm.decode(bytes + [0], sourceHash: 7) == nil)
        #expect(CheckedForm.decode(CheckedForm.sealed(payload + [0], sourceHash: 7), sourceHash: 7) == nil)
    }

    @Test func everyFlippedByteOfTheTinyHandbookGivesNothing() {
        let bytes = CheckedForm.encode(CheckedSample.tiny(), sourceHash: 7)
        var random = SeededRandom.printed("everyFlippedByteOfTheTinyHandbookGivesNothing")
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= UInt8.random(in: 1...255, using: &random)
            #expect(CheckedForm.decode(damaged, sourceHash: 7) == nil, "byte \(place)")
        }
    }

    @Test func flippedBytesAndTruncationsOfTheRealFolderGiveNothing() throws {
        let folder = try CheckedSample.haarlem()
        let hash = folder.contentHash
        let bytes = CheckedForm.encode(try HandbookReading.read(folder), sourceHash: hash)
        var random = SeededRandom.printed("flippedBytesAndTruncationsOfTheRealFolderGiveNothing")
        for _ in 0..<100 {
            let place = Int.random(in: bytes.indices, using: &random)
            var damaged = bytes
            damaged[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
            #expect(CheckedForm.decode(damaged, sourceHash: hash) == nil, "byte \(place)")
            #expect(CheckedForm.decode(Array(bytes[..<place]), sourceHash: hash) == nil, "first \(place)")
        }
    }

    @Test func randomBytesGiveNothing() {
        var random = SeededRandom.printed("randomBytesGiveNothing")
        for _ in 0..<2000 {
            let length = Int.random(in: 0...300, using: &random)
            let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(CheckedForm.decode(noise, sourceHash: 7) == nil)
            #expect(CheckedForm.decode(CheckedForm.sealed(noise, sourceHash: 7), sourceHash: 7) == nil)
        }
    }

    /// Hostile bytes have a right checksum. They may come to another handbook, never to a crash: not while
    /// decoding and not in the talk that follows.
    @Test func changedBytesUnderARightChecksumNeverStopTheProgram() {
        let bytes = CheckedForm.encode(CheckedSample.tiny(), sourceHash: 7)
        var random = SeededRandom.printed("changedBytesUnderARightChecksumNeverStopTheProgram")
        var decodedCount = 0
        for _ in 0..<2_000 {
            var payload = Array(bytes[CheckedForm.headLength...])
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: payload.indices, using: &random)
                payload[place] =
                    Bool.random(using: &random)
                    ? UInt8.random(in: 0...4, using: &random) : UInt8.random(in: 0...255, using: &random)
            }
            let changed = CheckedForm.sealed(payload, sourceHash: 7)
            guard let handbook = CheckedForm.decode(changed, sourceHash: 7) else { continue }
            decodedCount += 1
            talk(handbook, &random)
        }
        #expect(decodedCount > 0)
    }

    private func talk(_ handbook: Handbook, _ random: inout SeededRandom) {
        var session = handbook.session(on: CheckedSample.today)
        for _ in 0..<5 {
            let replay = session.replay()
            _ = handbook.decision(on: session, replay)
            guard let key = replay.next, let question = handbook.dialog.question(key.question) else { return }
            session.set(CheckedSample.answer(to: question, &random), for: key)
        }
    }
}
