extension ComplaintNumber {
    /// A number in its one written form, known to be good and not taken apart: for who goes through very many.
    struct Written: Hashable, Sendable {
        let text: String

        init(_ number: ComplaintNumber) { text = number.description }

        /// - Returns: nil when `ComplaintNumber` would refuse it.
        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            guard Self.isGood(bytes) else { return nil }
            text = String(decoding: bytes, as: UTF8.self)
        }

        init?(_ text: String) {
            var text = text
            guard text.withUTF8({ Self.isGood($0) }) else { return nil }
            self.text = text
        }

        private static func isGood(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            // A23-4567-8901-2, with one to three letters.
            let letters = bytes.count - 14
            guard (1...3).contains(letters) else { return false }
            var sum: UInt8 = 0
            for index in 0..<(bytes.count - 1) {
                let byte = bytes[index]
                let place = index - letters
                if place == 2 || place == 7 || place == 12 {
                    guard byte == UInt8(ascii: "-") else { return false }
                    continue
                }
                guard let value = value(byte), place >= 0 || byte > UInt8(ascii: "9"),
                    !(0...1).contains(place) || byte <= UInt8(ascii: "9")
                else { return false }
                sum = SymbolAlphabet.adding(value, to: sum)
            }
            return value(bytes[bytes.count - 1]) == SymbolAlphabet.check(sum: sum)
        }

        private static func value(_ byte: UInt8) -> UInt8? {
            let value = byte < 128 ? values[Int(byte)] : none
            return value == none ? nil : value
        }

        private static let none: UInt8 = 0xFF

        private static let values: [UInt8] = (0..<128).map {
            SymbolAlphabet.value(of: Character(Unicode.Scalar(UInt8($0)))) ?? none
        }
    }
}
