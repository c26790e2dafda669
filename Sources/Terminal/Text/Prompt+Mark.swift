import Assistant

extension Prompt {
    /// What stands before the typed line: `   › ` inside a talk, `klachtwijzer › ` between talks.
    var mark: String {
        title.isEmpty ? "   › " : Sanitizing.clean(title) + " › "
    }
}
