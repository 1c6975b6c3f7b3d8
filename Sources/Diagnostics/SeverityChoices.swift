/// What an organisation makes of findings: an error that only warns, a warning that stops, or one that is not shown.
package struct SeverityChoices: Hashable, Sendable, Codable {
  /// What becomes of a finding.
  package enum Choice: String, CaseIterable, Sendable, Codable {
    /// It stops.
    case error
    /// It warns.
    case warning
    /// It is not shown.
    case off
  }

  private var choices: [Diagnostic.ID: Choice] = [:]

  /// No choices: every finding weighs what its rule says.
  package init() {}

  /// The choice for an id; nil where its rule decides.
  package subscript(id: Diagnostic.ID) -> Choice? {
    get { choices[id] }
    set { choices[id] = newValue }
  }

  /// The ids that have a choice, in alphabetical order.
  package var ids: [Diagnostic.ID] { choices.keys.sorted() }

  /// These choices, and the others' where they have one for the same id.
  package func overridden(by others: SeverityChoices) -> SeverityChoices {
    var result = self
    result.choices.merge(others.choices) { $1 }
    return result
  }

  /// The findings as they weigh by these choices, in the same order, without those that are off.
  package func applied(to findings: [Diagnostic]) -> [Diagnostic] {
    guard !choices.isEmpty else { return findings }
    return findings.compactMap { finding in
      switch choices[finding.id] {
      case nil: finding
      case .off: nil
      case .error: finding.weighing(.error)
      case .warning: finding.weighing(.warning)
      }
    }
  }
}

extension Diagnostic {
  /// The same finding with another weight.
  package func weighing(_ severity: Severity) -> Diagnostic {
    Diagnostic(
      id, severity, at: span, summary: summary, explanation: explanation, notes: notes, solutions: solutions)
  }
}
