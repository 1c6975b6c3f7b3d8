internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A former identifier that is another module's present or former one.
enum FormerIdentifierInUse: LibraryRule {
  static func findings(in library: LibraryContext) -> [Diagnostic] {
    var owners: [Identifier<Module>: Place] = [:]
    return library.modules.flatMap { document, facts in
      facts.formerly.enumerated().compactMap { index, former -> Diagnostic? in
        let present = library.outlines.places[former].map { Place(document: library.modules[$0].document, former: nil) }
        let place = Place(document: document, former: index)
        guard let owner = present ?? owners[former] else {
          owners[former] = place
          return nil
        }
        guard let here = place.name(in: library), let there = owner.name(in: library) else { return nil }
        return finding(here, there.span)
      }
    }
  }

  /// Where an identifier is given: a module's own, or one of its former ones.
  private struct Place {
    let document: Int
    let former: Int?

    func name(in library: LibraryContext) -> Located<Identifier<Module>>? {
      guard let draft = library.draft(inDocument: document) else { return nil }
      guard let former else { return draft.id }
      let names = draft.formerly
      return names.indices.contains(former) ? names[former] : nil
    }
  }

  private static func finding(_ former: Located<Identifier<Module>>, _ owner: SourceSpan) -> Diagnostic {
    Diagnostic(
      id, at: former.span,
      summary: Wording(
        en: "\(en(former.value)) cannot be a former identifier: it is taken",
        fr: "\(fr(former.value)) ne peut être un ancien identifiant\u{A0}: il est pris"),
      explanation: Wording(
        en: "Records under it would belong to two modules.",
        fr: "Les relevés sous ce nom appartiendraient à deux modules."),
      notes: [.init(Wording(en: "it is taken here", fr: "il est pris ici"), at: owner)],
      solutions: [
        .init(
          Wording(
            en: "delete it from formerly, or give the other module another identifier",
            fr: "le retirer de formerly, ou donner à l’autre module un autre identifiant"))
      ])
  }
}
