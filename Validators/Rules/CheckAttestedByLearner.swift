internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A check, other than a self-assessment, that only the learner of its objectives attests.
enum CheckAttestedByLearner: Rule {
  static func findings(in context: RuleContext) -> [Diagnostic] {
    context.draft.modules.flatMap { module in
      let audiences = Dictionary(
        module.objectives.map { ($0.id.value, $0.choice("for", of: Partners.self) ?? .both) },
        uniquingKeysWith: { first, _ in first })
      return module.checkList.compactMap { check in
        let learners = Set(check.objectives.compactMap { audiences[$0.value] }.flatMap(\.members))
        return finding(check, learners)
      }
    }
  }

  private static func finding(_ check: CheckDraft, _ learners: Set<Partner>) -> Diagnostic? {
    guard let witness = check.choice("attested-by", of: Partners.self), witness.members.count == 1,
      let partner = witness.members.first, learners == [partner],
      let kind = check.choice("kind", of: Check.Kind.self), kind != .selfAssessment
    else { return nil }
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
