internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets

/// A page in the making: where it is, in which language, and of which library.
struct Leaf {
  let site: LibrarySite
  let library: Library
  let address: PageAddress
  let language: Language

  /// Facts in this page's language.
  var facts: FactWords { FactWords(library: library, language: language) }
  /// Texts in this page's language, or in the one that stands in for it.
  var reading: SheetReading { SheetReading(facts: facts) }

  /// The frame around the page.
  func frame(titled title: String, scripts: [SiteAssets.Script] = []) -> PageFrame {
    PageFrame(site, address, language, title: title, scripts: scripts)
  }

  /// The way to another page of the same language.
  func link(_ other: PageAddress) -> String { address.link(to: other, in: language) }

  /// A module's entry in a list.
  func titled(_ id: Identifier<Module>) -> TitledLink {
    let title = library.modules[id].map { reading.rich($0.title) } ?? RichPhrase(id.rawValue)
    return TitledLink(href: link(.module(id)), runs: title.runs, foreign: title.foreign)
  }

  /// Words in this page's language.
  func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[language] }

  /// What is found in a document, for the page that it belongs to; nil where nothing is.
  func found(in subject: PublishedLibrary.Subject) -> FoundSection? {
    let findings = site.findings(in: subject)
    return findings.isEmpty ? nil : FoundSection(findings, language)
  }
}

/// A link whose words may stand in another language than the page.
struct TitledLink: Hashable, Sendable {
  let href: String
  let runs: [RichPhrase.Run]
  let foreign: String?
}
