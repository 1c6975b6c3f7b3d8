internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A published module outside the least fixed point: nobody can ever meet its conditions.
enum PrerequisiteUnreachable: LibraryRule {
  static func findings(in library: LibraryContext) -> [Diagnostic] {
    guard library.isWorkspace, let reach = library.reach else { return [] }
    let blocked = reach.opportunities.filter { !reach.reachability.modules.contains($0.module) }
    // A module that only waits for another blocked one is not at fault: the message at the root is enough.
    let roots = blocked.filter { opportunity in
      let others = Set(blocked.map(\.module)).subtracting([opportunity.module])
      return !reach.reaches(opportunity.condition, given: others)
    }
    return roots.compactMap { opportunity in
      guard let draft = library.draft(of: opportunity.module) else { return nil }
      let blocking = reach.reachability.blockingSet(for: opportunity.condition, in: reach.opportunities)
      return finding(opportunity, draft, blocking, library)
    }
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
          fr: "le module \(fr(opportunity.module)) ne peut jamais commencer\u{A0}: \(named.fr) ne peut devenir vrai"),
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
