/// Turns the bytes of a terminal into keys.
///
/// It stands before the line editor, so that no byte reaches that which is not a character or one of our keys:
/// what follows an Escape is read here to its end, whatever it is.
struct KeyDecoder {
    private enum State {
        case ground, escape
        /// `ESC [`, then parameters.
        case sequence([UInt8])
        /// `ESC O`, then one letter.
        case single
        /// `ESC ]` and others: text until BEL or `ESC \`.
        case report(length: Int, sawEscape: Bool)
        /// Bytes that only end what came before: three of an old mouse.
        case mouse(left: Int)
    }

    private var state = State.ground
    private var scalars = ScalarDecoder()
    private var paste: PasteDecoder?
    /// The line feed behind a return is no second Enter.
    private var lastWasReturn = false

    /// No byte before has to do with the next one.
    var isAtRest: Bool { !isPending && !lastWasReturn }

    /// Waits for more bytes; `flush` when none come.
    var isPending: Bool {
        if case .ground = state { paste != nil || scalars.isPending } else { true }
    }

    /// Inside a bracketed paste, which may take its time.
    var isPasting: Bool { paste != nil }

    mutating func take(_ byte: UInt8, _ emit: (Key) -> Void) {
        if paste != nil {
            guard let done = paste?.take(byte) else { return }
            paste = nil
            return emit(.paste(done))
        }
        switch state {
        case .ground: takeOnGround(byte, emit)
        case .escape: takeAfterEscape(byte, emit)
        case .sequence(let parameters): takeInSequence(byte, parameters, emit)
        case .single:
            state = .ground
            emit(Self.key(endingIn: byte, []))
        case .report(let length, let sawEscape): takeInReport(byte, length, sawEscape)
        case .mouse(let left): state = left > 1 ? .mouse(left: left - 1) : .ground
        }
    }

    /// No byte came for a while: a lone Escape is one, half a character is U+FFFD, a paste without end is done.
    mutating func flush(_ emit: (Key) -> Void) {
        if var paste {
            self.paste = nil
            emit(.paste(paste.finish()))
        }
        scalars.flush { emit(.character($0)) }
        state = .ground
    }

    // MARK: States

    private mutating func takeOnGround(_ byte: UInt8, _ emit: (Key) -> Void) {
        if byte >= 0x20, byte != 0x7F {
            lastWasReturn = false
            return scalars.take(byte) { emit(.character(Safe.character($0))) }
        }
        scalars.flush { emit(.character($0)) }
        defer { lastWasReturn = byte == 0x0D }
        if byte == 0x0A, lastWasReturn { return }
        if byte == 0x1B { state = .escape } else { emit(Self.key(control: byte)) }
    }

    private mutating func takeAfterEscape(_ byte: UInt8, _ emit: (Key) -> Void) {
        state = .ground
        switch byte {
        case UInt8(ascii: "["): state = .sequence([])
        case UInt8(ascii: "O"): state = .single
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            state = .report(length: 0, sawEscape: false)
        case 0x1B: state = .escape
        case UInt8(ascii: "b"): emit(.wordLeft)
        case UInt8(ascii: "f"): emit(.wordRight)
        case UInt8(ascii: "d"): emit(.killWordRight)
        case 0x08, 0x7F: emit(.killWordLeft)
        case 0x0A, 0x0D: emit(.newline)
        case 0x00..<0x20, 0x80...: takeOnGround(byte, emit)
        // Alt and a letter: nothing, above all not the commands of a line editor.
        default: emit(.ignored)
        }
    }

    private mutating func takeInSequence(_ byte: UInt8, _ parameters: [UInt8], _ emit: (Key) -> Void) {
        switch byte {
        case 0x20..<0x40:
            // Longer than any key: only its end matters.
            state = .sequence(parameters.count < 32 ? parameters + [byte] : parameters)
        case 0x1B: state = .escape
        case 0x00..<0x20, 0x7F...:
            state = .ground
            takeOnGround(byte, emit)
        case UInt8(ascii: "M") where parameters.isEmpty: state = .mouse(left: 3)
        // The function keys of the Linux console: one more byte.
        case UInt8(ascii: "[") where parameters.isEmpty: state = .mouse(left: 1)
        case UInt8(ascii: "~") where parameters == Array("200".utf8):
            state = .ground
            paste = PasteDecoder()
        default:
            state = .ground
            emit(Self.key(endingIn: byte, parameters))
        }
    }

    private mutating func takeInReport(_ byte: UInt8, _ length: Int, _ sawEscape: Bool) {
        let isDone = byte == 0x07 || sawEscape && byte == UInt8(ascii: "\\") || length > 4096
        state = isDone ? .ground : .report(length: length + 1, sawEscape: byte == 0x1B)
    }

    // MARK: Keys

    private static func key(control byte: UInt8) -> Key {
        switch byte {
        case 1: .home
        case 2: .left
        case 3: .interrupt
        case 4: .endOfInput
        case 5: .end
        case 6: .right
        case 8, 0x7F: .backspace
        case 9: .tab
        case 10, 13: .enter
        case 11: .killToEnd
        case 14: .down
        case 16: .up
        case 21: .killLine
        case 23: .killWordLeft
        case 25: .yank
        case 26: .suspend
        default: .ignored
        }
    }

    /// The key of a sequence, from its last byte, its first number and the modifier behind that.
    private static func key(endingIn byte: UInt8, _ parameters: [UInt8]) -> Key {
        // `<`, `=`, `>` and `?` begin what a terminal says of itself.
        if let first = parameters.first, first >= 0x3C { return .ignored }
        let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            Int(String(decoding: $0, as: UTF8.self)) ?? 1
        }
        // Shift is 2, Alt 3, Ctrl 5, and sums of them less one.
        let isByWord = numbers.count > 1 && numbers[1] >= 3
        switch byte {
        case UInt8(ascii: "A"): return .up
        case UInt8(ascii: "B"): return .down
        case UInt8(ascii: "C"): return isByWord ? .wordRight : .right
        case UInt8(ascii: "D"): return isByWord ? .wordLeft : .left
        case UInt8(ascii: "H"): return .home
        case UInt8(ascii: "F"): return .end
        case UInt8(ascii: "M"): return .enter  // of the keypad
        case UInt8(ascii: "u") where numbers.first == 13: return numbers.count > 1 ? .newline : .enter
        case UInt8(ascii: "~"):
            switch numbers.first {
            case 1, 7: return .home
            case 4, 8: return .end
            case 3: return isByWord ? .killWordRight : .delete
            case 27 where numbers.last == 13: return .newline
            default: return .ignored
            }
        default: return .ignored
        }
    }
}

/// Reads a bracketed paste up to its end marker; an Escape within it is only text.
private struct PasteDecoder {
    private static let end = Array("\u{1B}[201~".utf8)

    private var paste = Paste()
    private var scalars = ScalarDecoder()
    private var matched = 0
    private var lastWasReturn = false

    /// - Returns: The paste, with its last byte.
    mutating func take(_ byte: UInt8) -> Paste? {
        if byte == Self.end[matched] {
            matched += 1
            return matched == Self.end.count ? finish() : nil
        }
        for held in Self.end[..<matched] { add(held) }
        matched = 0
        if byte == Self.end[0] { matched = 1 } else { add(byte) }
        return nil
    }

    mutating func finish() -> Paste {
        if matched < Self.end.count { for held in Self.end[..<matched] { add(held) } }
        matched = 0
        scalars.flush { paste.append($0) }
        return paste
    }

    private mutating func add(_ byte: UInt8) {
        scalars.take(byte) { scalar in
            switch scalar {
            case "\n" where lastWasReturn: break
            case "\n", "\r": paste.append("\n")
            case "\t": paste.append(" ")
            default: paste.append(Safe.character(scalar))
            }
            lastWasReturn = scalar == "\r"
        }
    }
}

private enum Safe {
    /// The character itself, or U+FFFD for one that could steer a terminal or hide from the eye.
    static func character(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Sanitizing.isSafe(scalar) && scalar != "\n" ? scalar : "\u{FFFD}"
    }
}
