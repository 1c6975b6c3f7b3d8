internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A refresh that requires the very pass it renews, which no longer holds once it has run out.
enum RefreshOutOfReach: LibraryRule {
  static func findings(in library: LibraryContext) -> [Diagnostic] {
    library.modules.compactMap { place, facts in
      let id = facts.outline.id
      guard let renewing = facts.refresh, renewing != id,
        let condition = library.facts(of: renewing)?.outline.opportunity.condition.attainable,
        !condition.holds({ $0 != .passed(id) }), let module = library.draft(inDocument: place),
        let refresh = module.refresh,
        let leaf = library.draft(of: renewing)?.requires?.requirements.leaves.first(where: { $0.value == .passed(id) })
      else { return nil }
      return finding(module, refresh, leaf.span)
    }
  }

  private static func finding(
    _ module: ModuleDraft, _ refresh: Located<Identifier<Module>>, _ place: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id, .warning, at: refresh.span,
      summary: Wording(
        en: "\(en(refresh.value)) renews \(en(module.id.value)) but requires it",
        fr: "\(fr(refresh.value)) renouvelle \(fr(module.id.value)) mais le demande"),
      explanation: Wording(
        en: "Once the pass has run out, its refresh can no longer start: the whole module must be taken again.",
        fr: "Une fois la validité passée, le rappel ne peut plus commencer\u{A0}: il faut reprendre tout le module."),
      notes: [.init(Wording(en: "it is required here", fr: "il est demandé ici"), at: place)],
      solutions: [
        .init(
          Wording(
            en: "offer an alternative there with <any>, or name a refresh that stands alone",
            fr: "y proposer une alternative avec <any>, ou nommer un rappel qui tient seul"))
      ])
  }
}

extension ModuleDraft {
  /// The module that renews it; nil where none does.
  var refresh: Located<Identifier<Module>>? {
    guard let validity, validity.element[attribute: "refresh"] != nil else { return nil }
    return validity.identifier("refresh")
  }
}
