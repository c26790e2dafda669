import DialogEngine
import Glibc
import Rules
import Testing

@testable import DialogFiles

/// The cache gives what reading gives, whatever stands in it.
struct CheckedCacheTests {
    @Test func theFormIsWrittenForItsOwnerAloneAndReadAgain() throws {
        try withTemporaryFolder { base in
            let folder = try CheckedSample.haarlem()
            let cache = base + "/parent/klachtwijzer"
            try expectLoads(folder, cache)
            let name = "dialogen-\(folder.version).kw"
            #expect(names(in: cache) == [name])
            #expect(mode(of: cache + "/" + name) == 0o600)
            #expect(mode(of: cache) == 0o700)
            #expect(mode(of: base + "/parent") == 0o700)
            let before = try #require(bytes(of: cache + "/" + name))
            try expectLoads(folder, cache)
            #expect(bytes(of: cache + "/" + name) == before)
        }
    }

    @Test func theFormIsWhatIsReadTheSecondTime() throws {
        try withTemporaryFolder { cache in
            let handbook = CheckedSample.tiny()
            // No handbook can be read from an empty folder, so this one came from the form.
            let folder = DialogFolder(path: "nergens", files: [])
            let form = CheckedForm.encode(handbook, sourceHash: folder.contentHash)
            #expect(CacheFile(folder: cache, mark: folder.version).write(form))
            let loaded = try HandbookCache.load(folder: folder, cacheFolder: cache)
            #expect(loaded.gemeente.name == handbook.gemeente.name)
        }
    }

    @Test(arguments: ["damaged", "empty", "stale", "cut", "a folder", "a link", "for all to write"])
    func aFormThatCannotBeTrustedIsMadeAnew(_ what: String) throws {
        try withTemporaryFolder { cache in
            let folder = try CheckedSample.haarlem()
            let file = CacheFile(folder: cache, mark: folder.version)
            let path = cache + "/" + file.name
            try expectLoads(folder, cache)
            let good = try #require(bytes(of: path))
            switch what {
            case "damaged": #expect(file.write(good.map { $0 ^ 1 }))
            case "empty": #expect(file.write([]))
            case "stale": #expect(file.write(CheckedForm.encode(CheckedSample.tiny(), sourceHash: 1)))
            case "cut": #expect(file.write(Array(good.dropLast(9))))
            case "a folder":
                unlink(path)
                mkdir(path, 0o700)
            case "a link":
                rename(path, cache + "/elsewhere")
                symlink(cache + "/elsewhere", path)
            default: chmod(path, 0o666)
            }
            try expectLoads(folder, cache)
            // A folder in its place cannot be replaced; it is then done without.
            guard what != "a folder" else { return }
            #expect(file.read() == good)
        }
    }

    @Test func aFolderThatCannotBeWrittenStillWorks() throws {
        try withTemporaryFolder { base in
            let folder = try CheckedSample.haarlem()
            let file = base + "/file"
            close(open(file, O_CREAT | O_WRONLY, 0o600))
            try expectLoads(folder, file + "/below")
            try expectLoads(folder, base + "/no/such/folder")
            try expectLoads(folder, "/proc/klachtwijzer")
            try expectLoads(folder, "")
            try expectLoads(folder, nil)
            #expect(names(in: base) == ["file"])
        }
    }

    @Test func formsOfOtherContentsGoAfterADay() throws {
        try withTemporaryFolder { cache in
            let folder = try CheckedSample.haarlem()
            let stale = ["dialogen-0.kw", "dialogen-1.kw.abc", "anders.kw"]
            for name in stale + ["dialogen-new.kw"] {
                close(open(cache + "/" + name, O_CREAT | O_WRONLY, 0o600))
            }
            for name in stale { age(cache + "/" + name, days: 2) }
            try expectLoads(folder, cache)
            let form = "dialogen-\(folder.version).kw"
            #expect(names(in: cache) == ["anders.kw", form, "dialogen-new.kw"].sorted())
        }
    }

    @Test func wrongFilesAreToldAndNeverKept() throws {
        try withTemporaryFolder { cache in
            let folder = DialogFolder(path: "leeg", files: [])
            #expect(throws: HandbookReading.Invalid.self) {
                try HandbookCache.load(folder: folder, cacheFolder: cache)
            }
            #expect(names(in: cache).isEmpty)
        }
    }

    @Test func everyByteOfAFileCountsForTheHash() {
        let text = "vragen: regels, ééns en voor al"
        let hash = { DialogFolder(path: "", files: [.init(name: $0, text: $1)]).contentHash }
        var seen: Set<UInt64> = [
            hash("a", text), hash("b", text), hash("a" + text, ""), hash("", "a" + text),
        ]
        #expect(seen.count == 4)
        var scalars = Array(text.unicodeScalars)
        for place in scalars.indices {
            let old = scalars[place]
            scalars[place] = "#"
            let changed = String(String.UnicodeScalarView(scalars))
            #expect(seen.insert(hash("a", changed)).inserted)
            scalars[place] = old
        }
    }

    private func expectLoads(_ folder: DialogFolder, _ cache: String?) throws {
        let handbook = try HandbookCache.load(folder: folder, cacheFolder: cache)
        #expect(handbook.dialog.version == folder.version)
        #expect(!handbook.dialog.questions.isEmpty)
    }

    private func bytes(of path: String) -> [UInt8]? {
        let parts = path.split(separator: "/")
        let folder = "/" + parts.dropLast().joined(separator: "/")
        return CacheFile(folder: folder, mark: String(parts.last!.dropFirst(9).dropLast(3))).read()
    }

    private func mode(of path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    private func age(_ path: String, days: Int) {
        let then = timespec(tv_sec: time(nil) - 86_400 * days, tv_nsec: 0)
        _ = utimensat(AT_FDCWD, path, [then, then], 0)
    }
}
