import Foundation
import TestSupport
import Testing

/// The program as it was built, run with folders of its own.
struct Program {
    let folder = TemporaryFolder()
    var store: String { folder.store }
    /// nil lets the program look for them itself.
    var dialogs: String? = Tree.dialogs
    /// Variables for the program; a nil takes one away.
    var environment: [String: String?] = [:]

    /// Beside the tests in the build folder, which both runners of tests tell in their own way.
    static let path: String = {
        let bundles = [Bundle.main.bundlePath] + CommandLine.arguments
        for start in bundles where start.hasPrefix("/") {
            var parts = start.split(separator: "/")
            while !parts.isEmpty {
                let candidate = "/" + parts.joined(separator: "/") + "/klachtwijzer"
                if isProgram(candidate) { return candidate }
                parts.removeLast()
            }
        }
        preconditionFailure("the program is built beside its tests: \(bundles)")
    }()

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// One for all, as the desks of one account have it: reading the dialogs anew in every run takes long.
    private static let cache = TemporaryFolder()

    /// What a run without a screen left.
    struct Result {
        let status: Int32
        let output: String
        let problems: String
    }

    /// Runs to the end with this input.
    ///
    /// - Parameter store: Names the store in the arguments; without it the program looks for one itself.
    func run(_ arguments: [String], typing input: String = "", store: Bool = true) throws -> Result {
        let inputPath = "\(folder.path)/invoer-\(UUID())"
        try Data(input.utf8).write(to: URL(filePath: inputPath))
        return try run(["-s", "KILL", "100", Self.path] + all(arguments, store), input: inputPath)
    }

    /// Runs the program by way of a shell, as `"$@"` in the script.
    func run(script: String, _ arguments: [String]) throws -> Result {
        try run(
            ["-s", "KILL", "100", "/bin/bash", "-c", script, "bash", Self.path] + all(arguments, true),
            input: "/dev/null")
    }

    /// `timeout` sees to it that a program that hangs is an error of one test only.
    private func run(_ words: [String], input: String) throws -> Result {
        let outputPath = "\(folder.path)/uitvoer-\(UUID())"
        let problemsPath = "\(folder.path)/fouten-\(UUID())"
        let child = try Child(
            "/usr/bin/timeout", words, environment: variables, folder: folder.path,
            standard: [
                (input, O_RDONLY), (outputPath, O_WRONLY | O_CREAT), (problemsPath, O_WRONLY | O_CREAT),
            ])
        return Result(
            status: child.waitForEnd(), output: try String(contentsOfFile: outputPath, encoding: .utf8),
            problems: try String(contentsOfFile: problemsPath, encoding: .utf8))
    }

    /// Starts a conversation on a terminal of its own, and waits for its first question.
    func start(
        _ term: String? = "xterm-256color", rows: Int = 24, columns: Int = 80, today: String = "2026-11-25",
        seed: UInt64 = 1, options: [String] = []
    ) throws -> Screen {
        let screen = try launch(
            term, rows: rows, columns: columns, today: today, seed: seed, options: options)
        screen.waitForPrompt()
        return screen
    }

    /// Starts a conversation without waiting for it.
    ///
    /// - Parameter options: A command for another voice may stand first.
    func launch(
        _ term: String? = "xterm-256color", rows: Int = 24, columns: Int = 80, today: String = "2026-11-25",
        seed: UInt64 = 1, options: [String] = []
    ) throws -> Screen {
        let command = options.prefix { !$0.hasPrefix("-") }
        let arguments = all(
            command + ["--vandaag", today, "--zaad", String(seed)] + options.dropFirst(command.count), true)
        var program = self
        program.environment["TERM"] = .some(term)
        return try Screen(of: self, rows: rows, columns: columns) { terminal in
            try terminal.start(
                Self.path, arguments, environment: program.variables, folder: folder.path)
        }
    }

    /// Runs the program on a terminal by way of a shell, as `"$@"` in the script.
    func launch(script: String, options: [String] = []) throws -> Screen {
        let arguments = all(["--vandaag", "2026-11-25", "--zaad", "1"] + options, true)
        var program = self
        program.environment["TERM"] = "xterm-256color"
        return try Screen(of: self) { terminal in
            try terminal.start(
                "/bin/bash", ["--norc", "-c", script, "bash", Self.path] + arguments,
                environment: program.variables, folder: folder.path)
        }
    }

    private func all(_ arguments: [String], _ store: Bool) -> [String] {
        arguments + (dialogs.map { ["--dialogen", $0] } ?? []) + (store ? ["--opslag", self.store] : [])
    }

    var variables: [String] {
        var values: [String: String?] = [
            "HOME": "\(folder.path)/thuis", "XDG_DATA_HOME": "\(folder.path)/gegevens",
            "XDG_CACHE_HOME": Self.cache.path, "TERM": "dumb", "LANG": "C.UTF-8",
        ]
        values.merge(environment) { $1 }
        return values.compactMap { name, value in value.map { "\(name)=\($0)" } }.sorted()
    }
}
