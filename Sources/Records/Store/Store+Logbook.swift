extension Store {
    /// A complaint for somebody who looks at it: a line in the log book first, then the complaint.
    ///
    /// Without that line nothing is shown.
    public func read(_ number: ComplaintNumber, by act: Act) throws(StoreError) -> StoredRecord {
        let stored: StoredRecord
        do throws(StoreError) {
            stored = try read(number)
        } catch {
            guard error.cause == .notFound, let logged = logbookNow else { throw error }
            if let erasure = logged.erasures[number.description] {
                throw StoreError(
                    .readRecord, .erased(ErasedRecord(number, erasure)), path: path, safe: .everythingAsBefore
                )
            }
            throw logged.names(number)
                ? StoreError(.readRecord, .lost, path: path, safe: .otherRecords) : error
        }
        do throws(SystemError) {
            try logbook.add(act, .read, subject: number.description)
        } catch {
            throw StoreError(.noteInLogbook, error)
        }
        return stored
    }

    /// nil when it cannot be read.
    private var logbookNow: LogbookCheck? {
        do throws(SystemError) {
            return try LogbookCheck(logbook)
        } catch {
            return nil
        }
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
