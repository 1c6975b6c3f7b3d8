internal import Bilingual
package import CurriculumModel

/// A module's terms in words.
package struct ModuleWords {
  private let facts: FactWords
  private let module: Module

  /// Words for a module of the facts' library.
  package init(_ facts: FactWords, _ module: Module) {
    self.facts = facts
    self.module = module
  }

  private var language: Language { facts.language }

  /// The name of its theme.
  package var theme: String {
    facts.library.programme.themes.first { $0.id == module.theme }.map { facts.text($0.name) } ?? module.theme.rawValue
  }

  /// The advantages of reverse mentoring that it serves; nil where it names none.
  package var serves: String? {
    module.serves.isEmpty ? nil : language.list(module.serves.map { TokenWords.advantage($0)[language] })
  }

  /// "60 minutes together; each alone: 15 min before, 10 min after".
  package var timing: String {
    let time = module.time
    let alone = [
      time.before.count > 0
        ? said(en: "\(time.before.count) min before", fr: "\(time.before.count) min avant") : nil,
      time.after.count > 0
        ? said(en: "\(time.after.count) min after", fr: "\(time.after.count) min après") : nil,
    ].compactMap(\.self)
    let together = said(
      en: "\(language.count(time.together.count, .minutes)) together",
      fr: "\(language.count(time.together.count, .minutes)) ensemble")
    guard !alone.isEmpty else { return together }
    return together + said(en: "; each alone: ", fr: "\u{202F}; chacun de son côté\u{A0}: ")
      + alone.joined(separator: ", ")
  }

  /// How long a pass counts, when the text is to be reviewed, and whether it is planned: a sentence each.
  package var lifetime: [String] {
    var sentences: [String] = []
    if let validity = module.validity {
      let months = language.count(validity.months, .months)
      let refresh = validity.refresh.map { language.quote(facts.title($0)) }
      sentences.append(
        refresh.map {
          said(
            en: "A pass counts for \(months); \($0) renews it.", fr: "Validé pour \(months)\u{202F}; \($0) renouvelle.")
        } ?? said(en: "A pass counts for \(months).", fr: "Validé pour \(months)."))
    }
    if let day = module.lifecycle.reviewBy {
      sentences.append(said(en: "To be reviewed by \(day.words.en).", fr: "À revoir avant le \(day.words.fr)."))
    }
    switch module.lifecycle.status {
    case .published: break
    case .draft: sentences.append(said(en: "A draft: never planned.", fr: "Brouillon\u{A0}: jamais planifié."))
    case .withdrawn:
      sentences.append(said(en: "Withdrawn: never planned anew.", fr: "Retiré\u{A0}: plus jamais planifié."))
    }
    return sentences
  }

  /// "Licence: CC-BY-4.0, Acme".
  package var licence: String {
    said(en: "Licence: ", fr: "Licence\u{A0}: ") + "\(module.rights.licence), \(module.rights.holder)"
  }

  private func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[language] }
}
