import Bilingual

extension CountableNoun {
  /// Minutes.
  static let minutes = CountableNoun(one: Wording(same: "minute"), many: Wording(same: "minutes"))
  /// Modules.
  static let modules = CountableNoun(one: Wording(same: "module"), many: Wording(same: "modules"))
  /// Sessions.
  static let sessions = CountableNoun(
    one: Wording(en: "session", fr: "séance"), many: Wording(en: "sessions", fr: "séances"))
  /// Sessions that took place.
  static let sessionsHeld = CountableNoun(
    one: Wording(en: "session held", fr: "séance tenue"), many: Wording(en: "sessions held", fr: "séances tenues"))
  /// Sessions that did not take place.
  static let missed = CountableNoun(
    one: Wording(en: "missed", fr: "manquée"), many: Wording(en: "missed", fr: "manquées"))
}
