import Bilingual
import CurriculumModel
import SessionSheets
import Stationery

/// A take-away card as the two hold it.
struct CardPage {
  let workspace: OpenWorkspace
  let card: Card

  /// The card for a terminal or a printer, within 80 columns.
  var text: String {
    let version = card.version.map { ", \($0)" } ?? ""
    var lines = TextLayout.heading("\(workspace.words(card.title)) (\(card.id)\(version))")
    for block in workspace.blocks(card.body) {
      lines += [""] + BlockText.lines([block], indent: "", width: TextLayout.width)
    }
    let users = self.users
    if !users.isEmpty {
      let titles = spokenLanguage.list(users.map { spokenLanguage.quote(workspace.title($0)) })
      lines += [""] + TextLayout.wrap(said(en: "Used in \(titles)", fr: "Sert dans \(titles)"))
    }
    return lines.joined(separator: "\n")
  }

  /// The members of `show CARD --format json`.
  var record: CardRecord {
    CardRecord(
      id: card.id.rawValue, title: workspace.words(card.title), version: card.version?.description,
      text: workspace.prose(card.body), usedBy: users.map(\.rawValue))
  }

  /// The modules whose activities use the card.
  private var users: [Identifier<Module>] {
    workspace.library.modulesInOrder.filter { $0.activities.contains { $0.cards.contains(card.id) } }.map(\.id)
  }
}

/// The members of `show CARD --format json`.
struct CardRecord: Encodable {
  let kind = "card"
  let id: String
  let title: String
  @OrNull var version: String?
  let text: String
  let usedBy: [String]
}
