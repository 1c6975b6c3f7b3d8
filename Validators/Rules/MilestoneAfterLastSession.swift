internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A milestone whose session comes after the last one of the curriculum's rhythm.
enum MilestoneAfterLastSession: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.curricula.flatMap { curriculum -> [Diagnostic] in
      guard let sessions = curriculum.rhythm?.number("sessions") else { return [] }
      return curriculum.milestones.compactMap { milestone in
        guard let session = milestone.number("by-session"), session.value > sessions.value else { return nil }
        return Diagnostic(
          id, .warning, at: session.span,
          summary: Wording(
            en: "session \(session.value) of this milestone does not exist: there are \(sessions.value)",
            fr: "la séance \(session.value) de ce jalon n’existe pas\u{A0}: il y en a \(sessions.value)"),
          explanation: Wording(
            en: "A milestone beyond the last session binds nothing.",
            fr: "Un jalon au-delà de la dernière séance n’engage à rien."),
          notes: [
            .init(Wording(en: "the sessions are counted here", fr: "les séances sont comptées ici"), at: sessions.span)
          ],
          solutions: [
            .init(
              Wording(
                en: "write a session from 1 to \(sessions.value)", fr: "écrire une séance de 1 à \(sessions.value)")),
            .init(
              Wording(
                en: "or write last=\"yes\" instead, for the end", fr: "ou écrire plutôt last=\"yes\", pour la fin")),
          ])
      }
    }
  }
}
