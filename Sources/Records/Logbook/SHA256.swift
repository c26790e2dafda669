import CSodium

/// The SHA-256 of some bytes (FIPS 180-4), by libsodium.
enum SHA256 {
    /// 64 small hexadecimal digits.
    static func hex(_ bytes: some Collection<UInt8>) -> String {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        let isDone = bytes.withContiguousStorageIfAvailable { buffer in
            crypto_hash_sha256(&digest, buffer.baseAddress, UInt64(buffer.count))
        }
        if isDone == nil {
            let copy = Array(bytes)
            crypto_hash_sha256(&digest, copy, UInt64(copy.count))
        }
        return digest.hex
    }
}

extension [UInt8] {
    fileprivate var hex: String {
        let digits = [UInt8]("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
