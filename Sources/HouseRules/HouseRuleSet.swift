package import Diagnostics
internal import Markup

/// An organisation's rules as their file says them: the subset of ISO Schematron (ISO/IEC 19757-3:2016) that is read.
package struct HouseRuleSet: Sendable {
  /// A question in XPath, at the place where it is written.
  typealias Query = Located<String>

  /// `let`: a name for an answer.
  struct Definition: Sendable {
    let name: Located<String>
    let value: Query
  }

  /// `assert` and `report`.
  struct Assertion: Sendable {
    let id: String
    let test: Query
    /// Whether the message is due where the test holds (`report`) or where it does not (`assert`).
    let firesWhenTrue: Bool
    let severity: Diagnostic.Severity
    let message: Message
    let diagnostics: [Message]
  }

  /// `rule`.
  struct Rule: Sendable {
    let context: Query
    let definitions: [Definition]
    let assertions: [Assertion]
  }

  /// `pattern`: of its rules, the first that a node fits is the one that runs.
  struct Pattern: Sendable {
    let definitions: [Definition]
    let rules: [Rule]
  }

  /// Words with parts that are asked of the node.
  struct Message: Sendable {
    enum Part: Sendable {
      case text(String)
      /// `value-of`.
      case value(Query)
      /// `name`: of the node itself, or of the one that the path leads to.
      case name(Query?)
    }

    let language: String?
    let parts: [Part]
  }

  /// What the file calls itself; the empty text where it does not.
  package var title = ""
  var namespaces: [(prefix: String, name: String)] = []
  /// The schema's own definitions, then those of the phase that was asked for.
  var definitions: [Definition] = []
  /// The patterns of the phase that was asked for, in order.
  var patterns: [Pattern] = []

  /// The ids of everything that these rules can find, in alphabetical order.
  package var ids: [String] {
    Set(patterns.flatMap(\.rules).flatMap(\.assertions).map(\.id)).sorted()
  }
}

extension Diagnostic.ID {
  /// What begins the id of a finding of an organisation's own rules.
  package static let housePrefix = "house:"
  /// A rule file that cannot be used, or a part of it.
  package static let houseRuleRefused = Self("HouseRuleRefused")
  /// A rule that was stopped, because it takes too long.
  package static let houseRuleTooSlow = Self("HouseRuleTooSlow")

  /// Every id that this target gives besides those of the rules themselves.
  package static let ofHouseRules: [Self] = [houseRuleRefused, houseRuleTooSlow]
}
