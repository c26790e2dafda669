import DialogEngine
import Reports

extension Conversation {
    func keepExample() throws { try say(wording(.exampleNone)) }
}
