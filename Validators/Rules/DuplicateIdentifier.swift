internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// An identifier given twice where it must be given once.
///
/// Documents share one space for each kind. Modules, groups and certificates share one, because each can be a goal;
/// objectives, activities and checks are unique within their module, codes within their framework.
enum DuplicateIdentifier: DocumentRule, LibraryRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    let draft = document.draft
    var spaces = draft.frameworks.map { $0.competences.map(\.competence.code) }
    for module in draft.modules {
      spaces.append(module.objectives.map { $0.id.text })
      spaces.append(module.activities.map { $0.id.text })
      spaces.append(module.checkList.map { $0.id.text })
    }
    return spaces.flatMap(duplicates(in:))
  }

  static func findings(in library: LibraryContext) -> [Diagnostic] {
    let frame = library.frame
    let goals = frame.curricula.flatMap { $0.groups.map { $0.id.text } + $0.certificates.map { $0.id.text } }
    let modules = library.modules.map { (document: $0.document, name: $0.facts.outline.id.rawValue) }
    let cards = library.cards.map { (document: $0.document, name: $0.id.rawValue) }
    let spaces: [[Located<String>]] = [
      goals + repeated(modules, beside: goals) { library.draft(inDocument: $0)?.id.text },
      repeated(cards, beside: []) { library.cardDraft(inDocument: $0)?.id.text },
      frame.frameworks.map { $0.id.text },
      frame.curricula.map { $0.id.text },
      frame.programmes.flatMap(\.themes).map { $0.id.text },
    ]
    return spaces.flatMap(duplicates(in:))
  }

  /// Those of many documents' identifiers that are given more than once, with their places: few need to be looked at.
  private static func repeated(
    _ names: [(document: Int, name: String)], beside others: [Located<String>], place: (Int) -> Located<String>?
  ) -> [Located<String>] {
    var seen = Set(others.map(\.value))
    let taken = Set(names.map(\.name).filter { !seen.insert($0).inserted })
    return taken.isEmpty ? [] : names.filter { taken.contains($0.name) }.compactMap { place($0.document) }
  }

  private static func duplicates(in space: [Located<String>]) -> [Diagnostic] {
    guard space.count > 1 else { return [] }
    var first: [String: SourceSpan] = [:]
    var findings: [Diagnostic] = []
    for name in space.sorted(by: { $0.span < $1.span }) {
      guard let earlier = first[name.value] else {
        first[name.value] = name.span
        continue
      }
      findings.append(
        Diagnostic(
          id, at: name.span,
          summary: Wording(
            en: "the identifier \(en(name.value)) is given twice",
            fr: "l’identifiant \(fr(name.value)) est donné deux fois"),
          explanation: Wording(
            en: "An identifier names one thing: conditions and records would not know which is meant.",
            fr: "Un identifiant nomme une seule chose\u{A0}: conditions et relevés ne sauraient pas laquelle."),
          notes: [.init(Wording(en: "first given here", fr: "donné d’abord ici"), at: earlier)],
          solutions: [.init(Wording(en: "choose another identifier", fr: "choisir un autre identifiant"))]))
    }
    return findings
  }
}

extension Located where Value: CustomStringConvertible {
  /// The identifier's characters.
  fileprivate var text: Located<String> { map { $0.description } }
}
