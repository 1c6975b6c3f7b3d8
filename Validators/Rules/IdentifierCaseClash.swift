internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// Two competences of one framework whose codes differ by upper and lower case alone.
///
/// Every other identifier is in lower case by the grammar.
enum IdentifierCaseClash: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.frameworks.flatMap { framework -> [Diagnostic] in
      var first: [String: Located<String>] = [:]
      return framework.competences.map(\.competence.code).compactMap { code in
        let folded = code.value.lowercased()
        guard let earlier = first[folded] else {
          first[folded] = code
          return nil
        }
        return earlier.value == code.value ? nil : finding(code, earlier)
      }
    }
  }

  private static func finding(_ code: Located<String>, _ earlier: Located<String>) -> Diagnostic {
    Diagnostic(
      id, at: code.span,
      summary: Wording(
        en: "\(en(code.value)) and \(en(earlier.value)) differ by case alone",
        fr: "\(fr(code.value)) et \(fr(earlier.value)) ne diffèrent que par la casse"),
      explanation: Wording(
        en: "People do not hear the difference, and many systems that receive records do not keep it.",
        fr: "À l’oral rien ne les distingue, et bien des systèmes qui reçoivent les relevés les confondent."),
      notes: [.init(Wording(en: "the other code is here", fr: "l’autre code est ici"), at: earlier.span)],
      solutions: [.init(Wording(en: "choose another code", fr: "choisir un autre code"))])
  }
}
