/// What a text has, as numbers: the same list of features for every text.
public struct Features: Sendable {
    /// Places in the list, rising, each with its value.
    public private(set) var places: [Int32] = []
    public private(set) var values: [Float] = []

    /// Those before a place.
    func before(_ end: Int) -> Features {
        let count = places.firstIndex { $0 >= end } ?? places.count
        var features = Features()
        (features.places, features.values) = (Array(places[..<count]), Array(values[..<count]))
        return features
    }

    mutating func add(_ place: Int, _ value: Float) {
        guard value != 0 else { return }
        places.append(Int32(place))
        values.append(value)
    }
}
