import Records

/// Every disk that a power cut may leave of a workload, each checked once.
struct CrashReport {
    /// Different states, and all ways to come to them.
    var states = 0
    var ways = 0
    /// No cut had more states than were looked at.
    var isExhaustive = true
    /// The first few, and how many there are.
    var problems: [String] = []
    var problemCount = 0
    /// One of the states, by chance, and what is expected of it.
    var anyEnd: (left: MemoryDisk.Content, expected: Expectation)?

    /// - Parameters:
    ///   - content: What was on the disk before; all of that is sure.
    ///   - begin: Not before so many events: what comes before was looked at elsewhere.
    ///   - limit: Of states looked at per cut.
    ///   - stopsAtProblem: One is enough.
    init(
        _ disk: MemoryDisk, _ ledger: Ledger, _ model: DiskModel,
        startingFrom content: MemoryDisk.Content = .init(), after begin: Int = 0, limit: Int = 4000,
        stopsAtProblem: Bool = false, _ random: inout SeededGenerator
    ) {
        var cut = PowerCut(model, standing: content)
        let ending = Int.random(in: 0...disk.log.count, using: &random)
        let log = disk.log
        var history = ledger.history[...]
        var expected = Expectation()
        var seen: Set<Fingerprint> = []
        for place in 0...log.count {
            if place > 0 { cut.follow(log[place - 1]) }
            while let next = history.first, next.from <= place {
                expected = next.expected
                history.removeFirst()
                // Another promise: all states count anew.
                seen = []
            }
            guard expected.isJudged, place >= begin else { continue }
            for words in expected.promised.erased where cut.mayHold(words) {
                report("after \(place) events '\(words)' may still be on the disk")
            }
            let check = StateCheck(expected: expected, model: model)
            let wereAll = cut.states(limit: limit, &random) { left in
                ways += 1
                guard seen.insert(Fingerprint(left)).inserted else { return true }
                states += 1
                let found = check.problems(left)
                if !found.isEmpty { report("after \(place) events: \(found)") }
                return !stopsAtProblem || problems.isEmpty
            }
            isExhaustive = isExhaustive && wereAll
            if place == ending { anyEnd = (cut.anyState(&random), expected) }
            if stopsAtProblem && !problems.isEmpty { return }
        }
    }

    private mutating func report(_ problem: String) {
        problemCount += 1
        if problemCount <= 3 { problems.append(problem) }
    }

    /// Two disks that look the same to a store.
    private struct Fingerprint: Hashable {
        let names: [String]
        let files: [MemoryDisk.File.Looks]

        init(_ content: MemoryDisk.Content) {
            var all: [(String, MemoryDisk.File.Looks)] = []
            var folders: [(MemoryDisk.Serial, String)] = [(MemoryDisk.root, "")]
            while let (folder, path) = folders.popLast() {
                for (name, serial) in content.files[folder]?.names ?? [:] {
                    // What stands in a lock file, the end of the log book, is not read by a desk.
                    if path == "\(StateCheck.path)/sloten" { continue }
                    guard let file = content.files[serial] else { continue }
                    all.append(
                        (
                            "\(path)/\(name)",
                            MemoryDisk.File.Looks(
                                serial: file.links > 1 ? serial : nil, bytes: file.bytes,
                                isUnreadable: content.unreadable.contains(serial))
                        ))
                    if file.names != nil { folders.append((serial, "\(path)/\(name)")) }
                }
            }
            all.sort { $0.0 < $1.0 }
            names = all.map(\.0)
            files = all.map(\.1)
        }
    }
}

extension MemoryDisk.File {
    struct Looks: Hashable {
        /// Of a file with several names.
        let serial: MemoryDisk.Serial?
        let bytes: [UInt8]
        let isUnreadable: Bool
    }
}
