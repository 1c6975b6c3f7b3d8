internal import Bilingual
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A workspace with no programme document, or with more than one.
enum ProgrammeMissing: LibraryRule {
  static func findings(in library: LibraryContext) -> [Diagnostic] {
    let programmes = library.frame.programmes
    return programmes.dropFirst().map { programme in
      Diagnostic(
        id, at: programme.element.nameSpan,
        summary: Wording(en: "a workspace has one programme", fr: "un espace de travail a un seul programme"),
        explanation: Wording(
          en: "It decides languages, themes and issuer for all documents.",
          fr: "Il décide des langues, des thèmes et de l’émetteur pour tous les documents."),
        notes: [
          .init(
            Wording(en: "the other programme is here", fr: "l’autre programme est ici"),
            at: programmes[0].element.nameSpan)
        ],
        solutions: [.init(Wording(en: "keep one of the two", fr: "garder l’un des deux"))])
    }
  }
}
