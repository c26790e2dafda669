import Records
import Testing

extension Fault {
    /// Runs an act with this fault at each of its operations, each time on a store of its own.
    ///
    /// - Parameters:
    ///   - operations: It has at least so many.
    ///   - prepare: What stands there before.
    ///   - check: Gets whether the act said that it was done, and the error when not.
    func atEveryOperation(
        operations: Int = 8, prepare: (Store, Ground) throws -> Void, act: (Store) throws(StoreError) -> Void,
        check: (Store, StoreError?, Ground, String) throws -> Void
    ) throws {
        try atEach(operations, prepare) { (ground, faulty, n) throws(StoreError) in
            let store = try Store.open(at: ground.path, fileSystem: faulty)
            faulty.failAt(n)
            try act(store)
        } check: { error, ground, place in
            try check(try ground.open(), error, ground, place)
        }
    }

    /// The same with a fault at each operation of opening a store.
    func atEveryOperationOfOpening(
        prepare: (Store, Ground) throws -> Void,
        check: (Store, StoreError?, Ground, String) throws -> Void
    ) throws {
        try atEach(20, prepare) { (ground, faulty, n) throws(StoreError) in
            faulty.failAt(n)
            _ = try Store.open(at: ground.path, fileSystem: faulty)
        } check: { error, ground, place in
            try check(try ground.open(), error, ground, place)
        }
    }

    private func atEach(
        _ operations: Int, _ prepare: (Store, Ground) throws -> Void,
        act: (Ground, FaultyFileSystem, Int) throws(StoreError) -> Void,
        check: (StoreError?, Ground, String) throws -> Void
    ) throws {
        var tried = 0
        for n in 1... {
            let ground = ground()
            try prepare(try ground.open(), ground)
            let faulty = fileSystem(ground)
            let error = thrown { () throws(StoreError) in try act(ground, faulty, n) }
            guard faulty.hasFailed else {
                #expect(error == nil)
                break
            }
            tried += 1
            try check(error, ground, "\(self), operation \(n): \(faulty.log)")
        }
        #expect(tried >= operations)
    }
}
