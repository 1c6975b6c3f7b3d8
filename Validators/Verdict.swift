package import CurriculumReading
package import Diagnostics

/// What is found in documents, without the library that they make.
package struct Verdict: Sendable {
  /// Everything found, in reading order.
  package let findings: [Diagnostic]
  /// The documents, for lines and columns.
  package let sources: Sources
  /// How many documents of which kind were read.
  package let counts: [DocumentKind: Int]
  /// What the programme makes of findings; `findings` weigh what their rules say.
  package let severities: SeverityChoices
  /// The files of the organisation's own rules that the programme names; `findings` hold none of theirs.
  package let houseRules: [HouseRulesReference]

  /// The same with more that was found in the same documents.
  package func adding(_ more: [Diagnostic]) -> Verdict {
    guard !more.isEmpty else { return self }
    return Verdict(
      findings: (findings + more).inReadingOrder(), sources: sources, counts: counts, severities: severities,
      houseRules: houseRules)
  }
}
