import ArgumentParser
import Bilingual
import CanonicalLayout
import CurriculumModel
import CurriculumReading
import Diagnostics
import DomainWords
import FoundationEssentials
import Markup
import Validators

/// `format [PATH…]`: lays documents out canonically, without a change to what they mean.
struct FormatCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "format", en: "Lay documents out: attributes in order, texts wrapped; what they mean stays.",
      fr: "Mettre en forme les documents\u{A0}: attributs en ordre, textes repliés\u{202F}; leur sens reste.")
  }

  @Argument(
    help: help(
      en: "Files and folders; the workspace where there are none.",
      fr: "Fichiers et dossiers\u{202F}; l’espace de travail s’il n’y en a pas.", value: .path))
  var paths: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintingOptions

  @Flag(
    help: help(
      en: "Write nothing; name the files that would change, and end with status 1 where there are any.",
      fr: "Ne rien écrire\u{202F}; nommer les fichiers qui changeraient, et finir par l’état 1 s’il y en a."))
  var check = false

  @Flag(
    help: help(
      en: "Write nothing; show what would change.", fr: "Ne rien écrire\u{202F}; montrer ce qui changerait."))
  var dryRun = false

  func run() throws {
    guard !check || !dryRun else {
      throw CommandFailure(
        .usage,
        Wording(en: "--check and --dry-run do not go together", fr: "--check et --dry-run ne vont pas ensemble"),
        remedies: [Wording(en: "choose one of the two", fr: "choisir l’un des deux")])
    }
    let request = try CheckRequest(paths: paths, workspace: workspace)
    let files = request.files().filter { request.reports($0.path) }
    let rules = LayoutRules(makeLayoutAid(), languages: languages(of: request))
    let results = concurrentMap(files) { LayoutResult(of: $0, by: rules) }
    var failure = say(results.filter(\.isRefused).map(\.file))
    let changed = results.compactMap(\.replacement)
    if dryRun {
      changed.forEach(show)
    } else if !check {
      failure = write(changed) ?? failure
    }
    try report(changed.map(\.path), of: results)
    if let failure { throw failure }
    if check, !changed.isEmpty { throw ExitCode(CommandFailure.Status.notSound.rawValue) }
  }

  /// The languages of the workspace in their order; none outside one.
  private func languages(of request: CheckRequest) -> [String] {
    guard let file = request.folder?.read("programme.xml"), let decoded = try? decode(file.bytes),
      let root = Markup.read(decoded.utf8, as: SourceID(index: 0), grammar: nil).tree?.root
    else { return [] }
    var draft = CurriculumDraft()
    draft.add(root)
    return draft.programmes.first?.allLanguages.map(\.rawValue) ?? []
  }

  /// Says why files are left as they are; nil where there are none.
  private func say(_ refused: [WorkspaceFile]) -> CommandFailure? {
    guard !refused.isEmpty else { return nil }
    let validation = Validators.validate(refused, scope: .documents)
    let report = TextReport(
      sources: validation.sources, language: spokenLanguage, style: .plain, width: TextLayout.width)
    for finding in validation.findings where finding.severity == .error { Conversation.say(report.text(of: finding)) }
    let count = refused.count
    return CommandFailure(
      .notSound,
      Wording { language in
        let documents = language.count(count, .documents)
        return language == .en
          ? "\(documents) cannot be read, and \(count == 1 ? "was" : "were") left as \(count == 1 ? "it is" : "they are")"
          : "\(documents) \(count == 1 ? "illisible, laissé tel quel" : "illisibles, laissés tels quels")"
      })
  }

  private func show(_ change: FileReplacement) {
    guard let before = try? decode(change.before), let after = try? decode(change.after) else { return }
    Conversation.write(Array(unifiedDiff(from: before.utf8, to: after.utf8, path: change.path).utf8))
  }

  /// Writes what changes; what cannot be written is said, the last of it at the end.
  private func write(_ changes: [FileReplacement]) -> CommandFailure? {
    var failure: CommandFailure?
    for change in changes {
      do {
        try change.write()
      } catch let error as CommandFailure {
        if let failure { Conversation.say(failure.text(in: spokenLanguage)) }
        failure = error
      } catch {
        failure = CommandFailure(.ourMistake, Wording(same: String(describing: error)))
      }
    }
    return failure
  }

  private func report(_ changed: [String], of results: [LayoutResult]) throws {
    switch printing.format {
    case .json where !dryRun:
      try JSONOutput.print(
        FormatRecord(
          files: results.count, changed: changed, refused: results.filter(\.isRefused).map(\.file.path),
          wrote: !check))
    case .json: break
    case .text:
      if check { changed.forEach(Conversation.print) }
      let all = spokenLanguage.count(results.count, .documents)
      if changed.isEmpty {
        Conversation.hint(
          said(en: "\(all): nothing to lay out anew", fr: "\(all)\u{A0}: rien à remettre en forme"))
      } else {
        Conversation.hint(
          check || dryRun
            ? said(
              en: "\(changed.count) of \(all) to lay out anew", fr: "\(changed.count) sur \(all) à remettre en forme")
            : said(en: "\(changed.count) of \(all) laid out anew", fr: "\(changed.count) sur \(all) remis en forme"))
      }
    }
  }
}

/// What came of laying a file out.
private struct LayoutResult: Sendable {
  let file: WorkspaceFile
  /// The file in canonical layout; nil where it is left as it is.
  let laidOut: [UInt8]?
  let isRefused: Bool

  init(of file: WorkspaceFile, by rules: LayoutRules) {
    self.file = file
    guard file.refusal == nil, let decoded = try? decode(file.bytes),
      let root = Markup.read(decoded.utf8, as: SourceID(index: 0), grammar: nil).tree?.root
    else {
      (laidOut, isRefused) = (nil, true)
      return
    }
    isRefused = false
    // What is not of our vocabulary is laid out by whoever knows it.
    laidOut =
      root.name.namespace == vocabularyNamespace ? rules.laidOut(decoded.utf8).map { decoded.encoded($0) } : nil
  }

  /// What is to be written; nil where nothing changes.
  var replacement: FileReplacement? {
    guard let laidOut, laidOut != file.bytes else { return nil }
    return FileReplacement(path: file.path, before: file.bytes, after: laidOut)
  }
}

/// What programs read of `format`.
private struct FormatRecord: Encodable {
  /// How many documents were looked at.
  let files: Int
  /// Those that are, or were, not in canonical layout.
  let changed: [String]
  /// Those that cannot be read.
  let refused: [String]
  /// Whether what changed was written.
  let wrote: Bool
}
