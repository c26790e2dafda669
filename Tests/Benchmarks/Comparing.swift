import Assistant
import DialogEngine
import Foundation
import Records
import Reports
import Rules
import TestSupport

/// `klachtwijzer verschil` with a store: two folders of dialogs, and every complaint played with both.
enum Comparing {
    private static let limit = 2.0

    static func run(_ bench: Bench) {
        guard let own = Workplace.sibling("klachtwijzer") else {
            return print("  bouw eerst: swift build -c release --static-swift-stdlib")
        }
        guard let handbook = Deciding.handbook() else {
            return print("  Dialogs/haarlem is hier niet te lezen")
        }
        do {
            let count = bench.rounds == 1 ? 100 : 10_000
            let new = try edited()
            let store = Workplace.inMemory()
            try fill(store, count, handbook)
            try compare(own, [Tree.dialogs, new], "zonder opslag", bench)
            try compare(
                own, [Tree.dialogs, new, "--opslag", store], "met \(count) klachten", bench, limit: limit)
        } catch {
            print("  \(error)")
        }
    }

    /// The dialogs with another regime for one service, by which a great many talks move.
    private static func edited() throws -> String {
        let folder = Workplace.folder() + "/nieuw"
        try FileManager.default.copyItem(atPath: Tree.dialogs, toPath: folder)
        let path = folder + "/partners.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let place = text.range(of: "regime: wmo\n") else { return folder }
        try Data(text.replacingCharacters(in: place, with: "regime: jeugdwet\n").utf8)
            .write(to: URL(filePath: path))
        return folder
    }

    private static func compare(
        _ own: String, _ words: [String], _ name: String, _ bench: Bench, limit: Double? = nil
    ) throws {
        var times: [Double] = []
        for _ in 0..<(bench.rounds == 1 ? 1 : 5) {
            let output = Workplace.folder() + "/uitvoer"
            let child = try Child(
                own, ["verschil"] + words + ["--vandaag", "2026-11-25"], environment: ["LANG=C.UTF-8"],
                standard: [
                    ("/dev/null", O_RDONLY), (output, O_WRONLY | O_CREAT), (output, O_WRONLY | O_CREAT),
                ])
            let status = child.waitForEnd()
            guard status == 1 else { return print("  verschil eindigt met \(status), zie \(output)") }
            times.append(seconds(child.usage.ru_utime) + seconds(child.usage.ru_stime))
        }
        let judged = limit.map {
            " (grens \(Bench.tenths($0)) s\((times.min() ?? 0) > $0 ? ", erboven" : ""))"
        }
        print("  \(name): CPU \(Bench.milliseconds(times.min() ?? 0)) ms\(judged ?? "")")
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }

    // MARK: Complaints

    /// As many complaints from random talks; most of them a copy of another with a number of its own.
    private static func fill(_ store: String, _ count: Int, _ handbook: Handbook) throws {
        guard let desk = DeskID("bench"), let moment = Timestamp("2026-11-25T10:00:00+01:00") else { return }
        var random = SeededGenerator(seed: 20_261_125)
        let opened = try Store.open(at: store)
        var keeper = Keeper(
            DeskSetting(
                handbook: handbook, store: opened, drafts: Drafts(opened), desk: desk,
                clerk: Clerk(account: "bench", name: nil, team: nil, role: .desk), voice: .desk,
                programVersion: "bench", now: { moment }, random: random, writeFile: { _, _ in nil }))
        let wording = Wording(handbook)
        var originals: [(number: String, folder: String, text: String)] = []
        for _ in 0..<4000 where originals.count < min(count, 400) {
            let session = talk(handbook, moment.day, &random)
            let decision = handbook.decision(on: session, session.replay())
            guard decision.keeps == .complaint, let number = try keeper.keep(session, in: wording).number
            else { continue }
            let name = "\(number.description).1.json"
            guard
                let path = TemporaryFolder.files(below: store + "/klachten").first(where: {
                    $0.hasSuffix(name)
                })
            else { continue }
            originals.append(
                (
                    number.description, String(path.dropLast(name.count)),
                    try String(contentsOfFile: path, encoding: .utf8)
                ))
        }
        for index in originals.count..<max(count, originals.count) where !originals.isEmpty {
            let original = originals[index % originals.count]
            let number = ComplaintNumber(city: "H", year: 26, using: &random).description
            let text = original.text.replacingOccurrences(of: original.number, with: number)
            try Data(text.utf8).write(to: URL(filePath: "\(original.folder)\(number).1.json"))
        }
    }

    /// Answers whatever is asked, on as far as can be.
    private static func talk(_ handbook: Handbook, _ today: Day, _ random: inout SeededGenerator) -> Session {
        var session = handbook.session(on: today)
        while let key = session.replay().next, let question = handbook.dialog.question(key.question) {
            session.set(answer(question, today, &random), for: key)
        }
        return session
    }

    private static func answer(
        _ question: Question, _ today: Day, _ random: inout SeededGenerator
    ) -> Answer {
        let going = question.options.filter { !$0.endsRoute }
        switch question.kind {
        case .choice, .multipleChoice:
            guard let option = (going.isEmpty ? question.options : going).randomElement(using: &random) else {
                return .skipped
            }
            return .options([option.id])
        case .date: return .date(DateRange(today.adding(days: -Int.random(in: 0..<400, using: &random))))
        case .text: return question.allowsDeclined ? .declined : .text("Voorbeeld")
        case .lines: return .lines(["Er ging iets mis, en dat duurde lang.", "Het is nog niet opgelost."])
        }
    }
}
