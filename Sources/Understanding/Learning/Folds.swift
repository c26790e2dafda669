/// Divides examples so that each is left out once.
struct Folds {
    /// Per fold: the places that are learned from, and those that are not.
    let splits: [(seen: [Int], unseen: [Int])]

    init(count: Int, folds: Int, seed: UInt64) {
        var shuffle = Shuffle(seed: seed)
        let order = shuffle.shuffled(count)
        splits = (0..<folds).map { fold in
            let unseen = order.indices.filter { $0 % folds == fold }.map { order[$0] }.sorted()
            let seen = order.indices.filter { $0 % folds != fold }.map { order[$0] }.sorted()
            return (seen, unseen)
        }
    }
}
