/// Enough of Mermaid's flowcharts to see that each line is a box, an arrow or a frame, and that words cannot be
/// anything else.
struct MermaidGrammar {
    struct Malformed: Error { let line: String }

    private(set) var boxes: [String: String] = [:]
    private(set) var arrows: [(from: String, to: String)] = []

    init(_ text: String) throws {
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        guard lines.count > 2, lines[0].hasPrefix("%% "), lines[1] == "flowchart LR" else {
            throw Malformed(line: String(lines.first ?? ""))
        }
        var depth = 0
        for line in lines.dropFirst(2) {
            if line == "end" {
                depth -= 1
            } else if let frame = line.wholeMatch(of: /subgraph s[0-9_]+\["(.*)"\]/) {
                _ = try Self.words(frame.1)
                depth += 1
            } else if let arrow = line.wholeMatch(of: /(n\d+) (?:-->|--o|-\.->)(?:\|"(.*)"\|)? (n\d+)/) {
                if let label = arrow.2 { _ = try Self.words(label) }
                arrows.append((String(arrow.1), String(arrow.3)))
            } else if let box = line.wholeMatch(of: /(n\d+|leeswijzer)(?:[\[({>\/]+)"(.*)"(?:[\])}\/]+)/) {
                guard boxes.updateValue(try Self.words(box.2), forKey: String(box.1)) == nil else {
                    throw Malformed(line: String(line))
                }
            } else if line.wholeMatch(of: /n\d+/) == nil || depth == 0 {
                throw Malformed(line: String(line))
            }
            guard depth >= 0 else { throw Malformed(line: String(line)) }
        }
        guard depth == 0, arrows.allSatisfy({ boxes[$0.from] != nil && boxes[$0.to] != nil }) else {
            throw Malformed(line: "a frame or an arrow without end")
        }
    }

    /// What a reader sees: breaks are spaces, and a number between `#` and `;` is a letter.
    private static func words(_ label: Substring) throws -> String {
        var words = ""
        var rest = label.replacing("<br/>", with: " ")[...]
        while let letter = rest.first {
            if let code = rest.prefixMatch(of: /#(\d+);/), let number = UInt32(code.1),
                let scalar = Unicode.Scalar(number)
            {
                words.unicodeScalars.append(scalar)
                rest = rest[code.range.upperBound...]
            } else if "\"`<>#;&*_{}[]|\\~$%^=+".contains(letter) {
                throw Malformed(line: String(label))
            } else {
                words.append(letter)
                rest = rest.dropFirst()
            }
        }
        return words.split(separator: " ").joined(separator: " ")
    }
}
