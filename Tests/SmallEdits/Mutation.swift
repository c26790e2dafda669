import DialogFiles
import Foundation
import TestSupport

/// Small edits of dialog files, as a hand can slip.
package struct Mutation {
    package enum Kind: CaseIterable {
        case flip, dropRule, swapRules, dropOption, retarget, term, regime, contact, words, textKey
    }

    package let kind: Kind
    /// What was done, for who reads a miss.
    package let told: String
    package let folder: DialogFolder

    /// - Returns: nil when this folder has nothing to do such a thing to.
    package static func any(
        _ kind: Kind, _ folder: DialogFolder, _ random: inout SeededGenerator
    ) -> Mutation? {
        for _ in 0..<20 {
            if let mutation = make(kind, folder, &random) { return mutation }
        }
        return nil
    }

    /// - Returns: nil when this place is the last, or is already so.
    private static func make(_ kind: Kind, _ folder: DialogFolder, _ random: inout SeededGenerator)
        -> Mutation?
    {
        let places = folder.files.flatMap { file in
            let lines = file.text.components(separatedBy: "\n")
            return lines.indices.compactMap {
                fits(kind, file.name, lines[$0]) ? (file: file, line: $0) : nil
            }
        }
        guard let place = places.randomElement(using: &random) else { return nil }
        var lines = place.file.text.components(separatedBy: "\n")
        let before = lines[place.line]
        switch kind {
        case .dropRule: lines.removeSubrange(block(lines, place.line))
        case .dropOption:
            let next = lines[(place.line + 1)...].firstIndex { !$0.hasPrefix("        ") }
            lines.removeSubrange(place.line..<(next ?? lines.count))
        case .textKey:
            guard let other = places.filter({ $0.line != place.line }).randomElement(using: &random) else {
                return nil
            }
            exchange(&lines, place.line, other.line)
        case .swapRules:
            let first = block(lines, place.line)
            guard first.upperBound < lines.count, lines[first.upperBound].hasPrefix("  - id:") else {
                return nil
            }
            let second = block(lines, first.upperBound)
            lines.replaceSubrange(first.lowerBound..<second.upperBound, with: lines[second] + lines[first])
        default: lines[place.line] = edited(kind, before, folder, &random)
        }
        let text = lines.joined(separator: "\n")
        guard text != place.file.text else { return nil }
        var files = folder.files.map { file in
            file.name == place.file.name ? DialogFolder.File(name: file.name, text: text) : file
        }
        if kind == .words { files = translated(files, before, lines[place.line]) }
        return Mutation(
            kind: kind, told: "\(kind) \(place.file.name):\(place.line + 1) \(before)",
            folder: DialogFolder(path: folder.path, files: files))
    }

    private static func fits(_ kind: Kind, _ file: String, _ line: String) -> Bool {
        let isQuestion = file.hasPrefix("vragen/")
        switch kind {
        case .flip:
            return (isQuestion || ["routes.yaml", "ladders.yaml", "begrippen.yaml"].contains(file))
                && (line.contains(": ja") || line.contains(": nee"))
        case .dropRule, .swapRules: return file == "routes.yaml" && line.hasPrefix("  - id:")
        case .retarget: return file == "routes.yaml" && line.hasPrefix("    kanaal:")
        case .term: return file == "termijnen.yaml" && line.contains("termijn: \"P")
        case .regime: return file == "partners.yaml" && line.contains("regime:")
        case .contact: return file == "partners.yaml" && line.contains("waarde:")
        case .words:
            return file == "teksten/programma.yaml" && line.contains(": '") && line.hasSuffix(".'")
        case .dropOption:
            return isQuestion && (line.hasPrefix("      - {id:") || line.hasPrefix("      - id:"))
        case .textKey:
            return file == "teksten/programma.yaml" && line.hasPrefix("  ") && line.contains(": '")
                && line.hasSuffix("'")
        }
    }

    /// A Dutch text that changes takes its translation along, or the dialogs could not be read.
    private static func translated(
        _ files: [DialogFolder.File], _ before: String, _ after: String
    ) -> [DialogFolder.File] {
        func text(_ line: String) -> String {
            line.components(separatedBy: ": '").dropFirst().joined(separator: ": '")
        }
        return files.map { file in
            guard file.name == "teksten/en.yaml" else { return file }
            let changed = file.text.replacingOccurrences(
                of: "nl: '" + text(before), with: "nl: '" + text(after))
            return DialogFolder.File(name: file.name, text: changed)
        }
    }

    /// Two texts under each other's keys.
    private static func exchange(_ lines: inout [String], _ first: Int, _ second: Int) {
        let (one, other) = (
            lines[first].components(separatedBy: ": '"), lines[second].components(separatedBy: ": '")
        )
        lines[first] = one[0] + ": '" + other.dropFirst().joined(separator: ": '")
        lines[second] = other[0] + ": '" + one.dropFirst().joined(separator: ": '")
    }

    /// From an entry of a list to the next.
    private static func block(_ lines: [String], _ start: Int) -> Range<Int> {
        let next = lines[(start + 1)...].firstIndex { !$0.hasPrefix("    ") && !$0.isEmpty }
        return start..<(next ?? lines.count)
    }

    private static func edited(
        _ kind: Kind, _ line: String, _ folder: DialogFolder, _ random: inout SeededGenerator
    ) -> String {
        switch kind {
        case .flip:
            guard let range = line.range(of: ": ja") else {
                return line.replacingOccurrences(of: ": nee", with: ": ja")
            }
            return line.replacingCharacters(in: range, with: ": nee")
        case .retarget:
            return Bool.random(using: &random) ? "    kanaal: gemeente-klacht" : "    kanaal: gemeente-vraag"
        case .term: return line.replacingOccurrences(of: "\"P", with: "\"P1")
        case .regime: return other(line, "regime:", folder, &random)
        case .contact: return other(line, "waarde:", folder, &random)
        case .words: return line.dropLast(2) + "!'"
        case .dropRule, .swapRules, .dropOption, .textKey: return line
        }
    }

    /// The same key with what stands after it elsewhere.
    private static func other(
        _ line: String, _ key: String, _ folder: DialogFolder, _ random: inout SeededGenerator
    ) -> String {
        let text = folder.files.first { $0.name == "partners.yaml" }?.text ?? ""
        let values = text.components(separatedBy: "\n").compactMap { line -> String? in
            line.range(of: key).map { String(line[$0.upperBound...]) }
        }.filter { !$0.contains("}") && !$0.contains(",") }
        guard let range = line.range(of: key), let value = values.randomElement(using: &random),
            !line.contains("}")
        else { return line }
        return line[..<range.upperBound] + value
    }
}
