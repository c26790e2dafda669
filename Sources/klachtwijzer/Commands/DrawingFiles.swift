import DialogEngine
import DialogFiles
import Glibc
import Proof
import Reports
import Rules

/// Writes the drawings of `controleer --tekening`.
enum DrawingFiles {
    /// Where they go when no folder was named: in the folder where one works.
    static let usualFolder = "tekening"

    private struct File {
        let path: String
        let text: String
        let mark: String
    }

    static func atlas(_ checked: HandbookReading.Checked) -> Atlas {
        var subjects: [String: String] = [:]
        for question in checked.handbook.dialog.questions {
            guard let place = checked.places[.question(question.id)] else { continue }
            let name = place.file.split(separator: "/").last.map(String.init) ?? place.file
            subjects[question.id] = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
        }
        return Atlas(checked.handbook, subjects: subjects, terms: checked.terms)
    }

    /// Writes every drawing in both languages. Drawings that were made before are replaced; another file is
    /// never written over, and then nothing is written at all.
    /// - Returns: What was done, in words.
    static func write(_ atlas: Atlas, to folder: String, in wording: Wording) throws(Problem) -> String {
        let folder = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
        if !Surroundings.isFolder(folder), mkdir(folder, 0o755) != 0 {
            throw Problem(
                "De map \(folder) is niet te maken (\(String(cString: strerror(errno)))). Kies een andere plek.",
                .notFound)
        }
        let files = atlas.pictures.flatMap { picture in
            let path = "\(folder)/\(picture.name)"
            return [
                File(path: path + ".dot", text: DOTText(picture).text, mark: DOTText.mark),
                File(path: path + ".mmd", text: MermaidText(picture).text, mark: MermaidText.mark),
            ]
        }
        var old: [String] = []
        for file in files where try isOurs(file.path, mark: file.mark) { old.append(file.path) }
        for path in old { unlink(path) }
        for file in files {
            if let problem = FileOutput.write(file.path, file.text) {
                throw Problem(wording.problem(problem), .notFound)
            }
        }
        let whole = "\(folder)/\(atlas.whole.name)"
        return """
            De tekening staat in \(folder): \(files.count) bestanden, .dot voor Graphviz en .mmd voor Mermaid.
            Afdrukken: dot -Tpdf \(whole).dot -o \(whole).pdf (A1, of vier vellen A3); de andere passen op A3.
            """
    }

    /// - Returns: Whether there is a drawing that may be replaced; false when there is no file.
    private static func isOurs(_ path: String, mark: String) throws(Problem) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return false }
            throw Problem(
                "Het bestand \(path) is niet te lezen (\(String(cString: strerror(errno)))).", .notFound)
        }
        defer { close(descriptor) }
        var beginning = [UInt8](repeating: 0, count: mark.utf8.count)
        let count = read(descriptor, &beginning, beginning.count)
        guard count == beginning.count, beginning.elementsEqual(mark.utf8) else {
            throw Problem("Er is al een bestand \(path). Kies een andere map.", .notFound)
        }
        return true
    }
}
