import DialogEngine
import Foundation
import Records
import TestSupport

/// Writes until the disk is full, and looks whether all that was acknowledged is there.
enum Filler {
    /// Runs as a process of its own, on the small disk. Ends with 0 when all is well.
    static func run(store path: String) -> Never {
        do {
            let problems = try problems(path)
            for problem in problems { print(problem) }
            exit(problems.isEmpty ? 0 : 1)
        } catch {
            print("\(error)")
            exit(1)
        }
    }

    private static func problems(_ path: String) throws -> [String] {
        var random = SystemRandomNumberGenerator()
        // What is thrown away afterwards.
        let ballast = (0..<16).map { "\((path as NSString).deletingLastPathComponent)/ballast-\($0)" }
        // In parts, for a limit on the size of files.
        for part in ballast { try Data(count: 8_000).write(to: URL(filePath: part)) }
        let store = try Store.open(at: path)
        var acknowledged: [ComplaintNumber: Int] = [:]
        var problems: [String] = []
        var refused = 0
        while refused < 20 && acknowledged.count < 20_000 {
            let number = ComplaintNumber(city: "H", year: 2026, using: &random)
            do throws(StoreError) {
                try store.create(Made.complaint(number, round: 0))
                acknowledged[number] = 1
                try store.append(Made.event("meer", round: 0), to: number)
                acknowledged[number] = 2
            } catch {
                refused += 1
                if ![ENOSPC, EDQUOT, EFBIG].contains(error.errorNumber ?? 0) { problems.append("\(error)") }
            }
        }
        if refused == 0 { problems.append("it never was full") }
        problems += try check(store, acknowledged)
        // Once there is room, work goes on; with a limit on files the next month has a log book of its own.
        for part in ballast { unlink(part) }
        let number = ComplaintNumber(city: "H", year: 2026, using: &random)
        do throws(StoreError) {
            try Store.open(at: path).create(Made.complaint(number, round: 40))
            acknowledged[number] = 1
        } catch {
            problems.append("after there was room: \(error)")
        }
        return problems + (try check(store, acknowledged))
    }

    private static func check(_ store: Store, _ acknowledged: [ComplaintNumber: Int]) throws -> [String] {
        let scanned = try store.scan()
        var problems = scanned.damaged.map { "half of something: \($0)" }
        let events = Dictionary(
            uniqueKeysWithValues: scanned.records.map { ($0.record.number, $0.record.events.count) })
        for (number, count) in acknowledged where events[number, default: 0] < count {
            problems.append("\(number) is gone")
        }
        let left = TemporaryFolder.files(below: store.path + "/tijdelijk")
        return problems + left.map { "left behind: \($0)" }
    }
}

/// Disks that are full, or a limit on the size of files where nobody may mount one.
enum FullDisk {
    /// - Returns: What is wrong; empty when nothing is.
    static func run() throws -> [String] {
        var problems = try run("a limit on the size of files", "ulimit -f 12; trap '' XFSZ")
        guard geteuid() == 0, access("/usr/bin/unshare", X_OK) == 0 else {
            print("  a small tmpfs and a small ext4: not tried, only root can mount them")
            return problems
        }
        problems += try run("a small tmpfs", "mount -t tmpfs -o size=1m tmpfs .; cd \"$PWD\"")
        let ext4 = "truncate -s 4m ../disk; mkfs.ext4 -q ../disk; mount -o loop ../disk .; cd \"$PWD\""
        return problems + (try run("a small ext4", ext4))
    }

    private static func run(_ name: String, _ preparation: String) throws -> [String] {
        let folder = TemporaryFolder()
        let place = folder.path + "/schijf"
        mkdir(place, 0o700)
        let output = folder.path + "/uitvoer"
        let script = "set -e; cd \(place); \(preparation); exec \(ownProgram) filler \(place)/opslag"
        let canMount = geteuid() == 0 && access("/usr/bin/unshare", X_OK) == 0
        let words = (canMount ? ["/usr/bin/unshare", "-m"] : []) + ["/bin/bash", "-c", script]
        let child = try Child(
            words[0], Array(words.dropFirst()), environment: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"],
            standard: [
                ("/dev/null", O_RDONLY), (output, O_WRONLY | O_CREAT), (output + "-2", O_WRONLY | O_CREAT),
            ])
        let status = child.waitForEnd()
        let told = try [output, output + "-2"].map { try String(contentsOfFile: $0, encoding: .utf8) }
            .joined()
        print("  \(name): \(status == 0 ? "nothing lost" : "wrong")")
        return status == 0 ? [] : ["\(name): \(told.prefix(1000)) (status \(status))"]
    }
}
