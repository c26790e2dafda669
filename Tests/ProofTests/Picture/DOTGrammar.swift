/// Enough of Graphviz's grammar to see that a text is one graph, with these boxes and arrows and no others.
struct DOTGrammar {
    struct Malformed: Error { let what: String }

    private(set) var nodes: [String: String] = [:]
    private(set) var declared: [String] = []
    private(set) var arrows: [(from: String, to: String)] = []
    private var tokens: [Token] = []
    private var position = 0

    private enum Token: Equatable {
        case word(String)
        case quoted(String)
        /// The text of a label, its marks taken out.
        case label(String)
        case mark(String)
    }

    init(_ text: String) throws {
        tokens = try Self.tokens(Array(text.unicodeScalars))
        try expect(.word("digraph"))
        _ = try name()
        try block()
        guard position == tokens.count else { throw Malformed(what: "something after the graph") }
    }

    private mutating func block() throws {
        try expect(.mark("{"))
        while !take(.mark("}")) { try statement() }
    }

    private mutating func statement() throws {
        if take(.word("subgraph")) {
            _ = try name()
            return try block()
        }
        if peek == .mark("{") { return try block() }
        if case .word = peek {
            position += 1
            if take(.mark("=")) { _ = try value() } else { _ = try attributes() }
            return try expect(.mark(";"))
        }
        let first = try name()
        port()
        if take(.mark("->")) {
            arrows.append((first, try name()))
            port()
            _ = try attributes()
        } else if peek == .mark("[") {
            declared.append(first)
            nodes[first] = try attributes()["label"] ?? ""
        }
        try expect(.mark(";"))
    }

    private mutating func attributes() throws -> [String: String] {
        var found: [String: String] = [:]
        try expect(.mark("["))
        while !take(.mark("]")) {
            guard case .word(let key) = peek else { throw Malformed(what: "no attribute at \(position)") }
            position += 1
            try expect(.mark("="))
            found[key] = try value()
            _ = take(.mark(","))
        }
        return found
    }

    private mutating func value() throws -> String {
        defer { position += 1 }
        switch peek {
        case .word(let text), .quoted(let text), .label(let text): return text
        case .mark, nil: throw Malformed(what: "no value at \(position)")
        }
    }

    private mutating func name() throws -> String {
        guard case .quoted(let name) = peek else { throw Malformed(what: "no name at \(position)") }
        position += 1
        return name
    }

    private mutating func port() { if take(.mark(":")) { position += 1 } }
    private var peek: Token? { position < tokens.count ? tokens[position] : nil }

    private mutating func take(_ token: Token) -> Bool {
        guard peek == token else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ token: Token) throws {
        guard take(token) else { throw Malformed(what: "\(token) expected at \(position)") }
    }

    // MARK: Tokens

    private static func tokens(_ text: [Unicode.Scalar]) throws -> [Token] {
        var tokens: [Token] = []
        var here = 0
        func string(_ range: Range<Int>) -> String {
            var result = String.UnicodeScalarView()
            result.append(contentsOf: text[range])
            return String(result)
        }
        while here < text.count {
            let start = here
            switch text[here] {
            case " ", "\n": here += 1
            case "/":
                while text[here] != "\n" { here += 1 }
            case "\"":
                here += 1
                while here < text.count, text[here] != "\"" { here += text[here] == "\\" ? 2 : 1 }
                guard here < text.count else { throw Malformed(what: "a quote that does not end") }
                tokens.append(.quoted(unescaped(string(start + 1..<here))))
                here += 1
            case "<":
                var depth = 0
                repeat {
                    if text[here] == "<" { depth += 1 } else if text[here] == ">" { depth -= 1 }
                    here += 1
                } while depth > 0 && here < text.count
                guard depth == 0 else { throw Malformed(what: "a label that does not end") }
                tokens.append(.label(try words(string(start + 1..<here - 1))))
            case "-" where text[here + 1] == ">":
                tokens.append(.mark("->"))
                here += 2
            case "{", "}", "[", "]", "=", ";", ",", ":":
                tokens.append(.mark(String(text[here])))
                here += 1
            default:
                while text[here].properties.isAlphabetic || ("-"..."9").contains(text[here]) { here += 1 }
                guard here > start else { throw Malformed(what: "'\(text[here])' means nothing") }
                tokens.append(.word(string(start..<here)))
            }
        }
        return tokens
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
    }

    /// The words of a label: marks must be ones that Graphviz knows, and close.
    private static func words(_ label: String) throws -> String {
        var open: [String] = []
        var words = ""
        for (index, piece) in label.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
            guard index > 0 else {
                words += piece
                continue
            }
            let parts = piece.split(separator: ">", omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw Malformed(what: "a loose mark in \(label)") }
            switch parts[0] {
            case "BR/", "BR ALIGN=\"LEFT\"/": words += " "
            case "B", "FONT POINT-SIZE=\"11\"": open.append(String(parts[0].prefix { $0.isLetter }))
            case "/B", "/FONT":
                guard open.popLast() == String(parts[0].dropFirst()) else {
                    throw Malformed(what: "\(parts[0]) closes nothing")
                }
            default: throw Malformed(what: "<\(parts[0])> is no mark")
            }
            words += parts[1]
        }
        guard open.isEmpty else { throw Malformed(what: "\(open) stays open") }
        return words.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&").split(separator: " ").joined(separator: " ")
    }
}
