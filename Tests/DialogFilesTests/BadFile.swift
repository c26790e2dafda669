import Glibc
import TestSupport
import Testing

@testable import DialogFiles

/// A broken dialog per diagnostic.
struct BadFile: CustomTestStringConvertible, Sendable {
    let broken: BrokenCase

    var testDescription: String { broken.code }

    static let all: [BadFile] = BrokenCase.all(in: "BadFiles").map(BadFile.init)

    /// All that is told of the broken folder, in the order of the files.
    func told() -> String {
        let folder = CaseFiles.edited([(broken.file, broken.find, broken.replacement)])
        var found: [Diagnostic]
        do {
            let checked = try HandbookReading.check(folder)
            found = checked.warnings.diagnostics
            do {
                _ = try CaseReading.read(folder, checked.handbook)
            } catch {
                found += error.diagnostics
            }
        } catch {
            found = error.diagnostics
        }
        return found.filter { $0.code.rawValue == broken.code }
            .map { $0.rendered(line: folder.line($0.place)) }.joined(separator: "\n")
    }
}

/// The real dialogs and the cases beside the tests.
enum CaseFiles {
    private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    static var isUpdating: Bool { getenv("UPDATE_CASES") != nil }

    static let haarlem: DialogFolder = {
        do {
            let folder = try DialogFolder(reading: root + "/Dialogs/haarlem")
            return DialogFolder(path: "Dialogs/haarlem", files: folder.files)
        } catch {
            preconditionFailure("the dialogs of the project can be read: \(error)")
        }
    }()

    /// The dialogs with edits; `*` stands for the whole file, and an empty replacement of it takes the file away.
    static func edited(_ edits: [(file: String, find: String, replacement: String)]) -> DialogFolder {
        var files = haarlem.files
        for edit in edits {
            guard let index = files.firstIndex(where: { $0.name == edit.file }) else {
                preconditionFailure("there is no \(edit.file)")
            }
            if edit.find == "*" {
                if edit.replacement.isEmpty {
                    files.remove(at: index)
                } else {
                    files[index] = DialogFolder.File(name: edit.file, text: edit.replacement)
                }
                continue
            }
            let text = files[index].text
            guard let range = text.firstRange(of: edit.find) else {
                preconditionFailure("\(edit.file) no longer has: \(edit.find)")
            }
            let edited = text.replacingCharacters(range, edit.replacement)
            // U+FFFD stands for a byte that is no text.
            let bytes = edited.unicodeScalars.flatMap { scalar -> [UInt8] in
                scalar == "\u{FFFD}" ? [0xFF] : Array(String(scalar).utf8)
            }
            files[index] = DialogFolder.File(name: edit.file, bytes: bytes)
        }
        return DialogFolder(path: haarlem.path, files: files)
    }

    static func mistakes(_ folder: DialogFolder) -> [Diagnostic] {
        do {
            _ = try HandbookReading.check(folder)
            return []
        } catch {
            return error.diagnostics
        }
    }

    static func text(_ name: String) -> String {
        guard let file = fopen("\(root)/Tests/Cases/\(name)", "r") else {
            preconditionFailure("no case \(name)")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<String.Index>, _ other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}
