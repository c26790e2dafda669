import DialogEngine

/// By what a person can be reached, or who it is.
public enum ContactDatum: Hashable, Sendable {
    case address(Address)
    case phone(PhoneNumber)
    case email(String)
    case name(PersonName)
    /// Meant as one of these, but something seems to be missing: for one sentence that says what.
    case incomplete(Reading.Hint)

    /// A place where somebody lives, as far as it was said.
    public struct Address: Hashable, Sendable {
        /// `2011 RD`.
        public var postcode: String?
        /// As it was written.
        public var street: String?
        /// With its addition: `12 bis`.
        public var houseNumber: String?

        public init(postcode: String? = nil, street: String? = nil, houseNumber: String? = nil) {
            (self.postcode, self.street, self.houseNumber) = (postcode, street, houseNumber)
        }
    }

    /// In the form in which it is kept: `+31612345678`, `Zijlweg 12 bis, 2013 DA`, `2013 DA 12`.
    public var normalForm: String {
        switch self {
        case .address(let address):
            if let street = address.street {
                let house = [street, address.houseNumber].compactMap { $0 }.joined(separator: " ")
                return [house, address.postcode].compactMap { $0 }.joined(separator: ", ")
            }
            return [address.postcode, address.houseNumber].compactMap { $0 }.joined(separator: " ")
        case .phone(let number): return number.normalForm
        case .email(let address): return address
        case .name(let name): return name.spoken
        case .incomplete: return ""
        }
    }
}
