import CVTerm
import Foundation

/// What a terminal would show of the bytes it gets, drawn by libvterm.
///
/// libvterm 0.1 does not tell which rows are one wrapped line, and does not wrap anew when it is resized.
final class Emulator {
    private let vt: OpaquePointer
    private let screen: OpaquePointer
    private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
    private var size: (rows: Int32, columns: Int32)
    /// Rows that went off the top, oldest first.
    private(set) var scrolled: [String] = []
    private(set) var isCursorVisible = true

    init(rows: Int, columns: Int) {
        size = (Int32(rows), Int32(columns))
        guard let vt = vterm_new(size.rows, size.columns), let screen = vterm_obtain_screen(vt) else {
            preconditionFailure("libvterm has memory for a screen")
        }
        (self.vt, self.screen) = (vt, screen)
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: VTermScreenCallbacks())
        vterm_set_utf8(vt, 1)
        callbacks.pointee.sb_pushline = { count, cells, emulator in
            guard let cells, let emulator else { return 0 }
            let row = Emulator.text(of: UnsafeBufferPointer(start: cells, count: Int(count)))
            Unmanaged<Emulator>.fromOpaque(emulator).takeUnretainedValue().scrolled.append(row)
            return 1
        }
        callbacks.pointee.settermprop = { property, value, emulator in
            guard property == VTERM_PROP_CURSORVISIBLE, let value, let emulator else { return 1 }
            Unmanaged<Emulator>.fromOpaque(emulator).takeUnretainedValue().isCursorVisible =
                value.pointee.boolean != 0
            return 1
        }
        vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
        vterm_screen_reset(screen, 1)
    }

    deinit {
        vterm_free(vt)
        callbacks.deallocate()
    }

    func take(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { raw in
            _ = vterm_input_write(vt, raw.bindMemory(to: CChar.self).baseAddress, raw.count)
        }
    }

    func resize(rows: Int, columns: Int) {
        size = (Int32(rows), Int32(columns))
        vterm_set_size(vt, size.rows, size.columns)
    }

    /// The rows of the screen, without spaces at their ends.
    var rows: [String] { (0..<size.rows).map { Self.text(of: cells(in: $0)) } }

    /// Counted from the top of the screen and from its left side.
    var cursor: (row: Int, column: Int) {
        var place = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(vt), &place)
        return (Int(place.row), Int(place.col))
    }

    private func cells(in row: Int32) -> [VTermScreenCell] {
        (0..<size.columns).map { column in
            var cell = VTermScreenCell()
            vterm_screen_get_cell(screen, VTermPos(row: row, col: column), &cell)
            return cell
        }
    }

    private static func text(of cells: some Sequence<VTermScreenCell>) -> String {
        var text = String.UnicodeScalarView()
        var covered = 0
        for cell in cells {
            // The second half of a wide character.
            if covered > 0 {
                covered -= 1
                continue
            }
            covered = max(0, Int(cell.width) - 1)
            withUnsafeBytes(of: cell.chars) { bytes in
                let scalars = bytes.bindMemory(to: UInt32.self).prefix { $0 != 0 }
                text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
                if scalars.isEmpty { text.append(" ") }
            }
        }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
