/// Gives the readers of a store whatever libFuzzer makes up, and stops where a promise of them breaks.
///
/// The first byte says what the rest is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    ReaderPromises.check(bytes.first ?? 0, Array(bytes.dropFirst()))
    return 0
}
