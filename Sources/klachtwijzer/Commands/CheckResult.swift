import DialogEngine
import DialogFiles
import Proof

/// What `controleer --json` writes.
struct CheckResult: Encodable {
    struct Mistake: Encodable {
        struct Turn: Encodable {
            let vraag: String
            let partij: String?
            let antwoord: [String]
        }

        let code: String
        let bestand: String
        let regel: Int
        let kolom: Int
        let melding: String
        let gesprek: [Turn]?

        init(_ found: Found) {
            code = found.code
            bestand = found.place.file
            regel = found.place.line
            kolom = found.place.column
            melding = found.message
            gesprek = found.witness?.turns.map {
                Turn(vraag: $0.question, partij: $0.party, antwoord: $0.answer.asWritten)
            }
        }
    }

    struct Names: Encodable {
        let regels: [String]
        let termijnen: [String]
        let artikelen: [String]
    }

    let per: String?
    let fouten: [Mistake]
    let letOp: [Mistake]
    /// Absent when the files cannot be read.
    let geldig: Names?
    let nietGeldig: Names?

    /// Absent when the files cannot be read.
    let cijfers: FiguresResult?
    /// Absent when the files cannot be read.
    let proeven: CoverageResult?
    /// Absent when the store has no kept examples.
    let voorbeelden: KeptExamplesResult?

    init(
        _ found: [Found], _ inForce: InForce? = nil, _ figures: Figures? = nil, _ took: Duration = .zero,
        _ coverage: Coverage? = nil, _ kept: KeptExamples? = nil
    ) {
        voorbeelden = kept.map(KeptExamplesResult.init)
        proeven = coverage.map(CoverageResult.init)
        cijfers = figures.map { FiguresResult($0, took) }
        fouten = found.filter { !$0.isWarning }.map(Mistake.init)
        letOp = found.filter(\.isWarning).map(Mistake.init)
        per = inForce?.day.iso
        geldig = inForce.map {
            Names(regels: $0.rules.valid, termijnen: $0.figures.valid, artikelen: $0.articles.valid)
        }
        nietGeldig = inForce.map {
            Names(regels: $0.rules.other, termijnen: $0.figures.other, artikelen: $0.articles.other)
        }
    }
}
