import Assistant
import DialogFiles
import Glibc
import Rules
import Synchronization
import Understanding

/// Reads what texts are understood by on a thread of its own, while the first person reads the screen.
final class ListeningLoader: Sendable {
    private enum State {
        case untouched
        case loading(pthread_t)
        case ready
    }

    private let state = Mutex(State.untouched)
    private let listening = Mutex<Listening?>(nil)
    private let load: @Sendable () -> Listening?

    private init(_ load: @escaping @Sendable () -> Listening?) { self.load = load }

    /// The folder is looked up when it is read: a desk that opens has no time for it.
    static func source(_ settings: Settings, _ handbook: Handbook) -> ListeningSource {
        let loader = ListeningLoader {
            let path: String
            do {
                path = try settings.dialogFolderPath()
            } catch {
                // It was there when the dialogs were read: then there is nothing to listen by either.
                return nil
            }
            return ListeningReading.readForDesk(path, handbook, cacheFolder: settings.cacheFolder).map {
                Listening($0.listener, surplusWords: $0.surplusWords)
            }
        }
        return ListeningSource(prepare: loader.prepare, listening: loader.wait)
    }

    private func prepare() {
        state.withLock { state in
            guard case .untouched = state else { return }
            guard let thread = begin() else {
                // No thread to be had: then whoever asks waits for it.
                run()
                state = .ready
                return
            }
            state = .loading(thread)
        }
    }

    private func begin() -> pthread_t? {
        Self.shareMemory()
        // Signals are for the thread that reads the keyboard.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let loader = Unmanaged.passRetained(self)
        let failure = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<ListeningLoader>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, loader.toOpaque())
        guard failure == 0 else {
            loader.release()
            return nil
        }
        return thread
    }

    /// The thread would get memory of its own, and what it let go there would never be used again: two threads do not
    /// get in each other's way.
    private static func shareMemory() {
        // Swift's module of the C library leaves `malloc.h` out.
        let arenas: Int32 = -8
        guard let function = dlsym(nil, "mallopt") else { return }
        _ = unsafeBitCast(function, to: (@convention(c) (Int32, Int32) -> Int32).self)(arenas, 1)
    }

    private func run() {
        let loaded = load()
        listening.withLock { $0 = loaded }
    }

    private func wait() -> Listening? {
        prepare()
        state.withLock { state in
            guard case .loading(let thread) = state else { return }
            pthread_join(thread, nil)
            state = .ready
        }
        return listening.withLock { $0 }
    }
}
