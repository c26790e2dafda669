import DialogEngine
import Glibc

extension Store {
    /// Writes anew what should have stayed of an erased complaint, from the line that the log book has of it: who erased
    /// it when and why. Its uuid and its row of the selection list stand in no line.
    func markErased(
        _ number: ComplaintNumber, _ logged: LogbookCheck, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        let id = number.description
        guard let erasure = logged.erasures[id] else { return .left }
        let lock = try self.lock(number, for: .repair)
        let path: String
        do throws(StoreError) {
            path = try writeMark(of: number, erasure, logged, act)
            lock.release()
        } catch {
            lock.release()
            throw error
        }
        // What was put aside of it meanwhile, and what came back beside it.
        try erase(number, act)
        return .rebuilt(path)
    }

    /// Of every version, or the one before would be missed next.
    func noteLost(
        _ number: ComplaintNumber, _ logged: LogbookCheck, _ act: Act
    ) throws(StoreError) -> Repair.Outcome {
        let id = number.description
        let missed = logged.versions.filter {
            $0.key.subject == id && ($0.value.cameAbout || $0.value.isAside)
        }
        for version in missed.keys.map(\.version).sorted() {
            try note(act.because("kwijt, gezien"), .failed, id, version: version)
        }
        return .noted
    }

    private func writeMark(
        of number: ComplaintNumber, _ erasure: LogbookCheck.LoggedErasure, _ logged: LogbookCheck, _ act: Act
    ) throws(StoreError) -> String {
        let id = number.description
        let found = try locate(number, for: .repair)
        let day = logged.firstDay(of: number) ?? erasure.act.at.day
        let folder = found?.folder ?? StoreLayout.folder(StoreLayout.records, day)
        let version = max(found?.versions[0] ?? 0, logged.lastVersion(of: number)) + 1
        let mark = ErasedRecord(number, erasure)
        let bytes = DocumentCoding.bytes(of: mark)
        try note(act, .repaired, id, version: version, sha256: SHA256.hex(bytes))
        let name = VersionedName(id: id, version: version).text
        do throws(DurableFiles.WriteFailure) {
            try files.create(bytes, in: folder, name: name)
        } catch {
            if !error.mayBeThere { noteFailure(act, id, version, bytes) }
            throw StoreError(.repair, error)
        }
        return files.absolute("\(folder)/\(name)")
    }
}
