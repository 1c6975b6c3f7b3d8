import ArgumentParser
import Bilingual
import Validators

/// `explain [ID]`: the manual's page on what a finding means, or the list of all findings.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "explain", en: "Explain what a finding of check means and how to mend it.",
      fr: "Expliquer ce que signifie un constat de check et comment y remédier.")
  }

  @Argument(
    help: help(
      en: "The name between brackets after a finding; all are listed where there is none.",
      fr: "Le nom entre crochets après un constat\u{202F}; tous sont listés s’il n’y en a pas."))
  var id: String?

  @OptionGroup var printing: PrintingOptions

  func run() throws {
    guard let id else { return try list() }
    guard let known = manualIDs.first(where: { $0.lowercased() == id.lowercased() }), let page = manualPage(on: known)
    else { throw unknown(Wording(en: "finding", fr: "de constat"), id, among: manualIDs) }
    switch printing.format {
    case .json:
      try JSONOutput.print(
        PageRecord(id: known, title: manualTitle(of: page, in: spokenLanguage), markdown: page[spokenLanguage]))
    case .text: Conversation.write(Array(page[spokenLanguage].utf8))
    }
  }

  private func list() throws {
    let pages = manualIDs.compactMap { id in manualPage(on: id).map { (id: id, page: $0) } }
    switch printing.format {
    case .json:
      try JSONOutput.print(
        pages.map { PageRecord(id: $0.id, title: manualTitle(of: $0.page, in: spokenLanguage), markdown: nil) })
    case .text:
      Conversation.print(
        TextLayout.table(pages.map { [$0.id, manualTitle(of: $0.page, in: spokenLanguage)] }).joined(separator: "\n"))
    }
  }
}

/// The members of `explain --format json`.
private struct PageRecord: Encodable {
  let id: String
  let title: String
  /// The page in Markdown; left out of the list.
  let markdown: String?
}
