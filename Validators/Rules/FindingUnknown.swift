internal import Bilingual
internal import CurriculumReading
internal import Diagnostics
internal import HouseRules
internal import Markup

/// A severity for a finding that nothing makes, or a second severity for the same one.
enum FindingUnknown: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.programmes.flatMap { programme in
      var seen: [String: SourceSpan] = [:]
      return programme.findings.compactMap { finding -> Diagnostic? in
        let name = finding.required("id").map(trimmed)
        if let first = seen.updateValue(name.span, forKey: name.value) { return repeated(name, first) }
        // Which ids the organisation's own rules have, only their files know.
        let isKnown = findingIDs.contains(name.value) || name.value.hasPrefix(Diagnostic.ID.housePrefix)
        return isKnown ? nil : unknown(name)
      }
    }
  }

  private static func unknown(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      id, at: name.span,
      summary: Wording(
        en: "check makes no finding \(en(name.value))", fr: "check ne fait aucun constat \(fr(name.value))"),
      explanation: Wording(
        en: "Its severity would change nothing; ‘passerelle explain’ lists what check can find.",
        fr:
          "Son poids ne changerait rien\u{202F}; «\u{A0}passerelle explain\u{A0}» liste ce que check peut constater."),
      solutions: Diagnostic.Solution.didYouMean(name.value, among: findingIDs, at: name.span))
  }

  private static func repeated(_ name: Located<String>, _ first: SourceSpan) -> Diagnostic {
    Diagnostic(
      id, at: name.span,
      summary: Wording(
        en: "\(en(name.value)) is given a severity twice", fr: "\(fr(name.value)) reçoit deux fois un poids"),
      explanation: Wording(en: "Only the first would count.", fr: "Seul le premier compterait."),
      notes: [.init(Wording(en: "first given here", fr: "donné une première fois ici"), at: first)])
  }
}
