internal import Bilingual
package import CurriculumModel

/// What stands on the page of a session: its agenda, its cards, and what is done of each module.
package struct SheetBody {
  /// An entry of the agenda.
  struct Entry {
    let span: String
    let anchor: String
    let minutes: String
    let runs: [RichPhrase.Run]
    let foreign: String?
  }

  /// A card to bring.
  struct Brought {
    let label: String
    let runs: [RichPhrase.Run]
    let foreign: String?
    /// Where the card can be read; nil where it is on paper alone.
    let cardAddress: String?

    init(_ card: Card, label: String, _ reading: SheetReading, _ address: (Identifier<Card>) -> String?) {
      let title = reading.rich(card.title)
      self.label = label
      (runs, foreign) = (title.runs, title.foreign)
      cardAddress = address(card.id)
    }
  }

  let agendaHeading: String
  let agenda: [Entry]
  let hasCards: Bool
  let cardsHeading: String
  let cards: [Brought]
  let parts: [SheetPage.ModulePart]

  /// The page of what is done, with the cards to bring, as somebody reads it; cards lead to where their address says.
  package init(
    _ parts: [SessionSheet.Part], cards: [Card], _ reading: SheetReading,
    cardAddress: (Identifier<Card>) -> String? = { _ in nil }
  ) {
    agendaHeading = reading.agendaHeading
    agenda = parts.enumerated().flatMap { index, part in
      part.timeline.map { entry in
        let title = reading.rich(entry.activity)
        return Entry(
          span: reading.span(entry.start, entry.activity.minutes), anchor: Self.anchor(index, entry.activity.id),
          minutes: "\(entry.activity.minutes.count)\u{A0}min", runs: title.runs, foreign: title.foreign)
      }
    }
    hasCards = !cards.isEmpty
    cardsHeading = reading.cardsHeading
    self.cards = cards.map { Brought($0, label: "", reading, cardAddress) }
    self.parts = parts.enumerated().map { SheetPage.ModulePart($1, number: $0, reading, cardAddress) }
  }

  /// The name of a place in the page: of a module's part, or of something in it.
  static func anchor(_ part: Int, _ name: some CustomStringConvertible) -> String { "m\(part + 1)-\(name)" }

  /// Templates for a page that holds one (`overview`, `parts`), for running text (`phrase`, `blocks`), and the look of
  /// both (`sheetLook`).
  package static let templates: [String: [UInt8]] = [
    "overview": PackageResources.overview_mustache, "parts": PackageResources.parts_mustache,
    "phrase": PackageResources.phrase_mustache, "run": PackageResources.run_mustache,
    "blocks": PackageResources.blocks_mustache, "sheetLook": PackageResources.sheet_css,
  ]
}
