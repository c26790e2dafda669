import Testing

@testable import Proof

@Suite("Finding codes")
struct FindingCodeTests {
    @Test("are words of small letters, so that a writer can look for them")
    func words() {
        for code in FindingCode.allCases {
            #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "-" }, "\(code.rawValue)")
        }
    }
}
