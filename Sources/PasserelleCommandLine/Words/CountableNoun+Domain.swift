import Bilingual

extension CountableNoun {
  /// Minutes.
  static let minutes = CountableNoun(one: Wording(same: "minute"), many: Wording(same: "minutes"))
  /// Modules.
  static let modules = CountableNoun(one: Wording(same: "module"), many: Wording(same: "modules"))
  /// Modules that were passed.
  static let modulesPassed = CountableNoun(
    one: Wording(en: "module passed", fr: "module réussi"), many: Wording(en: "modules passed", fr: "modules réussis"))
  /// Sessions.
  static let sessions = CountableNoun(
    one: Wording(en: "session", fr: "séance"), many: Wording(en: "sessions", fr: "séances"))
  /// Sessions that took place.
  static let sessionsHeld = CountableNoun(
    one: Wording(en: "session held", fr: "séance tenue"), many: Wording(en: "sessions held", fr: "séances tenues"))
  /// Sessions that did not take place.
  static let missed = CountableNoun(
    one: Wording(en: "missed", fr: "manquée"), many: Wording(en: "missed", fr: "manquées"))
  /// Cards.
  static let cards = CountableNoun(one: Wording(en: "card", fr: "fiche"), many: Wording(en: "cards", fr: "fiches"))
  /// Curricula.
  static let curricula = CountableNoun(
    one: Wording(en: "curriculum", fr: "parcours"), many: Wording(en: "curricula", fr: "parcours"))
  /// Certificates.
  static let certificates = CountableNoun(
    one: Wording(en: "certificate", fr: "attestation"), many: Wording(en: "certificates", fr: "attestations"))
  /// Days.
  static let days = CountableNoun(one: Wording(en: "day", fr: "jour"), many: Wording(en: "days", fr: "jours"))
  /// Certificates that were issued.
  static let issued = CountableNoun(
    one: Wording(en: "certificate issued", fr: "attestation délivrée"),
    many: Wording(en: "certificates issued", fr: "attestations délivrées"))
  /// Months.
  static let months = CountableNoun(one: Wording(en: "month", fr: "mois"), many: Wording(en: "months", fr: "mois"))
  /// Pairs that are suggested.
  static let newPairs = CountableNoun(
    one: Wording(en: "new pair is suggested", fr: "nouveau binôme est proposé"),
    many: Wording(en: "new pairs are suggested", fr: "nouveaux binômes sont proposés"))
  /// Lines or statements that cannot be taken.
  static let placesRefused = CountableNoun(
    one: Wording(en: "place that cannot be taken", fr: "endroit qui ne peut être repris"),
    many: Wording(en: "places that cannot be taken", fr: "endroits qui ne peuvent être repris"))
  /// People.
  static let people = CountableNoun(
    one: Wording(en: "person", fr: "personne"), many: Wording(en: "people", fr: "personnes"))
  /// Pairs.
  static let pairs = CountableNoun(
    one: Wording(en: "pair", fr: "binôme"), many: Wording(en: "pairs", fr: "binômes"))
  /// Events.
  static let events = CountableNoun(
    one: Wording(en: "event", fr: "événement"), many: Wording(en: "events", fr: "événements"))
  /// Reasons in somebody’s words.
  static let reasons = CountableNoun(
    one: Wording(en: "reason", fr: "motif"), many: Wording(en: "reasons", fr: "motifs"))
  /// Names of pairs.
  static let namesOfPairs = CountableNoun(
    one: Wording(en: "pair’s name", fr: "nom de binôme"), many: Wording(en: "pairs’ names", fr: "noms de binômes"))
  /// Findings.
  static let findings = CountableNoun(
    one: Wording(en: "finding", fr: "constat"), many: Wording(en: "findings", fr: "constats"))
}
