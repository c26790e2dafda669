import CEditLine

/// Where things stand between the prompt mark and the cursor, counted as libedit draws them.
struct EditArea {
    struct Place: Hashable {
        var row = 0
        var column = 0
        /// Every character so far takes one column.
        var isEven = true
    }

    let columns: Int
    let rows: Int

    init(columns: Int, rows: Int = .max) { (self.columns, self.rows) = (max(columns, 2), rows) }

    /// Whether libedit 3.1 finds its way in a text that ends here without drawing it anew. Over wide characters, and in
    /// a text with more rows than the screen, it takes the cursor to be where it is not, and in the end writes outside
    /// its memory.
    func isSure(_ end: Place) -> Bool { end.isEven && end.row < rows - 1 }

    /// The place behind these characters, from the beginning of the area or from another place on.
    func place(behind scalars: some Sequence<Unicode.Scalar>, from start: Place = Place()) -> Place {
        var place = start
        for scalar in scalars { advance(&place, over: scalar) }
        return place
    }

    private func advance(_ place: inout Place, over scalar: Unicode.Scalar) {
        if scalar == "\n" { return newRow(&place) }
        let width = Self.width(of: scalar)
        guard width <= 2 else { return advance(&place, overSigns: width) }
        // A wide character does not fit in the last column.
        if place.column + width > columns { newRow(&place) }
        place.column += width
        if place.column >= columns { newRow(&place) }
        if width != 1 { place.isEven = false }
    }

    /// What the system does not know is written out, and may break anywhere.
    private func advance(_ place: inout Place, overSigns count: Int) {
        place.isEven = false
        for _ in 0..<count {
            place.column += 1
            if place.column >= columns { newRow(&place) }
        }
    }

    private func newRow(_ place: inout Place) { (place.row, place.column) = (place.row + 1, 0) }

    /// Whatever LANG says: without it every other letter has no width.
    private static let countsUTF8 = cel_use_utf8()

    /// Whether the system knows how wide it is; a new line has no width.
    static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
        _ = countsUTF8
        return scalar != "\n" && cel_width(scalar.value) >= 0
    }

    /// Columns as the system counts them, which is what libedit does.
    static func width(of scalar: Unicode.Scalar) -> Int {
        if (0x20..<0x7F).contains(scalar.value) { return 1 }
        _ = countsUTF8
        let width = Int(cel_width(scalar.value))
        if width >= 0 { return width }
        // Shown as \U+1FAE8.
        return scalar.value > 0xFFFF ? 8 : 7
    }
}
