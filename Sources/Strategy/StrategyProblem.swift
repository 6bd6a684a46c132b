package import Domain
package import Negotiation

/// What can be wrong with a file. The texts for people stand beside, so that a language more is a file more.
package enum StrategyProblem: Hashable, Sendable {
    // The file as YAML.
    case unreadableYAML(String)
    case empty
    case tooLarge
    case severalDocuments
    case duplicateKey(String)
    case notAMapping(String)
    case notAList(String)
    case notAText(String)
    case alias
    // Keys and forms.
    case missingKey(String, in: String)
    case unknownKey(String, in: String, suggestion: String?, known: [String])
    case badForm(key: String, found: String, wanted: String)
    case outOfRange(key: String, found: String, allowed: String)
    case unknownWord(key: String, found: String, suggestion: String?, known: [String])
    case emptyList(String)
    case repeated(key: String, value: String)
    case conflict(String, String)
    // Cadences.
    case condition(ConditionError.Problem)
    case stepRepeated(String)
    case needsScript
    case needsTemplate
    case ownChannelAgain(Channel)
    case callAsFallback
    case choiceWithoutAlternatives
    case outsideLegalHours(String)
    case beyondPrescription(Int)
    case unknownTemplate(String, suggestion: String?)
    case neutralDiscloses(String)
    case needsNeutral(template: String)
    // Negotiation.
    case chargesOverLaw(key: String, found: String, limit: String)
    case policy(String, rule: Int?)
    case policyRemark(PolicyRemark)
    // Templates.
    case templateName(String)
    case textTooLong(key: String, length: Int, limit: Int)
    case unknownVariable(String, suggestion: String?)
    case unclosedVariable
    case variableAtEdge(first: Bool)
    case adjacentVariables
    case tooManyVariables(count: Int, words: Int)
    case variableInFooter
    case tooManyButtons(Int)
    case buttonForm(String)
    case variableDiscloses(TemplateVariable)
    case wordDiscloses(String)
    case style(String)
    // Creditors.
    case badDocument(String)
    case badKey(String)
}
