import ArgumentParser
import Bilingual
import CompletionLedger
import Diagnostics
import DomainWords
import FoundationEssentials
import Markup
import Validators

/// `check [PATH…]`: validates documents and says what is wrong, where, and what to do.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "check", en: "Validate the workspace, or the files and folders given.",
      fr: "Valider l’espace de travail, ou les fichiers et dossiers donnés.")
  }

  @Argument(
    help: help(
      en: "Files and folders; the workspace where there are none.",
      fr: "Fichiers et dossiers\u{202F}; l’espace de travail s’il n’y en a pas.", value: .path))
  var paths: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var reporting: ReportingOptions

  @Flag(
    help: help(
      en: "Carry out the fixes that are certain, then report what is left.",
      fr: "Faire les corrections certaines, puis signaler ce qui reste."))
  var fix = false

  @Flag(
    help: help(
      en: "With --fix: show what would change, and write nothing.",
      fr: "Avec --fix\u{A0}: montrer ce qui changerait, sans rien écrire."))
  var dryRun = false

  @Flag(
    name: .customLong("no-cache"),
    help: help(
      en: "Read everything anew, and remember nothing for the next time.",
      fr: "Tout relire, sans rien retenir pour la prochaine fois."))
  var withoutCache = false

  @Flag(
    help: help(
      en: "Stay, and report anew whenever a file of the workspace is saved.",
      fr: "Rester, et signaler à nouveau dès qu’un fichier de l’espace de travail est enregistré."))
  var watch = false

  @Flag(
    help: help(
      en: "Hold modules against the ledger too: those that changed although their version stayed.",
      fr: "Comparer aussi les modules au registre\u{A0}: ceux qui ont changé sans changer de version."))
  var recorded = false

  func run() throws {
    try refuseWhatDoesNotGoTogether()
    let request = try CheckRequest(paths: paths, workspace: workspace)
    let today = clock.moment.day
    var printer = CheckPrinter(
      request: request, reporting: reporting, baseline: try reporting.baseline.map { try BaselineFile.read($0) })
    guard !watch else {
      printer.summary = .always
      var watched = try WatchedCheck(printer, today: today)
      try watched.run()
    }
    let texts = recorded ? try recordedTexts() : nil
    let validate = { (files: [WorkspaceFile]) in
      Validators.validate(
        files, scope: request.scope, today: today, listing: request.listing, recorded: texts)
    }
    // What a check remembers does not know the ledger.
    guard fix || texts == nil else {
      return try report(WorkspaceCheck(validate(request.files()).audited, request), printer)
    }
    guard fix else {
      let memory = withoutCache ? nil : request.folder.flatMap { CheckMemoryFile(of: $0, today: today) }
      return try report(WorkspaceCheck.run(request, today: today, rememberedIn: memory), printer)
    }
    let mending = Mending(request.files(), isWanted: request.reports, validate)
    if dryRun { return try show(mending) }
    try write(mending)
    try report(WorkspaceCheck(mending.validation.audited, request), printer)
  }

  private func refuseWhatDoesNotGoTogether() throws {
    guard fix || !dryRun else {
      throw CommandFailure(
        .usage, Wording(en: "--dry-run goes with --fix", fr: "--dry-run va avec --fix"),
        remedies: [Wording(en: "write --fix --dry-run", fr: "écrire --fix --dry-run")])
    }
    guard !watch || !recorded else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "--watch does not look into the ledger: it does not go with --recorded",
          fr: "--watch ne regarde pas le registre\u{A0}: il ne va pas avec --recorded"),
        remedies: [Wording(en: "run the two one after the other", fr: "lancer les deux l’un après l’autre")])
    }
    guard !watch || !fix && reporting.writeBaseline == nil else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "--watch reports and writes nothing: it does not go with --fix or --write-baseline",
          fr: "--watch signale sans rien écrire\u{A0}: il ne va ni avec --fix ni avec --write-baseline"),
        remedies: [Wording(en: "run the two one after the other", fr: "lancer les deux l’un après l’autre")])
    }
  }

  /// The texts in which the ledger says that modules were passed.
  private func recordedTexts() throws -> RecordedTexts {
    let ledger = try OpenWorkspace(workspace).ledger(.existing)
    return RecordedTexts(try ledger.recordedDigests(), digest: sha256)
  }

  /// Prints what a fix would change; the status is that of a check afterwards.
  private func show(_ mending: Mending) throws {
    for change in mending.changes {
      guard let before = try? decode(change.before), let after = try? decode(change.after) else { continue }
      Conversation.write(Array(unifiedDiff(from: before.utf8, to: after.utf8, path: change.path).utf8))
    }
  }

  /// Writes what was mended; what cannot be written is said at the end, when all else is.
  private func write(_ mending: Mending) throws {
    var failure: CommandFailure?
    var written = 0
    for change in mending.changes {
      do {
        try FileReplacement(path: change.path, before: change.before, after: change.after).write()
        written += 1
      } catch let error as CommandFailure {
        if let failure { Conversation.say(failure.text(in: spokenLanguage)) }
        failure = error
      }
    }
    if written > 0 {
      let fixes = spokenLanguage.count(
        mending.mended,
        CountableNoun(one: Wording(same: "correction"), many: Wording(same: "corrections")))
      let documents = spokenLanguage.count(
        written, CountableNoun(one: Wording(same: "document"), many: Wording(same: "documents")))
      Conversation.hint(said(en: "\(fixes) in \(documents)", fr: "\(fixes) dans \(documents)"))
    }
    if let failure { throw failure }
  }

  /// Reports what was found; an error that no baseline knows decides the exit status.
  private func report(_ check: WorkspaceCheck, _ printer: CheckPrinter) throws {
    if try printer.print(check) == .notSound { throw ExitCode(CommandFailure.Status.notSound.rawValue) }
  }
}
