internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A former identifier that is another module's present or former one.
enum FormerIdentifierInUse: LibraryRule {
  static func findings(in library: LibraryContext) -> [Diagnostic] {
    var owners: [Identifier<Module>: SourceSpan] = library.modules.mapValues(\.id.span)
    return library.draft.modules.flatMap { module in
      module.formerly.compactMap { former in
        guard let owner = owners[former.value] else {
          owners[former.value] = former.span
          return nil
        }
        return finding(former, owner)
      }
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
