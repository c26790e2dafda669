import Foundation
import TestSupport

/// Folders and programs for measuring.
enum Workplace {
    /// A new folder, on a disk.
    static func folder() -> String { made("/tmp/klachtwijzer-bench-XXXXXX") }

    /// A place for a store that is not there yet, in memory.
    static func inMemory() -> String { made("/dev/shm/klachtwijzer-bench-XXXXXX") + "/opslag" }

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

    /// Python with the libraries to compare with, from `BENCHMARK_PYTHON`; says so when there is none.
    static let python: String? = {
        guard let python = ProcessInfo.processInfo.environment["BENCHMARK_PYTHON"] else {
            print(
                "  (zonder prompt_toolkit en questionary: BENCHMARK_PYTHON noemt geen Python, zie README.md)")
            return nil
        }
        let output = folder() + "/versies"
        let script = Tree.root + "/Tests/Benchmarks/Comparison/versions.py"
        let standard: [Child.Standard] = [
            ("/dev/null", O_RDONLY), (output, O_WRONLY | O_CREAT), ("/dev/null", O_WRONLY),
        ]
        guard let child = try? Child(python, [script], environment: [], standard: standard),
            child.waitForEnd() == 0, let versions = try? String(contentsOfFile: output, encoding: .utf8)
        else {
            print("  (zonder prompt_toolkit en questionary: \(python) heeft ze niet)")
            return nil
        }
        print("  vergeleken met \(versions)", terminator: "")
        return python
    }()

    static func numbers(in file: String) -> [Double] {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { Double($0) }
    }
}
