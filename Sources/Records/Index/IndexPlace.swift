import Glibc

/// Where the search index of a store lies.
public enum IndexPlace: Hashable, Sendable {
    /// In the store, one for all desks.
    case inStore
    /// In a folder of this user alone.
    case privateFolder(String)
    /// There is none; every search goes through the files.
    case nowhere

    /// SQLite's locks and shared memory hold on a local disk only.
    ///
    /// - Parameters:
    ///   - caches: Folder of this user for what may be thrown away; nil when there is none.
    ///   - isNetwork: Whether a folder, or what it will lie in, is on another machine.
    public static func suitable(
        forStoreAt store: String, onNetwork isStoreOnNetwork: Bool, caches: String?,
        isOnNetwork: (String) -> Bool = isOnNetwork
    ) -> IndexPlace {
        if !isStoreOnNetwork { return .inStore }
        guard let caches, !isOnNetwork(caches) else { return .nowhere }
        // Hexadecimal, and the same for the same store in every run.
        return .privateFolder("\(caches)/\(String(Fingerprint.of(realPath(store).utf8), radix: 16))")
    }

    /// Whether a folder lies on another machine, or what it will be made in does. Who cannot tell says no.
    public static func isOnNetwork(_ path: String) -> Bool {
        var path = path
        while true {
            do throws(SystemError) {
                return try DiskFileSystem().isOnNetwork(path)
            } catch {
                guard error.number == ENOENT, path != "/", path != "." else { return false }
                let slash = path.lastIndex(of: "/")
                path = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
            }
        }
    }

    /// Without links and dots, as far as it is there.
    static func realPath(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

/// A number for bytes, the same on every machine and in every run (FNV-1a).
enum Fingerprint {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }
}
