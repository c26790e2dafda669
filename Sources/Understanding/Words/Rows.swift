/// Many short lists in one array: thousands of arrays of one element would take more than what is in them.
struct Rows<Element: Sendable>: Sendable {
    /// All elements, row after row.
    private(set) var elements: [Element] = []
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    mutating func add(_ row: some Collection<Element>) {
        elements += row
        ends.append(UInt32(elements.count))
    }

    /// Room for so many elements, for who knows how many will come.
    mutating func reserve(_ count: Int) { elements.reserveCapacity(count) }

    /// Where the elements of a row stand.
    func places(of row: Int) -> Range<Int> { (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]) }

    subscript(row: Int) -> ArraySlice<Element> { elements[places(of: row)] }
}
