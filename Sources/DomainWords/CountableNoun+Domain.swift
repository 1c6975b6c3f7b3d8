package import Bilingual

extension CountableNoun {
  /// Minutes.
  package static let minutes = CountableNoun(one: Wording(same: "minute"), many: Wording(same: "minutes"))
  /// Modules.
  package static let modules = CountableNoun(one: Wording(same: "module"), many: Wording(same: "modules"))
  /// Places in a document that are still empty.
  package static let gaps = CountableNoun(one: Wording(en: "gap", fr: "vide"), many: Wording(en: "gaps", fr: "vides"))
  /// Documents.
  package static let documents = CountableNoun(one: Wording(same: "document"), many: Wording(same: "documents"))
  /// What parts of a goal are worth.
  package static let points = CountableNoun(one: Wording(same: "point"), many: Wording(same: "points"))
  /// Modules beside those that are named.
  package static let otherModules = CountableNoun(
    one: Wording(en: "other module", fr: "autre module"), many: Wording(en: "other modules", fr: "autres modules"))
  /// Modules that were passed.
  package static let modulesPassed = CountableNoun(
    one: Wording(en: "module passed", fr: "module réussi"), many: Wording(en: "modules passed", fr: "modules réussis"))
  /// Sessions.
  package static let sessions = CountableNoun(
    one: Wording(en: "session", fr: "séance"), many: Wording(en: "sessions", fr: "séances"))
  /// Sessions that took place.
  package static let sessionsHeld = CountableNoun(
    one: Wording(en: "session held", fr: "séance tenue"), many: Wording(en: "sessions held", fr: "séances tenues"))
  /// Sessions that did not take place.
  package static let missed = CountableNoun(
    one: Wording(en: "missed", fr: "manquée"), many: Wording(en: "missed", fr: "manquées"))
  /// Cards.
  package static let cards = CountableNoun(
    one: Wording(en: "card", fr: "fiche"), many: Wording(en: "cards", fr: "fiches"))
  /// Curricula.
  package static let curricula = CountableNoun(
    one: Wording(en: "curriculum", fr: "parcours"), many: Wording(en: "curricula", fr: "parcours"))
  /// Certificates.
  package static let certificates = CountableNoun(
    one: Wording(en: "certificate", fr: "attestation"), many: Wording(en: "certificates", fr: "attestations"))
  /// Days.
  package static let days = CountableNoun(one: Wording(en: "day", fr: "jour"), many: Wording(en: "days", fr: "jours"))
  /// Certificates that were issued.
  package static let issued = CountableNoun(
    one: Wording(en: "certificate issued", fr: "attestation délivrée"),
    many: Wording(en: "certificates issued", fr: "attestations délivrées"))
  /// Months.
  package static let months = CountableNoun(
    one: Wording(en: "month", fr: "mois"), many: Wording(en: "months", fr: "mois"))
  /// Pairs that are suggested.
  package static let newPairs = CountableNoun(
    one: Wording(en: "new pair is suggested", fr: "nouveau binôme est proposé"),
    many: Wording(en: "new pairs are suggested", fr: "nouveaux binômes sont proposés"))
  /// Lines or statements that cannot be taken.
  package static let placesRefused = CountableNoun(
    one: Wording(en: "place that cannot be taken", fr: "endroit qui ne peut être repris"),
    many: Wording(en: "places that cannot be taken", fr: "endroits qui ne peuvent être repris"))
  /// Passes whose conditions did not hold, taken because somebody says why they are true.
  package static let passesOutOfOrder = CountableNoun(
    one: Wording(en: "pass taken out of order", fr: "validation reprise hors de l’ordre"),
    many: Wording(en: "passes taken out of order", fr: "validations reprises hors de l’ordre"))
  /// People.
  package static let people = CountableNoun(
    one: Wording(en: "person", fr: "personne"), many: Wording(en: "people", fr: "personnes"))
  /// Pairs.
  package static let pairs = CountableNoun(
    one: Wording(en: "pair", fr: "binôme"), many: Wording(en: "pairs", fr: "binômes"))
  /// Events.
  package static let events = CountableNoun(
    one: Wording(en: "event", fr: "événement"), many: Wording(en: "events", fr: "événements"))
  /// Reasons in somebody’s words.
  package static let reasons = CountableNoun(
    one: Wording(en: "reason", fr: "motif"), many: Wording(en: "reasons", fr: "motifs"))
  /// Names of pairs.
  package static let namesOfPairs = CountableNoun(
    one: Wording(en: "pair’s name", fr: "nom de binôme"), many: Wording(en: "pairs’ names", fr: "noms de binômes"))
  /// Findings that stop.
  package static let errors = CountableNoun(
    one: Wording(en: "error", fr: "erreur"), many: Wording(en: "errors", fr: "erreurs"))
  /// Findings.
  package static let findings = CountableNoun(
    one: Wording(en: "finding", fr: "constat"), many: Wording(en: "findings", fr: "constats"))
}
