internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// An activity that tells only one of the two what to do, or neither.
enum InstructionMissing: DocumentRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.modules.flatMap(\.activities).flatMap { activity in
      Partner.allCases.filter { activity.instruction(for: $0).versions.isEmpty }.map { partner in
        Diagnostic(
          id, at: activity.element.nameSpan,
          summary: Wording(
            en: "activity \(en(activity.id.value)) does not say what the \(partner.rawValue) does",
            fr: "l’activité \(fr(activity.id.value)) ne dit pas ce que fait le \(partner.rawValue)"),
          explanation: Wording(
            en: "Both sit in the room: whoever is not told becomes a spectator.",
            fr: "Les deux sont présents\u{A0}: qui n’a rien à faire devient spectateur."),
          solutions: [
            .init(
              Wording(
                en: "add an element \(en(partner.rawValue)), even if it says to watch and to note something",
                fr: "ajouter un élément \(fr(partner.rawValue)), fût-ce pour observer et noter quelque chose"))
          ])
      }
    }
  }
}
