import Glibc

/// Memory that was used and let go.
enum FreeMemory {
    private typealias Trim = @convention(c) (Int) -> Int32

    /// Gives it back to the system: reading YAML takes megabytes for a moment, which would count for the whole talk.
    static func giveBack() {
        // Swift's module of the C library leaves `malloc.h` out.
        guard let trim = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(trim, to: Trim.self)(0)
    }
}
