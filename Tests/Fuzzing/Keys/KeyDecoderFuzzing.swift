/// Gives the decoder whatever libFuzzer makes up, and stops where a promise of it breaks.
///
/// The first byte says how the rest is cut into pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    DecoderPromises.check(bytes.dropFirst(), pieces: Int(bytes.first ?? 1) % 16 + 1)
    return 0
}
