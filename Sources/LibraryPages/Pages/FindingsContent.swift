internal import Bilingual
internal import Diagnostics
internal import DomainWords

/// A finding as its page shows it.
struct FoundEntry {
  /// A further place.
  struct Remark {
    let remark: String
  }

  /// The line that the finding is about.
  struct Excerpt {
    let lineNumber: Int
    let before: String
    let marked: String
    let after: String
  }

  let weight: String
  let severity: String
  let id: String
  let place: String
  let summary: String
  let explanation: String?
  let excerpt: Excerpt?
  let remarks: [Remark]
  let remedies: [Remark]
  let remedyLabel: String
  let colon: String

  init(_ found: FoundInDocument, _ language: Language) {
    let words = SiteWords(language)
    let finding = found.finding
    weight = finding.severity.rawValue
    severity = words.severity(finding.severity)
    id = finding.id.rawValue
    place = words.said(
      en: "line \(found.position.line), column \(found.position.column)",
      fr: "ligne \(found.position.line), colonne \(found.position.column)")
    summary = finding.summary[language]
    explanation = finding.explanation[language].isEmpty ? nil : finding.explanation[language]
    let shown = found.excerpt
    excerpt =
      shown.before.isEmpty && shown.marked.isEmpty
      ? nil
      : Excerpt(lineNumber: found.position.line, before: shown.before, marked: shown.marked, after: shown.after)
    remarks = finding.notes.map { Remark(remark: $0.text[language].capitalizedFirst) }
    remedies = finding.solutions.map { Remark(remark: $0.summary[language]) }
    remedyLabel = words.said(en: "Help", fr: "Aide")
    colon = language.colon
  }
}

/// What is found in one document.
struct FoundSection {
  let foundHeading: String
  let foundAnchor: String
  /// The page that the document is shown on; nil where it has none.
  let foundHref: String?
  let entries: [FoundEntry]

  /// What is found, beside the page that it belongs to.
  init(_ findings: [FoundInDocument], _ language: Language) {
    foundHeading = SiteWords(language).said(en: "What check finds here", fr: "Ce que check trouve ici")
    foundAnchor = "findings"
    foundHref = nil
    entries = findings.map { FoundEntry($0, language) }
  }

  /// What is found in a document, on the page of all findings.
  init(_ findings: [FoundInDocument], in path: String, number: Int, href: String?, _ language: Language) {
    foundHeading = path
    foundAnchor = "document-\(number)"
    foundHref = href
    entries = findings.map { FoundEntry($0, language) }
  }
}

/// Everything that is found.
struct FindingsContent {
  /// A document that is not in the library.
  struct Omission {
    let omittedPath: String
    /// The page on what is wrong with it; nil where it does not say what it is.
    let omittedHref: String?
  }

  let frame: PageFrame
  let title: String
  let introduction: String
  let sections: [FoundSection]
  let leftOutHeading: String
  let leftOut: [Omission]
  let hasLeftOut: Bool

  init(_ site: LibrarySite, _ frame: PageFrame, _ language: Language) {
    let words = SiteWords(language)
    let published = site.published
    self.frame = frame
    title = words.said(en: "Findings", fr: "Constats")
    let errors = published.findings.count { $0.isError }
    let warnings = published.findings.count - errors
    let counts = "\(language.count(errors, SiteWords.errors)), \(language.count(warnings, SiteWords.warnings))"
    introduction =
      published.findings.isEmpty
      ? words.said(
        en: "Nothing is found: the library is sound.", fr: "Aucun constat\u{A0}: la bibliothèque est valide.")
      : counts + "."
    let absent = published.leftOut.compactMap { document in
      document.subject.flatMap { site.path(of: $0) == document.path ? ($0, document.path) : nil }
    }
    let hrefs = Dictionary(
      (published.documents.map { ($0.key, $0.value) } + absent).map { subject, path in
        (path, PageAddress.findings.link(to: .init(subject), in: language))
      }, uniquingKeysWith: { first, _ in first })
    let byPath = Dictionary(grouping: published.findings, by: \.path)
    sections = byPath.keys.sorted().enumerated().map { number, path in
      FoundSection(byPath[path] ?? [], in: path, number: number + 1, href: hrefs[path], language)
    }
    leftOutHeading = words.said(
      en: "Documents that are not shown, because they hold an error or rest on one that does",
      fr: "Documents non montrés, parce qu’ils ont une erreur ou dépendent d’un document qui en a une")
    leftOut = published.leftOut.map { Omission(omittedPath: $0.path, omittedHref: hrefs[$0.path]) }
    hasLeftOut = !leftOut.isEmpty
  }

  var html: String { LibrarySite.page("findings", self) }
}

extension PageAddress {
  /// The page of a subject.
  init(_ subject: PublishedLibrary.Subject) {
    switch subject {
    case .module(let id): self = .module(id)
    case .card(let id): self = .card(id)
    case .curriculum(let id): self = .curriculum(id)
    }
  }

  /// What the page is about; nil for one that is no document's own.
  var subject: PublishedLibrary.Subject? {
    switch self {
    case .module(let id): .module(id)
    case .card(let id): .card(id)
    case .curriculum(let id): .curriculum(id)
    case .catalogue, .curricula, .cards, .findings, .verification, .sheet, .plan, .session, .graph: nil
    }
  }
}

/// That there is nothing to show until errors are mended.
struct AbsenceContent {
  let frame: PageFrame
  let title: String
  let message: String

  init(_ frame: PageFrame) {
    let words = SiteWords(Language(rawValue: frame.language) ?? .en)
    self.frame = frame
    title = "Passerelle"
    message = words.said(
      en: "No page can be made yet: the workspace itself holds errors. They stand under “Findings”.",
      fr:
        "Aucune page ne peut encore être faite\u{A0}: l’espace de travail lui-même a des erreurs. Elles sont sous «\u{A0}Constats\u{A0}»."
    )
  }

  var html: String { LibrarySite.page("absence", self) }
}
