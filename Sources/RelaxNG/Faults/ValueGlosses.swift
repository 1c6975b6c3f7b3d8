internal import Bilingual
internal import Diagnostics

extension Language {
  /// A value as it is written, in quotation marks; in French with what the English word means.
  func quoteValue(_ value: String) -> String {
    guard self == .fr, let gloss = frenchGlosses[value] else { return quote(value) }
    return "\(quote(value)) (\(gloss))"
  }
}

/// The values of which a word is the French meaning, or near it.
func valuesMeant(by word: String, among values: [String]) -> [String] {
  let glosses = values.compactMap { value in frenchGlosses[value].map { (value: value, gloss: $0) } }
  let written = word.lowercased()
  let exact = glosses.filter { $0.gloss == written }
  guard exact.isEmpty else { return exact.map(\.value) }
  // A word near a value is a slip in English; a French word for it is longer or has an accent.
  guard nearest(to: written, among: values).isEmpty else { return [] }
  return nearest(to: written, among: glosses.map(\.gloss)).compactMap { near in
    glosses.first { $0.gloss == near }?.value
  }
}

/// What the values that the vocabulary lists mean in French; those that are the same in both languages are left out.
///
/// A word that stands in several lists has one gloss that fits all of them.
private let frenchGlosses = [
  // Who, and in which direction
  "both": "les deux", "pair": "le binôme", "junior-to-senior": "du junior vers le senior",
  "senior-to-junior": "du senior vers le junior", "mutual": "dans les deux sens",
  // Advantages
  "exchange": "échange des savoirs",
  // Lifecycle
  "draft": "brouillon", "published": "publié", "withdrawn": "retiré", "low": "faible", "medium": "moyenne",
  "high": "élevée",
  // Objectives, after the revised taxonomy of Bloom
  "remember": "se rappeler", "understand": "comprendre", "apply": "appliquer", "analyse": "analyser",
  "evaluate": "évaluer", "create": "créer",
  // Activities
  "talk": "échanger", "demonstrate": "montrer", "practice": "pratiquer", "explore": "explorer", "decide": "décider",
  "plan": "planifier", "reflect": "faire le bilan",
  // Checks, and what is kept of them
  "product": "production", "explanation": "explication", "demonstration": "démonstration", "quiz": "questions",
  "self-assessment": "auto-évaluation", "result": "le résultat", "nothing": "rien",
  // Prior learning
  "certificate": "certificat", "experience": "expérience", "equivalent": "formation équivalente",
  // Texts, names and findings
  "bullets": "à puces", "numbers": "numérotée", "boxes": "cases à cocher", "first-row": "première ligne",
  "none": "aucun", "official": "officiel", "seen": "vu ailleurs", "working": "provisoire", "error": "erreur",
  "warning": "avertissement", "off": "ignoré", "yes": "oui",
]
