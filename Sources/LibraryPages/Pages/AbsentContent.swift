internal import Bilingual
internal import CurriculumModel

/// The page of a document that is not in the library: what is wrong with it, or that it rests on another one.
struct AbsentContent {
  let frame: PageFrame
  let kicker: String
  let kickerHref: String
  let title: String
  let message: String
  let path: String
  let found: FoundSection?

  init(_ subject: PublishedLibrary.Subject, _ site: LibrarySite, _ language: Language) {
    let words = SiteWords(language)
    let findings = site.findings(in: subject)
    let address = PageAddress(subject)
    kicker = words.said(en: "Findings", fr: "Constats")
    kickerHref = address.link(to: .findings, in: language)
    title = subject.name
    frame = PageFrame(site, address, language, title: title)
    message =
      findings.contains { $0.isError }
      ? words.said(
        en: "This page is made once the document is sound; what is missing or wrong stands here.",
        fr: "Cette page se fera dès que le document sera valide\u{202F}; voici ce qui manque ou ne va pas.")
      : words.said(
        en: "This document rests on one that holds an error; its page is made once that one is sound.",
        fr: "Ce document dépend d’un autre qui a une erreur\u{202F}; sa page se fera dès que celui-ci sera valide.")
    path = site.path(of: subject) ?? ""
    found = findings.isEmpty ? nil : FoundSection(findings, language)
  }

  var html: String { LibrarySite.page("absent", self) }
}

extension PublishedLibrary.Subject {
  /// The identifier, which is all that is known of it for certain.
  fileprivate var name: String {
    switch self {
    case .module(let id): id.rawValue
    case .card(let id): id.rawValue
    case .curriculum(let id): id.rawValue
    }
  }
}
