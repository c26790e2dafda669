/// Gives the readers whatever libFuzzer makes of a dialog file, and stops where a promise of theirs breaks.
///
/// The first line is the name of the file, the rest what stands in it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return -1 }
    let name = String(decoding: bytes[..<end], as: UTF8.self)
    DialogPromises.check(Array(bytes[(end + 1)...]), as: name)
    return 0
}
