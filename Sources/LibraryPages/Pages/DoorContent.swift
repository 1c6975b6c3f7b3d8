internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets

/// The page at the root: the way in, in each language.
struct DoorContent {
  /// A way in.
  struct Way {
    let tag: String
    let wayHref: String
    let wayTitle: RichPhrase
    let wayName: String
    let invitation: String
  }

  let documentTitle: String
  let policy: String
  let scripts: [String]
  let ways: [Way]

  init(_ site: LibrarySite) {
    ways = [Language.fr, .en].map { language in
      let words = SiteWords(language)
      let title =
        site.published.library.map { library in
          SheetReading(facts: FactWords(library: library, language: language)).rich(library.programme.title)
        } ?? RichPhrase("Passerelle")
      return Way(
        tag: language.rawValue, wayHref: PageAddress.catalogue.path(in: language), wayTitle: title,
        wayName: words.ownName,
        invitation: words.said(en: "Read the library in English", fr: "Lire la bibliothèque en français"))
    }
    documentTitle = ways.first?.wayTitle.plainText ?? "Passerelle"
    policy = site.reading.policy
    scripts = site.reading == .live ? [SiteAssets.Script.reload.path] : []
  }

  var html: String { LibrarySite.page("door", self) }
}
