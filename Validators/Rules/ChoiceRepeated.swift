internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// The same thing listed twice where each should be another choice: parts of a condition, modules of a group.
///
/// An error where the choices are counted, because one achievement would then count as two.
enum ChoiceRepeated: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    let groups = document.draft.curricula.flatMap(\.groups).map(\.element)
    return document.draft.conditionHolders.flatMap { holder in
      repeats(in: holder.conditionParts, of: holder, counted: holder.name.local == "at-least")
    }
      + groups.flatMap { group in
        repeats(in: group.elements(named: "module"), of: group, counted: group[attribute: "at-least"] != nil)
      }
  }

  private static func repeats(in parts: [Element], of holder: Element, counted: Bool) -> [Diagnostic] {
    guard parts.count > 1 else { return [] }
    var first: [String: Element] = [:]
    return parts.compactMap { part in
      let meaning = meaning(of: part)
      guard let earlier = first[meaning] else {
        first[meaning] = part
        return nil
      }
      return finding(part, earlier, in: holder, counted ? .error : .warning)
    }
  }

  /// What an element says, whatever the order of its attributes and parts.
  private static func meaning(of element: Element) -> String {
    let attributes = element.attributes.map { "\($0.name.local)=\(trimmed($0.value.value))" }.sorted()
    let parts = element.elements.map(meaning(of:)).sorted()
    return "\(element.name.local)(\((attributes + parts).joined(separator: " ")))"
  }

  private static func finding(
    _ part: Element, _ earlier: Element, in holder: Element, _ severity: Diagnostic.Severity
  ) -> Diagnostic {
    Diagnostic(
      id, severity, at: place(of: part),
      summary: Wording(
        en: "this \(en(part.name.local)) is listed twice in \(en(holder.name.local))",
        fr: "ce \(fr(part.name.local)) figure deux fois dans \(fr(holder.name.local))"),
      explanation: severity == .error
        ? Wording(
          en: "One achievement would count as two.", fr: "Une seule réussite compterait pour deux.")
        : Wording(
          en: "The second adds nothing; most often another one was meant.",
          fr: "Le second n’ajoute rien\u{202F}; le plus souvent, un autre était voulu."),
      notes: [.init(Wording(en: "first listed here", fr: "figure d’abord ici"), at: place(of: earlier))],
      solutions: [
        .init(Wording(en: "delete it, or name another", fr: "le supprimer, ou en nommer un autre"))
      ])
  }

  private static func place(of part: Element) -> SourceSpan {
    for name in ["module", "group", "code", "ref"] {
      if let value = part[attribute: name] { return value.span }
    }
    return part.nameSpan
  }
}
