internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A licence that is given as nothing, so that nobody knows what others may do with the text.
///
/// The grammar sees to it that the attribute is there; this rule, that it says something.
enum LicenceMissing: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    let draft = document.draft
    let owners = draft.modules.map(\.element) + draft.cards.map(\.element) + draft.curricula.map(\.element)
    let licensed =
      draft.frameworks.map(\.element) + owners.compactMap { $0.first("rights") }
      + draft.modules.flatMap { $0.element.first("resources")?.elements(named: "resource") ?? [] }
    return licensed.compactMap { element in
      guard let licence = element[attribute: "licence"], licence.value.allSatisfy(\.isWhitespace) else { return nil }
      let name = element.name.local
      return Diagnostic(
        id, at: licence.span,
        summary: Wording(en: "the licence of \(en(name)) is empty", fr: "la licence de \(fr(name)) est vide"),
        explanation: Wording(
          en: "Without a licence nobody else may copy, translate or adapt it.",
          fr: "Sans licence, personne d’autre ne peut le copier, le traduire ni l’adapter."),
        solutions: [
          .init(
            Wording(
              en: "write an SPDX identifier, such as CC-BY-4.0",
              fr: "écrire un identifiant SPDX, par exemple CC-BY-4.0"))
        ])
    }
  }
}
