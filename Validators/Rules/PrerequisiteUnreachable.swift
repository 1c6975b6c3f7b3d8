internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A published module outside the least fixed point: nobody can ever meet its conditions.
enum PrerequisiteUnreachable: LibraryRule {
  static func findings(in library: LibraryContext) -> [Diagnostic] {
    guard library.isWorkspace, let reach = library.reach else { return [] }
    let blocked = BlockedModules(in: reach)
    let alone = blocked.alone.compactMap { opportunity in
      library.draft(of: opportunity.module).map { draft in
        finding(
          opportunity, draft, reach.reachability.blockingSet(for: opportunity.condition, in: reach.opportunities),
          library)
      }
    }
    return alone + blocked.circles.compactMap { finding(circle: $0, in: library) }
  }

  /// One finding for a whole circle, at its first module.
  private static func finding(circle: [Opportunity], in library: LibraryContext) -> Diagnostic? {
    let next = circle.dropFirst() + circle.prefix(1)
    let places = zip(circle, next).compactMap { opportunity, next in
      library.draft(of: opportunity.module).map { draft in
        (module: opportunity.module, waitsFor: next.module, span: place(of: next.effects, in: draft) ?? draft.nameSpan)
      }
    }
    guard let first = places.first else { return nil }
    let modules = Wording { language in language.list(circle.map { language.quote($0.module.rawValue) }) }
    return Diagnostic(
      id, at: first.span,
      summary: circle.count == 2
        ? Wording(
          en: "modules \(modules.en) require each other",
          fr: "les modules \(modules.fr) se demandent l’un l’autre")
        : Wording(
          en: "modules \(modules.en) require each other in a circle",
          fr: "les modules \(modules.fr) se demandent les uns les autres, en cercle"),
      explanation: Wording(
        en: "Each waits for another, and nothing leads in from outside: none of them can ever start.",
        fr: "Chacun en attend un autre, et rien n’y mène de l’extérieur\u{A0}: aucun ne peut jamais commencer."),
      notes: places.dropFirst().map { place in
        .init(
          Wording(
            en: "\(en(place.module)) waits for \(en(place.waitsFor))",
            fr: "\(fr(place.module)) attend \(fr(place.waitsFor))"), at: place.span)
      },
      solutions: [
        .init(
          Wording(
            en: "take the condition out of one of them, or offer an alternative with <any>",
            fr: "ôter la condition de l’un d’eux, ou offrir une alternative avec <any>"))
      ])
  }

  private static func finding(
    _ opportunity: Opportunity, _ draft: ModuleDraft, _ blocking: [Fact], _ library: LibraryContext
  ) -> Diagnostic {
    let named = Wording { language in language.list(blocking.map { $0.words[language] }) }
    let onlyItself =
      blocking.contains(.passed(opportunity.module)) || blocking.allSatisfy { opportunity.effects.contains($0) }
    return Diagnostic(
      id, at: place(of: blocking, in: draft) ?? draft.nameSpan,
      summary: onlyItself
        ? Wording(
          en: "module \(en(opportunity.module)) requires itself: \(named.en)",
          fr: "le module \(fr(opportunity.module)) se demande lui-même\u{A0}: \(named.fr)")
        : Wording(
          en: "module \(en(opportunity.module)) can never start: \(named.en) cannot come true",
          fr: "le module \(fr(opportunity.module)) ne peut jamais commencer\u{202F}; hors d’atteinte\u{A0}: \(named.fr)"
        ),
      explanation: onlyItself
        ? Wording(
          en: "Only its own result would satisfy its condition, directly or around a circle.",
          fr: "Seul son propre résultat remplirait sa condition, directement ou en cercle.")
        : Wording(
          en: "No published module makes this true for a pair that starts from nothing.",
          fr: "Aucun module publié ne le rend vrai pour un binôme qui part de zéro."),
      notes: withdrawn(blocking, library),
      solutions: [
        .init(
          Wording(
            en: "offer an alternative with <any>, or publish a module that teaches it",
            fr: "proposer une alternative avec <any>, ou publier un module qui l’enseigne"))
      ])
  }

  /// Where the module itself asks for one of the blocking facts.
  private static func place(of blocking: [Fact], in draft: ModuleDraft) -> SourceSpan? {
    let mentees = draft.direction.mentees
    return draft.requires?.requirements.leaves.first { leaf in
      Condition<Fact>(leaf.value, mentees: mentees).leaves.contains { blocking.contains($0) }
    }?.span ?? draft.requires?.element.nameSpan
  }

  private static func withdrawn(_ blocking: [Fact], _ library: LibraryContext) -> [Diagnostic.Note] {
    blocking.compactMap { fact in
      guard case .passed(let id) = fact, let draft = library.draft(of: id), draft.status != .published,
        let status = draft.lifecycle?.element[attribute: "status"]
      else { return nil }
      return .init(
        Wording(en: "\(en(id)) is not published", fr: "\(fr(id)) n’est pas publié"), at: status.span)
    }
  }
}
