import Bilingual
import CurriculumModel
import CurriculumReading
import Diagnostics
import Markup
import PathPlanning

/// A certificate that takes more sessions than its curriculum's rhythm has.
enum CertificateBeyondSpan: AuditRule {
  static func findings(in context: AuditContext) -> [Diagnostic] {
    context.curricula.flatMap { draft, curriculum in
      draft.certificates.compactMap { certificate in
        let most = curriculum.rhythm.sessions
        let goal = Goal.certificate(certificate.id.value)
        return context.fewestSessions(goal, of: curriculum, beyond: most).map {
          finding(certificate.id, needs: $0, of: most, draft)
        }
      }
    }
  }

  private static func finding(
    _ certificate: Located<Identifier<Certificate>>, needs sessions: Int, of most: Int, _ draft: CurriculumDocumentDraft
  ) -> Diagnostic {
    let name = certificate.value.rawValue
    return Diagnostic(
      id, .warning, at: certificate.span,
      summary: Wording(
        en: "certificate \(Language.en.quote(name)) takes \(sessions) sessions at least, and there are \(most)",
        fr: "l’attestation \(Language.fr.quote(name)) demande au moins \(sessions) séances, et il y en a \(most)"),
      explanation: Wording(
        en: "No plan of a pair that begins from nothing earns it within the rhythm: that is proved.",
        fr: "Aucun plan d’un binôme partant de zéro ne la fait mériter dans ce rythme\u{A0}: c’est prouvé."),
      notes: (draft.rhythm?.number("sessions")).map {
        [.init(Wording(en: "the sessions are counted here", fr: "les séances sont comptées ici"), at: $0.span)]
      } ?? [],
      solutions: [
        .init(
          Wording(
            en: "ask for less, offer shorter modules, or plan more sessions",
            fr: "demander moins, proposer des modules plus courts, ou prévoir plus de séances"))
      ])
  }
}
