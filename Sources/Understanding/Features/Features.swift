/// What a text has, as numbers: the same list of features for every text.
public struct Features: Sendable {
    /// Places in the list, rising, each with its value.
    public private(set) var places: [Int32] = []
    public private(set) var values: [Float] = []

    mutating func add(_ place: Int, _ value: Float) {
        guard value != 0 else { return }
        places.append(Int32(place))
        values.append(value)
    }
}
