internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets

/// A take-away card.
struct CardContent {
  let frame: PageFrame
  let heading: CatalogueContent.Heading
  let kicker: String
  let kickerHref: String
  let found: FoundSection?
  let blocks: [RichText.Piece]
  let tongue: String?
  let usersHeading: String
  let users: [TitledLink]
  let hasUsers: Bool
  let about: String

  init(_ card: Card, _ leaf: Leaf) {
    let title = leaf.reading.rich(card.title)
    let text = leaf.reading.rich(card.body)
    frame = leaf.frame(titled: leaf.facts.text(card.title))
    heading = CatalogueContent.Heading(runs: title.runs, foreign: title.foreign)
    kicker = leaf.said(en: "Card", fr: "Fiche")
    kickerHref = leaf.link(.cards)
    found = leaf.found(in: .card(card.id))
    (blocks, tongue) = (text.blocks, text.tongue)
    usersHeading = leaf.said(en: "Used in", fr: "Sert dans")
    users = leaf.site.users(of: card.id).map(leaf.titled)
    hasUsers = !users.isEmpty
    about = "\(card.id)" + (card.version.map { ", \($0)" } ?? "")
  }

  var html: String { LibrarySite.page("card", self) }
}

/// The cards, in order of title.
struct CardsContent {
  let frame: PageFrame
  let title: String
  let introduction: String
  let links: [TitledLink]

  init(_ leaf: Leaf) {
    let cards = leaf.library.cards.values.map { ($0, leaf.facts.text($0.title)) }
      .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    title = leaf.said(en: "Cards", fr: "Fiches")
    frame = leaf.frame(titled: title)
    introduction = leaf.said(
      en: "A card is a page to take away: to have at hand in the session, and afterwards.",
      fr: "Une fiche est une page à emporter\u{A0}: à avoir sous la main pendant la séance, et après.")
    links = cards.map { card, _ in
      let title = leaf.reading.rich(card.title)
      return TitledLink(href: leaf.link(.card(card.id)), runs: title.runs, foreign: title.foreign)
    }
  }

  var html: String { LibrarySite.page("cards", self) }
}
