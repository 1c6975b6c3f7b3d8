internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A check, other than a self-assessment, that only the learner of its objectives attests.
enum CheckAttestedByLearner: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.modules.flatMap { module in
      let objectives = module.objectives
      return module.checkList.compactMap { finding($0, objectives) }
    }
  }

  private static func finding(_ check: CheckDraft, _ objectives: [ObjectiveDraft]) -> Diagnostic? {
    guard let witness = check.choice("attested-by", of: Partners.self), witness.members.count == 1,
      let partner = witness.members.first,
      let kind = check.choice("kind", of: Check.Kind.self), kind != .selfAssessment
    else { return nil }
    let shown = check.objectives.map(\.value)
    let learners = objectives.filter { shown.contains($0.id.value) }.flatMap { objective in
      (objective.choice("for", of: Partners.self) ?? .both).members
    }
    guard Set(learners) == [partner] else { return nil }
    let other = partner.other
    let place = check.required("attested-by").span
    return Diagnostic(
      id, .warning, at: place,
      summary: Wording(
        en: "check \(en(check.id.value)) is attested by the \(partner.rawValue), who learns what it shows",
        fr:
          "la vérification \(fr(check.id.value)) est attestée par le \(partner.rawValue), qui apprend ce qu’elle montre"
      ),
      explanation: Wording(
        en: "Nobody vouches for themselves, unless the check is a self-assessment and says so.",
        fr: "On ne se porte pas garant de soi, sauf si la vérification est une auto-évaluation et le dit."),
      solutions: [
        .init(
          Wording(en: "let the \(other.rawValue) attest it", fr: "la faire attester par le \(other.rawValue)"),
          [.init(place, with: other.rawValue)]),
        .init(
          Wording(en: "or write kind=\"self-assessment\"", fr: "ou écrire kind=\"self-assessment\""),
          [.init(check.required("kind").span, with: "self-assessment")]),
      ])
  }
}
