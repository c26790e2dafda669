public import DialogEngine

/// What stands in a store tells how late it was when somebody last worked there.
extension Store {
    /// Whether the clock of this computer may be believed when something is to be erased because of its age.
    ///
    /// A clock that runs years ahead would make everything old. So somebody must have worked here, on two different days,
    /// not long before.
    ///
    /// - Parameter days: On which something was done that the log book does not tell of.
    public func isBelievable(_ today: Day, besides days: [Day] = []) throws(StoreError) -> Bool {
        guard let day = try lastDayOfWork(besides: days) else { return true }
        return today <= day.adding(days: Self.longestPause)
    }

    /// The last day but one on which somebody worked here, for one day may be that of a wrong clock; the only one when
    /// there is one; nil when there is none.
    public func lastDayOfWork(besides days: [Day] = []) throws(StoreError) -> Day? {
        do throws(SystemError) {
            let known = Set(try logbook.lastDays() + days).sorted(by: >)
            return known.count > 1 ? known[1] : known.first
        } catch {
            throw StoreError(.scan, error)
        }
    }

    /// In days: of a summer, and of a desk that is there for a market.
    private static let longestPause = 45
}
