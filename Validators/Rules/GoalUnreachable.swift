internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A group or a certificate that no pair can ever fulfil.
enum GoalUnreachable: LibraryRule {
  static func findings(in library: LibraryContext) -> [Diagnostic] {
    guard library.isWorkspace, let reach = library.reach else { return [] }
    return zip(library.frame.curricula, library.curricula).flatMap { draft, curriculum -> [Diagnostic] in
      var findings: [Diagnostic] = []
      var hopeless: Set<Identifier<Group>> = []
      for (group, value) in zip(draft.groups, curriculum.groups) where !reach.fulfils(value) {
        hopeless.insert(value.id)
        // A group that asks for more than it lists is a matter for another rule.
        if AtLeastTooMany.finding(group) == nil { findings.append(finding(forGroup: group, value, reach)) }
      }
      for (certificate, value) in zip(draft.certificates, curriculum.certificates) {
        // A certificate that waits for a hopeless group is not at fault itself.
        let unmet = reach.unmet(value, certificate, in: curriculum, forgiving: hopeless)
        if let unmet { findings.append(finding(forCertificate: certificate, unmet)) }
      }
      return findings
    }
  }

  private static func finding(forGroup draft: GroupDraft, _ group: Group, _ reach: LibraryReach) -> Diagnostic {
    let blocked = group.modules.filter { !reach.reachability.modules.contains($0) }
    let place = draft.modules.first { blocked.contains($0.value) }?.span
    return Diagnostic(
      id,
      at: place ?? draft.element[attribute: "at-least"]?.span ?? draft.element[attribute: "at-least-minutes"]?.span
        ?? draft.id.span,
      summary: Wording(
        en: "group \(en(group.id)) can never be fulfilled", fr: "le groupe \(fr(group.id)) ne peut jamais être rempli"),
      explanation: reach.shortfall(of: group, blocked: blocked),
      solutions: reach.unpublished(blocked).map { module in
        .init(
          Wording(
            en: "set the status of \(en(module)) to published, once it is ready",
            fr: "passer le status de \(fr(module)) à published, une fois qu’il est prêt"))
      } + [
        .init(
          Wording(
            en: "ask for less, or add modules to the group", fr: "demander moins, ou ajouter des modules au groupe"))
      ])
  }

  private static func finding(forCertificate draft: CertificateDraft, _ unmet: Located<Wording>) -> Diagnostic {
    Diagnostic(
      id, at: unmet.span,
      summary: Wording(
        en: "certificate \(en(draft.id.value)) can never be earned: \(unmet.value.en) cannot come true",
        fr:
          "l’attestation \(fr(draft.id.value)) ne peut jamais être méritée\u{202F}; hors d’atteinte\u{A0}: \(unmet.value.fr)"
      ),
      explanation: Wording(
        en: "No pair that starts from nothing can reach it with the published modules.",
        fr: "Aucun binôme partant de zéro ne peut l’atteindre avec les modules publiés."),
      solutions: [
        .init(
          Wording(
            en: "ask for less, or publish a module that teaches it",
            fr: "demander moins, ou publier un module qui l’enseigne"))
      ])
  }
}
