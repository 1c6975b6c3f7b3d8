internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets

/// What surrounds the content of every page: its head, the way through the site, and its foot.
struct PageFrame {
  /// A step of the way through the site.
  struct Step {
    let stepHref: String
    let stepLabel: String
    let isHere: Bool
  }

  /// That documents hold errors, with the way to what is found.
  struct Alert {
    let alertText: String
    let alertHref: String
    let alertLink: String
  }

  let language: String
  let documentTitle: String
  let policy: String
  let root: String
  let scripts: [String]
  let skip: String
  let brand: TitledLink
  let navLabel: String
  let steps: [Step]
  let otherLanguage: String
  let otherName: String
  let otherHref: String
  let alert: Alert?
  let colophon: String

  init(
    _ site: LibrarySite, _ address: PageAddress, _ language: Language, title: String? = nil,
    scripts: [SiteAssets.Script] = []
  ) {
    let words = SiteWords(language)
    let published = site.published
    let programme =
      published.library.map { library in
        SheetReading(facts: FactWords(library: library, language: language)).rich(library.programme.title)
      } ?? RichPhrase("Passerelle")
    let name = programme.plainText
    let steps = words.steps
    let heading = title ?? steps.first { $0.address == address }?.label
    let other: Language = language == .en ? .fr : .en
    self.language = language.rawValue
    documentTitle = heading.map { $0 == name ? name : "\($0) – \(name)" } ?? name
    policy = site.reading.policy
    root = address.root
    self.scripts = (scripts + (site.reading == .live ? [.reload] : [])).map(\.path)
    skip = words.skip
    brand = TitledLink(
      href: address.link(to: .catalogue, in: language), runs: programme.runs, foreign: programme.foreign)
    navLabel = words.navigation
    self.steps = steps.map { step in
      Step(
        stepHref: address.link(to: step.address, in: language), stepLabel: step.label,
        isHere: step.address == address)
    }
    otherLanguage = other.rawValue
    otherName = SiteWords(other).ownName
    otherHref = address.root + address.path(in: other)
    let errors = published.findings.count { $0.isError }
    alert =
      errors == 0
      ? nil
      : Alert(
        alertText: words.alert(errors: errors), alertHref: address.link(to: .findings, in: language),
        alertLink: words.alertLink)
    colophon = words.colophon(published.day)
  }
}

extension LibrarySite.Reading {
  /// What a page may ask for, as a Content Security Policy: its own style and scripts, and from a server the word that
  /// the library has changed.
  package var policy: String {
    let own = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'"
    return switch self {
    case .published: own + "; form-action 'none'"
    case .live: own + "; form-action 'none'; connect-src 'self'"
    }
  }
}
