import Foundation
import TestSupport
import Testing

/// Mounting and changing account are for root only; a mount of a namespace of its own goes by itself.
private let isRoot = geteuid() == 0 && access("/usr/bin/unshare", X_OK) == 0
private let rootOnly: Comment = "only root can mount a small disk or take an account without a home"

@Suite("A store that does not work")
struct StoreProblemTests {
    private func refused(_ result: Program.Result, _ words: String) {
        #expect(result.status == 3, "\(result)")
        #expect(result.problems.contains(words), "\(result.problems)")
        #expect(!result.output.contains("Vertel in uw eigen woorden"))
    }

    @Test func aFileIsNoStore() throws {
        let program = Program()
        try Data("x".utf8).write(to: URL(filePath: program.store))
        refused(try program.run([]), "is geen map. Kies een andere map, of vraag de beheerder om hulp.")
    }

    @Test func aNamedStoreIsNotMadeDeep() throws {
        let program = Program()
        let result = try program.run(["--opslag", program.folder.path + "/niet/daar"], store: false)
        refused(result, "Kijk of de naam klopt, of maak die map eerst.")
    }

    @Test(.enabled(if: isRoot, rootOnly))
    func readOnlyDisk() throws {
        let script = """
            mkdir opslag
            exec unshare -m bash -c 'mount -t tmpfs -o ro tmpfs opslag; "$@"' bash "$@"
            """
        refused(try Program().run(script: script, []), "Kies een andere map, of vraag de beheerder om hulp.")
    }

    @Test(.enabled(if: isRoot, rootOnly))
    func accountWithoutHome() throws {
        let script = """
            chmod 755 . && exec env -u HOME -u XDG_DATA_HOME setpriv --reuid 54321 --regid 54321 --clear-groups \
            "$1" --dialogen "$3"
            """
        refused(try Program().run(script: script, []), "Zeg met --opslag MAP waar zij moeten staan.")
    }

    /// Full before the program starts, so that it cannot even make its folders.
    @Test(.enabled(if: isRoot, rootOnly))
    func fullDiskAtTheStart() throws {
        let script = """
            mkdir opslag
            exec unshare -m bash -c '
                mount -t tmpfs -o size=16k,nr_inodes=2 tmpfs opslag; : >opslag/vol; "$@"' bash "$@"
            """
        refused(try Program().run(script: script, []), "De schijf is vol.")
    }

    /// Full as soon as the first answer is safe.
    @Test(.enabled(if: isRoot, rootOnly))
    func fullDiskIsSaidOnceAndTheTalkGoesOn() throws {
        let script = """
            mkdir opslag
            exec unshare -m bash -c '
                mount -t tmpfs -o size=1m tmpfs opslag
                {
                    printf "De lift is stuk.\\n"
                    until compgen -G "opslag/concepten/*/*.json" >/dev/null; do :; done
                    head -c 2m /dev/zero >opslag/vol 2>/dev/null
                    printf "\\nnee\\n\\n"
                } | "$@"' bash "$@"
            """
        let result = try Program().run(script: script, [])
        #expect(result.status == 3, "\(result)")
        #expect(result.output.ranges(of: "De schijf is vol.").count == 1, "\(result.output)")
        #expect(result.output.contains("Wat past het best bij uw verhaal?"))
        #expect(!result.output.contains("Wij bewaren het als concept"))
    }
}
