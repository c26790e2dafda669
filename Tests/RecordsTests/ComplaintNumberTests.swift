import Records
import Testing

@Suite("Numbers")
struct ComplaintNumberTests {
    private static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// The number that typed text stands for; nil when it is refused.
    private func parse(_ characters: [Character]) -> ComplaintNumber? {
        try? ComplaintNumber(typed: String(characters))
    }

    private func numbers(_ count: Int) -> [ComplaintNumber] {
        var generator = SeededGenerator(seed: runSeed)
        return (0..<count).map { index in
            ComplaintNumber(city: ["H", "HZ", "ZVT"][index % 3], year: 2000 + index % 100, using: &generator)
        }
    }

    @Test func everySingleWrongCharacterIsRefused() {
        for number in numbers(300) {
            let right = Array(number.description.filter { $0 != "-" })
            for place in right.indices {
                for symbol in Self.symbols where symbol != right[place] {
                    var wrong = right
                    wrong[place] = symbol
                    #expect(parse(wrong) == nil, "\(number) with \(symbol) at \(place); seed \(runSeed)")
                }
            }
        }
    }

    @Test func everySwapIsRefused() {
        for number in numbers(1000) {
            let right = Array(number.description.filter { $0 != "-" })
            for place in right.indices {
                for other in right.indices where other > place && right[place] != right[other] {
                    var wrong = right
                    wrong.swapAt(place, other)
                    #expect(parse(wrong) == nil, "\(number) swapped \(place) and \(other); seed \(runSeed)")
                }
            }
        }
    }

    @Test func everyPrefixCharacterTakesPartInTheCheck() throws {
        var generator = SeededGenerator(seed: 7)
        let number = ComplaintNumber(city: "H", year: 2026, using: &generator)
        let other = "J" + number.description.dropFirst()
        #expect(
            thrown { () throws(ComplaintNumber.Problem) in try ComplaintNumber(typed: other) } == .wrongCheck)
        let otherYear = "H27" + number.description.dropFirst(3)
        #expect(
            thrown { () throws(ComplaintNumber.Problem) in try ComplaintNumber(typed: otherYear) }
                == .wrongCheck)
    }

    @Test func theWrittenFormReadsBack() {
        for number in numbers(500) {
            #expect(ComplaintNumber(number.description) == number)
            #expect(
                number.description.wholeMatch(of: /[A-Z]{1,3}[0-9]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/)
                    != nil)
        }
    }

    @Test func typedWithSmallLettersSpacesAndLookAlikesIsTheSame() {
        for number in numbers(200) {
            let written = number.description
            let bare = written.filter { $0 != "-" }
            let lookAlike = String(written.map { $0 == "0" ? "O" : $0 == "1" ? "l" : $0 })
            for typed in [
                written.lowercased(), bare, " \(written) ",
                written.split(separator: "-").joined(separator: " "),
                written.split(separator: "-").joined(separator: "–"), lookAlike, lookAlike.lowercased(),
            ] {
                #expect((try? ComplaintNumber(typed: typed)) == number, "\(typed) for \(number)")
                #expect(typed == written || ComplaintNumber(typed) == nil)
            }
        }
    }

    @Test(
        "What is wrong is said",
        arguments: [
            ("", ComplaintNumber.Problem.empty), (" - ", .empty), ("H26-7K3U", .unknownSymbol("U")),
            ("H26-7K3Q", .wrongLength(7)), ("H26-7K3Q-F8M2-XHHH", .wrongLength(15)),
            ("226-7K3Q-F8M2-X", .wrongBeginning), ("HH6-7K3Q-F8M2-X", .wrongBeginning),
            ("é", .unknownSymbol("é")),
        ])
    func problems(typed: String, expected: ComplaintNumber.Problem) {
        #expect(
            thrown { () throws(ComplaintNumber.Problem) in try ComplaintNumber(typed: typed) } == expected)
    }

    @Test func spelledInTheTelephoneAlphabet() {
        #expect(
            Samples.number.spelled
                == "Hendrik twee zes, zeven Karel drie Quotiënt, Ferdinand acht Maria twee, Xantippe")
    }

    @Test func theTelephoneAlphabetKnowsEveryLetterAndDigit() {
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
            #expect(TelephoneAlphabet.word(for: letter)?.first == letter)
            #expect(TelephoneAlphabet.word(for: Character(letter.lowercased()))?.first == letter)
        }
        #expect("0123456789".allSatisfy { TelephoneAlphabet.word(for: $0) != nil })
        #expect(TelephoneAlphabet.word(for: "-") == nil)
    }

    @Test func uuidsAreOfVersionFour() {
        var generator = SeededGenerator(seed: runSeed)
        for _ in 0..<100 {
            let uuid = RandomUUID.text(using: &generator)
            #expect(
                uuid.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
                    != nil)
        }
    }
}
