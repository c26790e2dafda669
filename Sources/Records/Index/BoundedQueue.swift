import Glibc

/// Hands things from one thread to another, so many at once at most: who makes them waits for who uses them.
final class BoundedQueue<Element>: @unchecked Sendable {
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private let room: Int
    private var elements: [Element] = []
    private var hasEnded = false

    init(room: Int) {
        self.room = room
        lock = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// - Returns: false when nobody takes anything any more.
    func put(_ element: Element) -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while elements.count >= room && !hasEnded { pthread_cond_wait(changed, lock) }
        if hasEnded { return false }
        elements.append(element)
        pthread_cond_broadcast(changed)
        return true
    }

    /// - Returns: nil when it is closed and empty.
    func take() -> Element? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while elements.isEmpty && !hasEnded { pthread_cond_wait(changed, lock) }
        guard !elements.isEmpty else { return nil }
        pthread_cond_broadcast(changed)
        return elements.removeFirst()
    }

    var isClosed: Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return hasEnded
    }

    /// Nothing more comes, or nothing more is wanted.
    func close() {
        pthread_mutex_lock(lock)
        hasEnded = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(lock)
    }
}

/// A thread of the system that does one thing.
struct WorkThread {
    private let thread: pthread_t

    /// - Returns: nil when the system gives no thread.
    init?(_ work: @escaping @Sendable () -> Void) {
        final class Work {
            let run: @Sendable () -> Void
            init(_ run: @escaping @Sendable () -> Void) { self.run = run }
        }
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(work))
        let failure = pthread_create(
            &thread, nil,
            { pointer in
                Unmanaged<Work>.fromOpaque(pointer!).takeRetainedValue().run()
                return nil
            }, work.toOpaque())
        guard failure == 0 else {
            work.release()
            return nil
        }
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}
