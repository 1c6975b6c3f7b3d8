internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// An activity that fits into no session of any curriculum that offers its module.
enum ActivityLongerThanSession: ReferenceRule {
  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic] {
    document.draft.modules.flatMap { module in
      module.activities.compactMap { activity in
        guard let session = library.longestSessions[module.id.value], let minutes = activity.minutes,
          minutes.value > session.value
        else { return nil }
        return finding(activity, minutes, session)
      }
    }
  }

  private static func finding(
    _ activity: ActivityDraft, _ minutes: Located<Int>, _ session: Located<Int>
  ) -> Diagnostic {
    Diagnostic(
      id, .warning, at: minutes.span,
      summary: Wording(
        en:
          "\(minutes.value) minutes of \(en(activity.id.value)) fit into no session: the longest has \(session.value)",
        fr:
          "\(minutes.value) minutes de \(fr(activity.id.value)) ne tiennent dans aucune séance\u{A0}: la plus longue en a \(session.value)"
      ),
      explanation: Wording(
        en: "A long module is continued in the next session between two activities, never within one.",
        fr: "Un module long se poursuit à la séance suivante entre deux activités, jamais au milieu d’une."),
      notes: [
        .init(
          Wording(en: "the sessions’ length is given here", fr: "la durée des séances est donnée ici"), at: session.span
        )
      ],
      solutions: [
        .init(
          Wording(
            en: "split it into activities of at most \(session.value) minutes",
            fr: "la partager en activités de \(session.value) minutes au plus"))
      ])
  }
}
