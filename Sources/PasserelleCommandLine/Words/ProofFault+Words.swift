import Bilingual
import PlanProof

extension ProofFault {
  /// Why the proof is refused, after a colon.
  var wording: Wording {
    switch self {
    case .format(let format):
      Wording(
        en: "this version does not know the form ‘\(format)’",
        fr: "cette version ne connaît pas la forme «\u{A0}\(format)\u{A0}»")
    case .plan:
      Wording(
        en: "its modules are no plan that reaches the goal", fr: "ses modules ne forment pas un plan qui mène au but")
    case .minutes(let minutes):
      Wording(en: "its modules take \(minutes) minutes", fr: "ses modules demandent \(minutes) minutes")
    case .claim:
      Wording(en: "it claims more than it proves", fr: "elle affirme plus qu’elle ne prouve")
    case .stage(let stage):
      Wording(en: "its stage \(stage + 1) does not follow", fr: "son étape \(stage + 1) ne s’ensuit pas")
    case .row(let row, let stage):
      Wording(
        en: "row \(row) of its stage \(stage + 1) is not true of every plan",
        fr: "la ligne \(row) de son étape \(stage + 1) n’est pas vraie de tout plan")
    case .part(let part, let stage):
      Wording(
        en: "part \(part) of its stage \(stage + 1) makes no sense",
        fr: "la partie \(part) de son étape \(stage + 1) n’a pas de sens")
    case .open(let part, let stage):
      Wording(
        en: "a shorter plan could hide in part \(part) of its stage \(stage + 1)",
        fr: "un plan plus court pourrait se cacher dans la partie \(part) de son étape \(stage + 1)")
    case .sessions:
      Wording(
        en: "it claims more sessions than its minutes fill",
        fr: "elle affirme plus de séances que ses minutes n’en remplissent")
    case .budget(let minutes):
      Wording(en: "it is of a budget of \(minutes) minutes", fr: "elle porte sur un budget de \(minutes) minutes")
    case .worth(let points):
      Wording(en: "its modules are worth \(points) points", fr: "ses modules valent \(points) points")
    case .dearer:
      Wording(
        en: "it does not show that what is worth more takes longer than there is",
        fr: "elle ne montre pas que ce qui vaut davantage demande plus de temps qu’il n’y en a")
    }
  }
}
