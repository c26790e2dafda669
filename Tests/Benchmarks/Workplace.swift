import Foundation
import TestSupport

/// Folders and programs for measuring.
enum Workplace {
    private static let disk = made("/tmp/klachtwijzer-bench-XXXXXX")
    private static let memory = made("/dev/shm/klachtwijzer-bench-XXXXXX")

    /// A new folder, on a disk.
    static func folder() -> String { made(disk + "/XXXXXX") }

    /// A place for a store that is not there yet, in memory.
    static func inMemory() -> String { made(memory + "/XXXXXX") + "/opslag" }

    /// Takes away all of these folders; what a run leaves in memory would stay there.
    static func clear() {
        for folder in [disk, memory] {
            do { try FileManager.default.removeItem(atPath: folder) } catch { print("  \(error)") }
        }
    }

    private static func made(_ template: String) -> String {
        var name = Array(template.utf8CString)
        guard let made = mkdtemp(&name) else {
            preconditionFailure("there is room for a folder: \(template)")
        }
        return String(cString: made)
    }

    /// A program built beside this one.
    static func sibling(_ name: String) -> String? {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let path = own.deletingLastPathComponent().appending(path: name).path
        return access(path, X_OK) == 0 ? path : nil
    }

    /// What klachtwijzer is compared with, as far as the system tells.
    static var versions: [String] {
        var system = utsname()
        uname(&system)
        let kernel = withUnsafeBytes(of: system.release) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        let format = "-f=${Package} ${Version}\n"
        let packages = output(of: ["/usr/bin/dpkg-query", "-W", format, "libedit2", "libc6"]) ?? ""
        return ["Linux \(kernel)"] + packages.split(separator: "\n").map(String.init)
    }

    /// Python with the libraries to compare with, from `BENCHMARK_PYTHON`; says so when there is none.
    static var python: String? {
        guard let python = ProcessInfo.processInfo.environment["BENCHMARK_PYTHON"], !python.isEmpty else {
            print(
                "  (zonder prompt_toolkit en questionary: BENCHMARK_PYTHON noemt geen Python, zie README.md)")
            return nil
        }
        guard let versions = output(of: [python, Tree.root + "/Tests/Benchmarks/Comparison/versions.py"])
        else {
            print("  (zonder prompt_toolkit en questionary: \(python) heeft ze niet)")
            return nil
        }
        print("  en met: \(versions)", terminator: "")
        return python
    }

    /// Python with orjson, also from `BENCHMARK_PYTHON`; nil when it has none.
    static var orjson: String? {
        guard let python = ProcessInfo.processInfo.environment["BENCHMARK_PYTHON"], !python.isEmpty,
            output(of: [python, "-c", "import orjson; print(1)"]) != nil
        else { return nil }
        return python
    }

    /// What a program prints; nil when it does not end well.
    static func output(of words: [String]) -> String? {
        let file = folder() + "/uitvoer"
        let standard: [Child.Standard] = [
            ("/dev/null", O_RDONLY), (file, O_WRONLY | O_CREAT), ("/dev/null", O_WRONLY),
        ]
        let child = try? Child(words[0], Array(words.dropFirst()), environment: [], standard: standard)
        guard child?.waitForEnd() == 0 else { return nil }
        return try? String(contentsOfFile: file, encoding: .utf8)
    }
}
