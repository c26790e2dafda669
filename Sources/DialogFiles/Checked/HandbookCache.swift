import Rules

/// Reads a handbook by its checked form where there is one, so that the first question comes at once.
public enum HandbookCache {
    /// - Parameter cacheFolder: Where checked forms stand; made when it is not there. nil or empty for none at all.
    /// - Returns: What `HandbookReading.read` gives, whatever the cache holds: a form that is stale, damaged or
    ///   not there is made anew, and one that cannot be kept is done without.
    public static func load(folder: DialogFolder, cacheFolder: String?) throws(HandbookReading.Invalid)
        -> Handbook
    {
        guard let cacheFolder, !cacheFolder.isEmpty else { return try HandbookReading.read(folder) }
        let hash = folder.contentHash
        let file = CacheFile(folder: cacheFolder, mark: DialogFolder.written(hash))
        if let bytes = file.read(), let handbook = CheckedForm.decode(bytes, sourceHash: hash) {
            return handbook
        }
        let handbook = try HandbookReading.read(folder)
        if file.write(CheckedForm.encode(handbook, sourceHash: hash)) { file.removeOlder() }
        FreeMemory.giveBack()
        return handbook
    }
}
