import Glibc

/// Memory that was used and let go.
public enum FreeMemory {
    // Swift's module of the C library leaves out the headers of both.
    private typealias Trim = @convention(c) (Int) -> Int32
    private typealias StartValue = @convention(c) (UInt) -> UInt

    /// Gives back to the system what reading YAML took: megabytes for a moment, which would count for the whole talk.
    public static func giveBack() {
        giveBackCode()
        guard let trim = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(trim, to: Trim.self)(0)
    }

    /// The code that read it too: a talk does not come back to it, and what it does need is fetched again from the
    /// file, which the system still has.
    private static func giveBackCode() {
        guard let function = dlsym(nil, "getauxval") else { return }
        let startValue = unsafeBitCast(function, to: StartValue.self)
        let address = startValue(UInt(AT_PHDR))
        guard let first = UnsafePointer<Elf64_Phdr>(bitPattern: address) else { return }
        let parts = UnsafeBufferPointer(start: first, count: Int(startValue(UInt(AT_PHNUM))))
        guard let headers = parts.first(where: { $0.p_type == PT_PHDR }) else { return }
        // Only what nothing can have written in.
        for part in parts where part.p_type == PT_LOAD && part.p_flags & UInt32(PF_W) == 0 {
            let page = UInt(getpagesize())
            let start = (address - UInt(headers.p_vaddr) + UInt(part.p_vaddr)) & ~(page - 1)
            madvise(UnsafeMutableRawPointer(bitPattern: start), Int(part.p_memsz), MADV_DONTNEED)
        }
    }
}
