/// How much of what was not waited for may be on a disk after a power cut, and in which order.
enum DiskModel: String, CaseIterable, Sendable {
    /// Names go to the disk in the order in which they changed, and waiting for any file or folder waits
    /// for all of them: ext4, xfs.
    case journalling
    /// No order at all. Waiting for a file that just got a name waits for the names in that folder; a name
    /// may be there while the file is not in the table of the disk. Afterwards the disk is looked over, as at
    /// a start: names without a file go, and names of a file are counted. ext4 without a journal.
    case none
    /// The same, and nobody looks it over.
    case unchecked
    /// Waiting for a file says nothing of its name. No file system that we know is as bad; told, not judged.
    case posix

    static let judged: [DiskModel] = [.journalling, .none, .unchecked]

    /// What stands in a part of a new file that never reached the disk: elsewhere that may be anything.
    fileprivate var unwritten: UInt8 { self == .journalling ? 0 : UInt8(ascii: "{") }
}

/// What may be left on a disk if the power fails now: follows the events of a disk one by one.
struct PowerCut {
    typealias Serial = MemoryDisk.Serial
    static let sector = 512

    let model: DiskModel

    /// A value on the disk, and those it may have by now.
    private struct Register<Value: Equatable> {
        /// The first is sure; of the others any may have come to the disk.
        var values: [Value]
        var newest: Value { values[values.count - 1] }
        mutating func set(_ value: Value) { if value != newest { values.append(value) } }
        mutating func commit() { values = [newest] }
    }

    private struct FileContent {
        var size = Register(values: [0])
        var sectors: [Register<[UInt8]>] = []
    }

    private struct NameKey: Hashable {
        let folder: Serial
        let name: String
    }

    /// A place in the catalogue of the disk: a name in a folder, or a place in the table of files.
    private enum Place: Hashable {
        case name(NameKey)
        case table(Int)
    }

    private struct Change {
        let place: Place
        let serial: Serial?
    }

    private var numbers: [Serial: Int] = [MemoryDisk.root: 0]
    private var folders: Set<Serial> = [MemoryDisk.root]
    private var contents: [Serial: FileContent] = [:]
    /// The catalogue as it is sure to be.
    private var sure: [Place: Serial] = [.table(0): MemoryDisk.root]
    /// What changed in it since, in order.
    private var pending: [Change] = []
    private var lockFiles: Set<Serial> = []
    /// Folders in which a file got a name since it was last waited for.
    private var namedIn: [Serial: [Serial]] = [:]

    init(_ model: DiskModel) { self.model = model }

    // MARK: Following the events

    mutating func follow(_ event: MemoryDisk.Event) {
        switch event {
        case .made(let serial, let number, let isFolder):
            numbers[serial] = number
            if isFolder { folders.insert(serial) } else { contents[serial] = FileContent() }
        case .wrote(let serial, let start, let bytes): write(bytes, to: serial, at: start)
        case .named(let serial, let name, let folder):
            pending.append(Change(place: .name(NameKey(folder: folder, name: name)), serial: serial))
            if let serial { namedIn[serial, default: []].append(folder) }
        case .lives(let serial, let lives):
            guard model != .journalling else { break }
            pending.append(Change(place: .table(numbers[serial] ?? 0), serial: lives ? serial : nil))
        case .holdsLocks(let serial):
            // A desk makes it when it is not there; whether it is makes no difference.
            lockFiles.insert(serial)
            for change in pending where model != .journalling && change.serial == serial {
                sure[change.place] = serial
            }
            pending.removeAll { model != .journalling && $0.serial == serial }
        case .contentSynchronised(let serial): commitContent(of: serial)
        case .fileSynchronised(let serial):
            commitContent(of: serial)
            let named = namedIn.removeValue(forKey: serial) ?? []
            commit(table: [serial] + named, namesIn: model == .posix ? [] : named)
        case .allSynchronised:
            for serial in contents.keys { commitContent(of: serial) }
            for change in pending { sure[change.place] = change.serial }
            pending = []
            namedIn = [:]
        case .folderSynchronised(let folder): commit(table: [folder], namesIn: [folder])
        }
    }

    /// What is waited for is sure from now on.
    private mutating func commit(table serials: [Serial], namesIn folders: [Serial]) {
        let numbers = serials.map { self.numbers[$0] ?? 0 }
        var rest: [Change] = []
        for change in pending {
            let isWaitedFor =
                switch change.place {
                case .name(let key): folders.contains(key.folder)
                case .table(let number): numbers.contains(number)
                }
            if model == .journalling || isWaitedFor {
                sure[change.place] = change.serial
            } else {
                rest.append(change)
            }
        }
        pending = rest
    }

    private mutating func commitContent(of serial: Serial) {
        guard var content = contents[serial] else { return }
        content.size.commit()
        for index in content.sectors.indices { content.sectors[index].commit() }
        contents[serial] = content
    }

    private mutating func write(_ bytes: [UInt8], to serial: Serial, at start: Int) {
        guard var content = contents[serial], !bytes.isEmpty else { return }
        let end = start + bytes.count
        for index in (start / Self.sector)...((end - 1) / Self.sector) {
            let blank = [UInt8](repeating: model.unwritten, count: Self.sector)
            while content.sectors.count <= index { content.sectors.append(Register(values: [blank])) }
            var sector = content.sectors[index].newest
            let from = index * Self.sector
            for place in max(start, from)..<min(end, from + Self.sector) {
                sector[place - from] = bytes[place - start]
            }
            content.sectors[index].set(sector)
            let reached = min(end, from + Self.sector)
            if reached > content.size.newest { content.size.set(reached) }
        }
        contents[serial] = content
    }

    // MARK: What may be left

    /// Whether this text may still be on the disk, in a file or in what was one.
    func mayHold(_ text: String) -> Bool {
        contents.values.contains { content in
            let oldest = content.sectors.flatMap { $0.values[0] }
            let newest = content.sectors.flatMap(\.newest)
            return oldest.holds(Array(text.utf8)) || newest.holds(Array(text.utf8))
        }
    }

    /// In how many ways each thing that is not sure may have come out.
    private struct Choices {
        /// Places of the catalogue that are not sure, in a fixed order.
        var places: [Place] = []
        var files: [Serial] = []
        var counts: [Int] = []
    }

    private var choices: Choices {
        var choices = Choices()
        if model == .journalling {
            choices.counts.append(pending.count + 1)
        } else {
            for place in pending.map(\.place) where !choices.places.contains(place) {
                choices.places.append(place)
                choices.counts.append(1 + pending.count { $0.place == place })
            }
        }
        let named = Set(sure.values).union(pending.compactMap(\.serial))
        for serial in named.sorted() {
            guard let content = contents[serial], !lockFiles.contains(serial) else { continue }
            let counts = [content.size.values.count] + content.sectors.map(\.values.count)
            guard counts.contains(where: { $0 > 1 }) else { continue }
            choices.files.append(serial)
            choices.counts += counts
        }
        return choices
    }

    /// Gives everything that may be left, one after another, until it is told that it is enough.
    ///
    /// - Parameters:
    ///   - limit: If there are more, so many of them by chance, and the oldest and newest.
    ///   - body: Returns false when it is enough.
    /// - Returns: Whether these were all.
    @discardableResult
    func states(
        limit: Int, _ random: inout SeededGenerator, _ body: (MemoryDisk.Content) -> Bool
    ) -> Bool {
        let choices = choices
        var total = 1
        for count in choices.counts where total <= limit { total *= count }
        guard total > limit else {
            for number in 0..<total {
                var rest = number
                let chosen = choices.counts.map { count in
                    defer { rest /= count }
                    return rest % count
                }
                if !body(state(chosen, choices)) { return true }
            }
            return true
        }
        let oldest = choices.counts.map { _ in 0 }
        let newest = choices.counts.map { $0 - 1 }
        for chosen in [oldest, newest] where !body(state(chosen, choices)) { return false }
        for _ in 0..<limit {
            let chosen = choices.counts.map { Int.random(in: 0..<$0, using: &random) }
            if !body(state(chosen, choices)) { return false }
        }
        return false
    }

    /// One that may be left, by chance.
    func anyState(_ random: inout SeededGenerator) -> MemoryDisk.Content {
        let choices = choices
        return state(choices.counts.map { Int.random(in: 0..<$0, using: &random) }, choices)
    }

    private func state(_ chosen: [Int], _ choices: Choices) -> MemoryDisk.Content {
        var chosen = chosen[...]
        var catalogue = sure
        if model == .journalling {
            for change in pending.prefix(chosen.popFirst() ?? 0) {
                catalogue[change.place] = change.serial
            }
        } else {
            for place in choices.places {
                let changes = pending.filter { $0.place == place }
                let count = chosen.popFirst() ?? 0
                if count > 0 { catalogue[place] = changes[count - 1].serial }
            }
        }
        var bytes: [Serial: [UInt8]] = [:]
        for serial in choices.files {
            guard let content = contents[serial] else { continue }
            let size = content.size.values[chosen.popFirst() ?? 0]
            let sectors = content.sectors.flatMap { $0.values[chosen.popFirst() ?? 0] }
            bytes[serial] = Array(sectors.prefix(size))
        }
        return tree(catalogue, bytes)
    }

    private func tree(_ catalogue: [Place: Serial], _ bytes: [Serial: [UInt8]]) -> MemoryDisk.Content {
        var left = MemoryDisk.Content()
        var names: [Serial: [(String, Serial)]] = [:]
        for case (.name(let key), let serial) in catalogue {
            names[key.folder, default: []].append((key.name, serial))
        }
        left.files[MemoryDisk.root] = MemoryDisk.File(number: 0, names: [:])
        var folders = [MemoryDisk.root]
        while let folder = folders.popLast() {
            for (name, serial) in names[folder] ?? [] {
                // What stands in the table of the disk under that number may be another file by now.
                let number = numbers[serial] ?? 0
                var found = model == .journalling ? serial : catalogue[.table(number)]
                // A folder where a file was, or the other way round: taken as repaired.
                if let other = found, self.folders.contains(other) != self.folders.contains(serial) {
                    found = nil
                }
                // Files to hold locks on are empty; that one cannot be opened is for who looks the disk over.
                let isEmpty = contents[serial]?.sectors.isEmpty ?? false
                if found == nil && (model != .unchecked || isEmpty) { continue }
                let target = found ?? serial
                left.files[folder]?.names?[name] = target
                if left.files[target] != nil {
                    left.files[target]?.links += 1
                    continue
                }
                let isFolder = self.folders.contains(target)
                let content = contents[target].map { content in
                    bytes[target]
                        ?? Array(content.sectors.flatMap(\.newest).prefix(content.size.newest))
                }
                left.files[target] = MemoryDisk.File(
                    number: number, bytes: content ?? [], names: isFolder ? [:] : nil, links: 1)
                if found == nil { left.unreadable.insert(target) }
                if isFolder && found != nil { folders.append(target) }
            }
        }
        if model == .unchecked { left.linksToldAs = 1 }
        left.nextSerial = (left.files.keys.max() ?? 0) + 1
        left.nextNumber = (left.files.values.map(\.number).max() ?? 0) + 1
        let used = Set(left.files.values.map(\.number))
        left.freeNumbers = (1..<left.nextNumber).filter { !used.contains($0) }
        return left
    }
}

extension PowerCut {
    /// A disk on which all that is there is sure.
    ///
    /// The disk that is left after one power cut can be cut again.
    init(_ model: DiskModel, standing content: MemoryDisk.Content) {
        self.init(model)
        for (serial, file) in content.files {
            numbers[serial] = file.number
            sure[.table(file.number)] = serial
            if let names = file.names {
                folders.insert(serial)
                for (name, named) in names {
                    sure[.name(NameKey(folder: serial, name: name))] = named
                }
            } else {
                contents[serial] = FileContent()
                write(file.bytes, to: serial, at: 0)
                commitContent(of: serial)
            }
        }
    }
}
