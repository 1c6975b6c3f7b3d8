internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// An activity that fits into no session of any curriculum that offers its module.
enum ActivityLongerThanSession: Rule {
  static func findings(in context: RuleContext) -> [Diagnostic] {
    let longest = longestSessions(in: context)
    return context.draft.modules.flatMap { module in
      module.activities.compactMap { activity in
        guard let session = longest[module.id.value], let minutes = activity.minutes, minutes.value > session.value
        else { return nil }
        return finding(activity, minutes, session)
      }
    }
  }

  /// The longest session among the curricula that offer a module, with the place where it is written.
  private static func longestSessions(in context: RuleContext) -> [Identifier<Module>: Located<Int>] {
    var longest: [Identifier<Module>: Located<Int>] = [:]
    for draft in context.draft.curricula {
      guard let session = draft.rhythm?.number("minutes") else { continue }
      let curriculum = draft.value(modules: context.outlines)
      for module in curriculum.groups.flatMap(\.modules) + curriculum.milestones.map(\.module)
      where session.value > (longest[module]?.value ?? 0) {
        longest[module] = session
      }
    }
    return longest
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
