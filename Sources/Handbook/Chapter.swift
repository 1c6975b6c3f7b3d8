package import Bilingual

/// A chapter of the manual, by the name under which one asks for it.
package enum Chapter: String, CaseIterable, Sendable {
  /// How one writes modules and curricula.
  case trainers
  /// How one goes from session to session.
  case mentors
  /// How one runs a programme.
  case leads
  /// Every element and attribute, from the grammar.
  case vocabulary
  /// What each finding means, from the pages that `explain` prints.
  case findings

  /// The title, as the chapter's heading has it.
  package var title: Wording {
    Wording { language in String(text(in: language).prefix { $0 != "\n" }.dropFirst("# ".count)) }
  }

  /// What stands in the chapter, in a sentence.
  package var summary: Wording {
    switch self {
    case .trainers:
      Wording(
        en: "Writing modules and curricula, from an empty folder to continuous integration.",
        fr: "Écrire modules et parcours, d’un dossier vide à l’intégration continue.")
    case .mentors:
      Wording(
        en: "Preparing a session, holding it, saying how it went.",
        fr: "Préparer une séance, la tenir, dire comment elle s’est passée.")
    case .leads:
      Wording(
        en: "People, pairs, plans, reports, certificates, and the ledger that holds it all.",
        fr: "Personnes, binômes, plans, bilans, attestations, et le registre qui garde tout.")
    case .vocabulary:
      Wording(
        en: "Every element and attribute of the documents.", fr: "Chaque élément et chaque attribut des documents.")
    case .findings:
      Wording(
        en: "Everything that check finds, why it matters and what to do.",
        fr: "Tout ce que relève check, pourquoi cela compte et que faire.")
    }
  }

  /// The name of the chapter's file in a language; chapters link to each other by it.
  package func fileName(in language: Language) -> String { "\(rawValue).\(language.rawValue).md" }

  /// The chapter in Markdown.
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.trainers, .en): guide(PackageResources.trainers_en_md)
    case (.trainers, .fr): guide(PackageResources.trainers_fr_md)
    case (.mentors, .en): guide(PackageResources.mentors_en_md)
    case (.mentors, .fr): guide(PackageResources.mentors_fr_md)
    case (.leads, .en): guide(PackageResources.leads_en_md)
    case (.leads, .fr): guide(PackageResources.leads_fr_md)
    case (.vocabulary, _): VocabularyChapter(language: language).text
    case (.findings, _): makeFindingsChapter(in: language)
    }
  }

  private func guide(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
