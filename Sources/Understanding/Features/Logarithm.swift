/// Logarithms and exponentials of the standard library alone: the same on every machine.
enum Logarithm {
    /// log(1 + x) for x of 0 and more.
    static func onePlus(_ x: Float) -> Float { Float(natural(1 + Double(x))) }

    /// - Parameter x: Above 0.
    static func natural(_ x: Double) -> Double {
        // x = 2^e · m with m near 1; the series of atanh is quick there.
        var (exponent, part) = (Double(x.exponent), x.significand)
        if part > 1.4142135623730951 {
            part /= 2
            exponent += 1
        }
        let ratio = (part - 1) / (part + 1)
        let square = ratio * ratio
        var (sum, power) = (0.0, ratio)
        for odd in stride(from: 1.0, through: 21, by: 2) {
            sum += power / odd
            power *= square
        }
        return exponent * 0.6931471805599453 + 2 * sum
    }

    static func exponential(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        let whole = (min(x, 700) / 0.6931471805599453).rounded()
        let rest = min(x, 700) - whole * 0.6931471805599453
        var (sum, keyword) = (1.0, 1.0)
        for step in 1...14 {
            keyword *= rest / Double(step)
            sum += keyword
        }
        return sum * Double(sign: .plus, exponent: Int(whole), significand: 1)
    }
}
