import DialogEngine
import Foundation
import Records
import TestSupport

/// A store of very many made-up complaints, written without waiting for the disk: 274 a day, so a hundred thousand a
/// year.
struct ManyRecords {
    let path: String
    /// Words of the stories, from one that nearly all have to one that few have.
    let words: [String]
    /// Of the newest day.
    let lastDay: Day
    /// As many as a gemeente has in ten years.
    let isLarge: Bool
    private let pieces: [Substring]

    private static let perDay = 274
    private static let marks = (number: "H26-7K3Q-F8M2-X", moment: "2026-11-20T10:14:00+01:00")

    init(at path: String, count: Int) throws {
        self.path = path
        isLarge = count >= 1_000_000
        _ = try Store.open(at: path)
        var random = SeededGenerator(seed: 20_261_126)
        words = Self.vocabulary(&random)
        pieces = try Self.pieces()
        guard let last = Day(iso: "2026-11-20") else { preconditionFailure("a day of the calendar") }
        lastDay = last
        var weights: [Double] = []
        for index in words.indices { weights.append((weights.last ?? 0) + 1 / Double(index + 5)) }
        var left = count
        var day = last
        while left > 0 {
            let folder = "\(path)/klachten/\(day.iso.replacingOccurrences(of: "-", with: "/"))"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for index in 0..<min(left, Self.perDay) {
                let moment = Self.moment(day, index)
                let number = ComplaintNumber(city: "H", year: day.year, using: &random).description
                try write(
                    text(number, moment, weights, &random), to: "\(folder)/\(number).1.json")
            }
            Self.setOld(folder)
            left -= Self.perDay
            day = day.adding(days: -1)
        }
    }

    /// Writes one more on the last day, as another desk does.
    func add(_ story: String, _ random: inout SeededGenerator) throws -> String {
        let number = ComplaintNumber(city: "H", year: lastDay.year, using: &random).description
        let day = lastDay.iso.replacingOccurrences(of: "-", with: "/")
        try write(
            filled([number, Self.moment(lastDay, 7), "A. Nieuwkomer", story]),
            to: "\(path)/klachten/\(day)/\(number).1.json")
        return number
    }

    // MARK: One record

    private func text(
        _ number: String, _ moment: String, _ weights: [Double], _ random: inout SeededGenerator
    ) -> String {
        let story = (0..<60).map { _ in
            let wanted = Double.random(in: 0..<(weights.last ?? 1), using: &random)
            var (low, high) = (0, weights.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if weights[middle] > wanted { high = middle } else { low = middle + 1 }
            }
            return words[low]
        }.joined(separator: " ")
        let name =
            ["J. van der ", "A. de ", "M. ", "Fatima "].randomElement(using: &random)! + story.prefix(7)
        return filled([number, moment, name, story])
    }

    /// The record in pieces, between which stand number, moment, name and story, in the order of the file.
    private func filled(_ values: [String]) -> String {
        var text = ""
        for (index, piece) in pieces.enumerated() {
            text += piece
            if index < pieces.count - 1 { text += values[Self.order[index]] }
        }
        return text
    }

    /// Moment of receipt, moment of the event, story, name, number.
    private static let order = [1, 1, 3, 2, 0]

    private static func pieces() throws -> [Substring] {
        let path = Tree.root + "/Tests/Cases/Records/klacht.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
            .replacingOccurrences(
                of:
                    #""relevanteAndereZaken" : [\#n    {\#n      "aardRelatie" : "onderwerp",\#n      "zaaknummer" : "H26-7K3Q-F8M2-X"\#n    }"#,
                with: #""relevanteAndereZaken" : [\#n"#
            )
            .replacingOccurrences(of: "2026-11-23T10:14:00+01:00", with: "¤")
            .replacingOccurrences(
                of: "De taxi kwam drie keer niet.\\nIk stond een uur / in de regen.", with: "¤"
            )
            .replacingOccurrences(of: "A. Voorbéeld", with: "¤")
            .replacingOccurrences(of: marks.number, with: "¤")
        let pieces = text.split(separator: "¤", omittingEmptySubsequences: false)
        precondition(
            pieces.count == order.count + 1, "the record of the cases has the values that are filled in")
        return pieces
    }

    private static func moment(_ day: Day, _ index: Int) -> String {
        let minutes = 540 + index
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.iso)T\(two(minutes / 60)):\(two(minutes % 60)):00+01:00"
    }

    private static func vocabulary(_ random: inout SeededGenerator) -> [String] {
        let syllables = [
            "ta", "xi", "ge", "mee", "ver", "be", "klach", "ont", "van", "der", "we", "zorg", "hui", "straat",
            "bus", "laat", "op", "uit", "aan", "in", "kin", "moe", "wach", "ten", "bel", "len", "brief",
            "ant",
            "woord", "af", "val", "bak", "geld", "boe", "te",
        ]
        var all: Set<String> = []
        while all.count < 30_000 {
            all.insert(
                (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    syllables.randomElement(using: &random)!
                }.joined())
        }
        return all.sorted().shuffled(using: &random)
    }

    // MARK: Files

    private func write(_ text: String, to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { close(file) }
        var text = text
        let count = text.withUTF8 { Glibc.write(file, $0.baseAddress, $0.count) }
        guard count == text.utf8.count else { throw CocoaError(.fileWriteOutOfSpace) }
    }

    /// As if it had been there for a day: what changed just now is always looked at again.
    static func setOld(_ path: String) {
        var status = stat()
        stat(path, &status)
        let time = timespec(tv_sec: status.st_mtim.tv_sec - 86_400, tv_nsec: 0)
        utimensat(AT_FDCWD, path, [time, time], 0)
    }
}
