/// Why a grammar cannot be explained: a feature of RELAX NG that this target does not read.
package struct UnsupportedGrammar: Error, Equatable, Sendable {
  /// What was met.
  package enum Reason: Equatable, Sendable {
    /// An element of RELAX NG that is not read, such as `externalRef`.
    case element(String)
    /// A reference to a definition that does not exist.
    case undefined(String)
    /// A definition that holds itself without an element between.
    case recursive(String)
    /// Two definitions of one name that do not say how they combine.
    case combined(String)
    /// A datatype that is not read.
    case datatype(String)
    /// A parameter of a datatype that is not read, or its value.
    case parameter(String, String)
    /// A regular expression that is not read.
    case expression(String)
    /// A prefixed name other than `xml:…`, or a name that is missing.
    case name(String)
    /// The root is neither `grammar` nor a pattern, or has no start.
    case noStart
  }

  /// What was met.
  package let reason: Reason

  /// A refusal for a reason.
  package init(_ reason: Reason) {
    self.reason = reason
  }
}
