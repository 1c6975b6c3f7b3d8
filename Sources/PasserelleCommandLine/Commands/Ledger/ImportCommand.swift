import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import ProgrammeModel
import RecordExchange

/// `import FILE`: events from a CSV file or from xAPI statements.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "import", en: "Record the events of a CSV file or of xAPI statements; importing twice is importing once.",
      fr:
        "Consigner les événements d’un fichier CSV ou de déclarations xAPI\u{202F}; importer deux fois, c’est importer une fois."
    )
  }

  @Argument(
    help: help(
      en: "The file, as ‘export’ writes it or by hand; ‘-’ is standard input.",
      fr:
        "Le fichier, tel que «\u{A0}export\u{A0}» l’écrit ou fait à la main\u{202F}; «\u{A0}-\u{A0}» est l’entrée standard.",
      value: .file))
  var file: String

  @Option(
    help: help(
      en: "Why passes are true although conditions do not hold; for those of which the file gives no reason.",
      fr:
        "Pourquoi des validations sont vraies bien que des conditions manquent\u{202F}; pour celles dont le fichier ne donne pas la raison.",
      value: .reason))
  var override: String?

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions
  @OptionGroup var progress: ProgressOption

  func validate() throws {
    if let override, override.allSatisfy(\.isWhitespace) {
      throw ValidationError(said(en: "say why, in a few words", fr: "dire pourquoi, en quelques mots"))
    }
  }

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let source = try EventSource(InputFile(path: file), progress)
    let importing = EventImport(
      workspace: open, ledger: try open.ledger(.existing), source: source, now: clock.moment, override: override)
    let outcome = try importing.run()
    noteIgnored(source.ignoredColumns)
    var report = ImportReport(file: file)
    (report.added, report.known) = (outcome.added, outcome.known)
    try report.refuse(outcome.faults, printing.format)
    try report.print(printing.format, .events)
    guard outcome.overridden > 0, let override else { return }
    Conversation.hint(
      said(
        en: "note: \(spokenLanguage.count(outcome.overridden, .passesOutOfOrder)), because: \(override)",
        fr: "note\u{A0}: \(spokenLanguage.count(outcome.overridden, .passesOutOfOrder)), parce que\u{A0}: \(override)"))
  }
}
