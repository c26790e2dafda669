extension Store {
    /// A complaint for somebody who looks at it: a line in the log book first, then the complaint.
    ///
    /// Without that line nothing is shown.
    public func read(_ number: ComplaintNumber, by act: Act) throws(StoreError) -> StoredRecord {
        let stored = try read(number)
        do throws(SystemError) {
            try logbook.add(act, .read, subject: number.description)
        } catch {
            throw StoreError(.noteInLogbook, error)
        }
        return stored
    }

    /// Names of complainants come on a screen: notes who looked for them. What was looked for may be a name itself, so
    /// it stands nowhere.
    public func noteSearch(by act: Act) throws(StoreError) {
        do throws(SystemError) {
            try logbook.add(act, .searched)
        } catch {
            throw StoreError(.noteInLogbook, error)
        }
    }
}
