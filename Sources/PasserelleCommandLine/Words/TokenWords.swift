import Bilingual
import CurriculumModel
import ProgrammeModel

/// The vocabulary's tokens in words.
enum TokenWords {
  /// What kind of doing an activity is.
  static func mode(_ mode: Activity.Mode) -> Wording {
    switch mode {
    case .talk: Wording(en: "talk", fr: "échange")
    case .demonstrate: Wording(en: "demonstration", fr: "démonstration")
    case .practice: Wording(en: "practice", fr: "pratique")
    case .explore: Wording(en: "exploration", fr: "exploration")
    case .create: Wording(en: "making", fr: "création")
    case .decide: Wording(en: "decision", fr: "décision")
    case .plan: Wording(en: "planning", fr: "planification")
    case .reflect: Wording(en: "looking back", fr: "bilan")
    }
  }

  /// Who leads or who says so.
  static func partners(_ partners: Partners) -> Wording {
    switch partners {
    case .junior: Wording(en: "the junior", fr: "le junior")
    case .senior: Wording(en: "the senior", fr: "le senior")
    case .both: Wording(en: "both", fr: "les deux")
    }
  }

  /// Whether a certificate counts.
  static func standing(_ standing: IssuedCertificate.Standing) -> String {
    switch standing {
    case .active: said(en: "valid", fr: "valide")
    case .expired: said(en: "expired", fr: "expirée")
    case .revoked: said(en: "revoked", fr: "révoquée")
    case .superseded: said(en: "replaced", fr: "remplacée")
    }
  }

  /// A need or a situation: the words for those that we know, otherwise the token itself, readably.
  static func need(_ token: String) -> String {
    known[token]?[spokenLanguage] ?? token.replacing("-", with: " ")
  }

  private static let known: [String: Wording] = [
    "remote": Wording(en: "at a distance", fr: "à distance"),
    "no-account": Wording(en: "without an account", fr: "sans compte"),
    "other-tool": Wording(en: "with another tool", fr: "avec un autre outil"),
    "low-vision": Wording(en: "low vision", fr: "basse vision"),
    "reporting-line": Wording(en: "reporting line", fr: "lien hiérarchique"),
    "past-fraud": Wording(en: "after a fraud", fr: "après une fraude"),
    "existing-account": Wording(en: "with an account already", fr: "avec un compte déjà ouvert"),
    "hearing": Wording(en: "hearing", fr: "audition"),
    "attention": Wording(en: "attention", fr: "attention"),
    "memory": Wording(en: "memory", fr: "mémoire"),
    "motor": Wording(en: "hands and movement", fr: "motricité"),
    "dyslexia": Wording(en: "dyslexia", fr: "dyslexie"),
    "speech": Wording(en: "speech", fr: "parole"),
    "screen-reader": Wording(en: "screen reader", fr: "lecteur d’écran"),
    "autism": Wording(en: "autism", fr: "autisme"),
  ]
}
