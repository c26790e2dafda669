/// What the decoder promises for any bytes.
enum DecoderPromises {
    /// - Precondition: They hold; otherwise this stops the program and names the one that broke.
    static func check(_ bytes: ArraySlice<UInt8>, pieces: Int) {
        let whole = keys(of: bytes)
        for key in whole { checkSafe(key) }
        var decoder = KeyDecoder()
        var kept: [Key] = []
        for byte in bytes { decoder.take(byte) { kept.append($0) } }
        decoder.flush { kept.append($0) }
        precondition(kept == whole, "the same bytes are the same keys")
        precondition(decoder.isAtRest || bytes.last == 0x0D, "after a pause every byte stands alone")

        // Afterwards the keyboard works, whatever came before.
        var after: [Key] = []
        decoder.take(UInt8(ascii: "a")) { after.append($0) }
        precondition(after == [.character("a")], "a letter after a pause is that letter")
        checkBursts(bytes, pieces: pieces)
    }

    private static func keys(of bytes: ArraySlice<UInt8>) -> [Key] {
        var decoder = KeyDecoder()
        var keys: [Key] = []
        for byte in bytes { decoder.take(byte) { keys.append($0) } }
        decoder.flush { keys.append($0) }
        precondition(keys.count <= bytes.count + 2, "no key comes from nothing")
        return keys
    }

    /// Nothing that could steer a terminal comes through.
    private static func checkSafe(_ key: Key) {
        switch key {
        case .character(let scalar):
            precondition(Sanitizing.isSafe(scalar) && scalar != "\n", "a character is safe to show")
        case .paste(let paste):
            precondition(paste.text.count <= Paste.limit, "a paste has an end")
            precondition(paste.text.allSatisfy(Sanitizing.isSafe), "a paste is safe to show")
        default: break
        }
    }

    /// However the bytes are cut, no character is lost or made up between the decoder and the editor.
    private static func checkBursts(_ bytes: ArraySlice<UInt8>, pieces: Int) {
        var decoder = KeyDecoder()
        var burst = Burst()
        var given: [Unicode.Scalar] = []
        var taken: [Unicode.Scalar] = []
        let size = max(1, bytes.count / pieces)
        var rest = bytes
        while !rest.isEmpty {
            let piece = rest.prefix(size)
            rest = rest.dropFirst(size)
            var keys: [Key] = []
            for byte in piece { decoder.take(byte) { keys.append($0) } }
            given += keys.flatMap(letters)
            taken += burst.take(keys, bytes: piece.count).flatMap(letters)
        }
        if burst.isHolding { taken += burst.finish().flatMap(letters) }
        precondition(!burst.isHolding, "nothing stays behind")
        let cut = given.count >= Paste.limit
        precondition(cut || given.sorted() == taken.sorted(), "no letter is lost or made up")
    }

    private static func letters(_ key: Key) -> [Unicode.Scalar] {
        switch key {
        case .character(let scalar): scalar == " " ? [] : [scalar]
        case .paste(let paste): paste.text.filter { $0 != "\n" && $0 != " " }
        default: []
        }
    }
}
