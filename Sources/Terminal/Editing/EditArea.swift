import CEditLine

/// Where things stand between the prompt mark and the cursor, counted as libedit draws them.
struct EditArea {
    struct Place: Hashable {
        var row = 0
        var column = 0
    }

    let columns: Int

    init(columns: Int) { self.columns = max(columns, 2) }

    /// The place behind these characters, from the beginning of the area or from another place on.
    func place(behind scalars: some Sequence<Unicode.Scalar>, from start: Place = Place()) -> Place {
        var place = start
        for scalar in scalars { advance(&place, over: scalar) }
        return place
    }

    private func advance(_ place: inout Place, over scalar: Unicode.Scalar) {
        if scalar == "\n" {
            place = Place(row: place.row + 1, column: 0)
            return
        }
        let width = Self.width(of: scalar)
        // A wide character does not fit in the last column.
        if place.column + width > columns { place = Place(row: place.row + 1, column: 0) }
        place.column += width
        if place.column >= columns { place = Place(row: place.row + 1, column: 0) }
    }

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
