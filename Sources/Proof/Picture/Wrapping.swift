/// Breaks text into lines for a box.
enum Wrapping {
    /// - Returns: Lines of at most `width` letters; a longer word gets a line of its own and is not broken.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: { $0.isWhitespace }) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
