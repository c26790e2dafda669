import Assistant
import DialogEngine
import DialogFiles
import Glibc
import Records
import Reports
import Rules

/// What every command can be told from outside; without a word, what the machine gives.
struct Settings {
    var dialogs: String?
    var store: String?
    var today: String?
    var seed: UInt64?
    var json = false
    var asksForPlain = false
    /// The language in which a talk begins and a decision is told.
    var language = "nl"

    /// A screen that only ever appends: asked for, or by the variable that screen reader users set everywhere.
    var isPlain: Bool {
        asksForPlain || !["", "0", "false", "no", "nee"].contains(Surroundings.variable("ACCESSIBLE") ?? "")
    }

    // MARK: Folders

    /// The folder of the gemeente: named, or beside the work, or beside the program.
    func dialogFolderPath() throws(Problem) -> String {
        if let dialogs {
            return dialogs.hasSuffix("/") && dialogs.count > 1 ? String(dialogs.dropLast()) : dialogs
        }
        var candidates = ["Dialogs"]
        var folder = Surroundings.programFolder
        while let here = folder, !here.isEmpty {
            candidates += ["\(here)/Dialogs", "\(here)/share/klachtwijzer"]
            let above = here.split(separator: "/").dropLast()
            folder = above.isEmpty ? nil : "/" + above.joined(separator: "/")
        }
        for candidate in candidates {
            let found = DialogFolder.gemeenten(in: candidate)
            guard found.count < 2 else {
                throw Problem(
                    "In '\(candidate)' staan meer gemeenten. Kies er een: --dialogen \(found.joined(separator: " of "))",
                    .wrongArguments)
            }
            if let only = found.first { return only }
        }
        throw Problem(
            "De map met dialogen is niet gevonden. Zeg waar hij staat met --dialogen MAP.", .wrongArguments)
    }

    func handbook() throws(Problem) -> Handbook {
        let folder = try dialogFolder()
        let handbook: Handbook
        do {
            handbook = try HandbookCache.load(folder: folder, cacheFolder: cacheFolder)
        } catch {
            throw Problem(error.rendered, .notFound)
        }
        let languages = handbook.gemeente.languages
        guard language == "nl" || languages.contains(language) else {
            throw Problem(
                "De taal '\(language)' is er niet. Kies uit: \(languages.joined(separator: ", ")).",
                .wrongArguments)
        }
        return handbook
    }

    func dialogFolder() throws(Problem) -> DialogFolder {
        do {
            return try DialogFolder(reading: dialogFolderPath())
        } catch let problem as Problem {
            throw problem
        } catch let problem as DialogFolder.Problem {
            throw Problem(problem.words, .notFound)
        } catch {
            preconditionFailure("reading a folder fails in two ways only")
        }
    }

    var cacheFolder: String? {
        if let folder = Surroundings.variable("XDG_CACHE_HOME") { return folder + "/klachtwijzer" }
        return Surroundings.home.map { $0 + "/.cache/klachtwijzer" }
    }

    /// - Parameter wording: For what may be wrong with it.
    /// Where the store is, or would be; nil where there is no place for one.
    private var storePath: String? {
        if let store { return store }
        if let folder = Surroundings.variable("XDG_DATA_HOME") { return folder + "/klachtwijzer" }
        return Surroundings.home.map { $0 + "/.local/share/klachtwijzer" }
    }

    /// Where examples of misunderstood stories are kept.
    var keptExamples: String? { storePath.map { $0 + "/" + Store.examplesFolder } }

    func openStore(_ wording: Wording) throws(Problem) -> Store {
        let path = try requiredStorePath()
        do {
            return indexed(try Store.open(at: path, makingParents: store == nil))
        } catch {
            throw Problem(wording.problem(error), .store)
        }
    }

    private func indexed(_ opened: Store) -> Store {
        opened.indexed(
            IndexSetting(
                place: .suitable(
                    forStoreAt: opened.path, onNetwork: opened.isOnNetwork, caches: cacheFolder),
                now: Surroundings.nanoseconds, makeRoom: FreeMemory.giveBack))
    }

    /// To look something up. On a full disk, or one that cannot be written, that goes on without a line in the log book,
    /// and says so: somebody is waiting for what stands there.
    ///
    /// - Returns: The store, and whether it can be noted who looks.
    func openStoreToLookUp(_ wording: Wording) throws(Problem) -> (store: Store, isNoted: Bool) {
        // Looking makes no store.
        let standing = try openStoreForReading(wording)
        do throws(StoreError) {
            return (indexed(try Store.open(at: standing.path)), true)
        } catch  where error.cause.isUnwritable {
            Output.problem(wording.problem(error))
            Output.problem(
                "Daar kan nu niets bij, ook geen regel in het logboek. Zeg dit tegen wie de opslag beheert.")
            return (standing, false)
        } catch {
            throw Problem(wording.problem(error), .store)
        }
    }

    /// To look through: also on a full disk, and on one that cannot be written.
    func openStoreForReading(_ wording: Wording) throws(Problem) -> Store {
        let path = try requiredStorePath()
        do {
            return try Store.openForReading(at: path)
        } catch {
            throw Problem(wording.problem(error), .store)
        }
    }

    private func requiredStorePath() throws(Problem) -> String {
        guard let path = storePath else {
            throw Problem(
                "Er is geen thuismap om klachten in te bewaren. Zeg met --opslag MAP waar zij moeten staan.",
                .store)
        }
        return path
    }

    // MARK: Clock, chance and people

    /// The present moment, or ten in the morning of `--vandaag`.
    func clock() throws(Problem) -> () -> Timestamp {
        if let today {
            guard let day = Day(iso: today) else {
                throw Problem("'\(today)' is geen datum. Schrijf hem als 2026-11-25.", .wrongArguments)
            }
            let moment = AmsterdamClock.morning(of: day)
            return { moment }
        }
        let now = AmsterdamClock.now()
        guard now.day.year >= 2020 else {
            throw Problem(
                "De klok van deze computer staat op \(now.day.iso). Zet hem goed; anders kloppen de laatste dagen niet.",
                .store)
        }
        return AmsterdamClock.now
    }

    /// For the log book: who does it, and when.
    func act(_ handbook: Handbook) throws(Problem) -> Act {
        let account = Surroundings.account
        return Act(
            by: account, role: handbook.gemeente.clerk(account: account).role.rawValue, at: try clock()())
    }

    var random: any RandomNumberGenerator {
        seed.map { SeededGenerator(seed: $0) } ?? SystemRandomNumberGenerator()
    }

    func setting(_ handbook: Handbook, _ store: Store, voice: ContactChannel) throws(Problem) -> DeskSetting {
        let account = Surroundings.account
        let name = String(
            account.lowercased().unicodeScalars.map { scalar in
                ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
            })
        return DeskSetting(
            handbook: handbook, store: store, drafts: Drafts(store), isStoreOnNetwork: store.isOnNetwork,
            desk: DeskID(String(name.drop { $0 == "-" }.prefix(40))) ?? DeskID("balie")!,
            clerk: handbook.gemeente.clerk(account: account), voice: voice,
            programVersion: ProgramVersion.text, language: language,
            now: try clock(), random: random,
            listening: ListeningLoader.source(self, handbook),
            writeFile: FileOutput.write)
    }
}

enum ProgramVersion {
    static let text = "0.1"
}
