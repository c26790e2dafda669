/// A version of a draft by its place in a store: `concepten/<desk>/<id>.<version>.json`.
struct DraftPlace {
    let desk: DeskID
    let id: DraftID
    /// Of the file.
    let name: String

    /// nil for the path of anything else.
    init?(_ path: String) {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count == 3, parts[0] == StoreLayout.drafts, let desk = DeskID(parts[1]),
            let id = VersionedName(parts[2]).flatMap({ DraftID($0.id) })
        else { return nil }
        self.desk = desk
        self.id = id
        name = parts[2]
    }
}
