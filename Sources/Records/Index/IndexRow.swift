import DialogEngine
import GRDB

/// What stands in the index cannot stand there: it is damaged.
struct IndexDamage: Error {}

/// Reading without trust: a damaged file may hold anything at any place.
extension Row {
    func integer(_ column: Int, in range: ClosedRange<Int> = .min ... .max) throws(IndexDamage) -> Int {
        guard case .int64(let value) = (self[column] as DatabaseValue).storage, range.contains(Int(value))
        else {
            throw IndexDamage()
        }
        return Int(value)
    }

    func text(_ column: Int) throws(IndexDamage) -> String {
        guard case .string(let text) = (self[column] as DatabaseValue).storage else { throw IndexDamage() }
        return text
    }

    func day(_ column: Int) throws(IndexDamage) -> Day {
        Day(ordinal: try integer(column, in: IndexTables.days))
    }

    func place(_ column: Int) throws(IndexDamage) -> Int {
        try integer(column, in: IndexTables.days.lowerBound << 36...IndexTables.days.upperBound << 36)
    }
}

extension Error {
    /// Another try would go wrong in the same way: the index must be made anew.
    var isDamageOfIndex: Bool {
        switch self {
        case let error as DatabaseError: error.isDamage
        case is IndexDamage, is RowDecodingError: true
        default: false
        }
    }
}
