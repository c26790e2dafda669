/// The Dutch telephone alphabet, for spelling over the phone.
public enum TelephoneAlphabet {
    /// - Returns: `Anton` for `a` or `A`, `zeven` for `7`; nil for what is neither a letter from A to Z nor a
    ///   digit.
    public static func word(for character: Character) -> String? {
        switch character.uppercased() {
        case "A": "Anton"
        case "B": "Bernard"
        case "C": "Cornelis"
        case "D": "Dirk"
        case "E": "Eduard"
        case "F": "Ferdinand"
        case "G": "Gerard"
        case "H": "Hendrik"
        case "I": "Izaak"
        case "J": "Johan"
        case "K": "Karel"
        case "L": "Lodewijk"
        case "M": "Maria"
        case "N": "Nico"
        case "O": "Otto"
        case "P": "Pieter"
        case "Q": "Quotiënt"
        case "R": "Rudolf"
        case "S": "Simon"
        case "T": "Teunis"
        case "U": "Utrecht"
        case "V": "Victor"
        case "W": "Willem"
        case "X": "Xantippe"
        case "Y": "Ypsilon"
        case "Z": "Zaandam"
        case "0": "nul"
        case "1": "één"
        case "2": "twee"
        case "3": "drie"
        case "4": "vier"
        case "5": "vijf"
        case "6": "zes"
        case "7": "zeven"
        case "8": "acht"
        case "9": "negen"
        default: nil
        }
    }
}
