import ArgumentParser
import Bilingual
import Diagnostics
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

  func run() throws {
    guard fix || !dryRun else {
      throw CommandFailure(
        .usage, Wording(en: "--dry-run goes with --fix", fr: "--dry-run va avec --fix"),
        remedies: [Wording(en: "write --fix --dry-run", fr: "écrire --fix --dry-run")])
    }
    let baseline = try reporting.baseline.map { try BaselineFile.read($0) }
    let request = try CheckRequest(paths: paths, workspace: workspace)
    let today = clock.moment.day
    let validate = { (files: [WorkspaceFile]) in
      Validators.validate(files, scope: request.scope, today: today, listing: request.listing)
    }
    guard fix else { return try report(validate(request.files), request, baseline) }
    let mending = Mending(request.files, isWanted: request.reports, validate)
    if dryRun { return try show(mending, request, baseline) }
    try write(mending)
    try report(mending.validation, request, baseline)
  }

  /// Prints what a fix would change; the status is that of a check afterwards.
  private func show(_ mending: Mending, _ request: CheckRequest, _ baseline: Baseline?) throws {
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
      Conversation.say(said(en: "\(fixes) in \(documents)", fr: "\(fixes) dans \(documents)"))
    }
    if let failure { throw failure }
  }

  /// Reports what was found; an error that no baseline knows decides the exit status.
  private func report(_ validation: Validation, _ request: CheckRequest, _ baseline: Baseline?) throws {
    let house = try HouseRuleCheck(validation, request)
    let choices = validation.severities.overridden(by: try reporting.severities(among: house.titles.keys.sorted()))
    let findings = choices.applied(to: (validation.findings + house.findings).inReadingOrder()).filter {
      // What is wrong with the rules themselves is told whichever documents are asked about.
      $0.span.source.index >= validation.sources.count || request.reports(validation.sources[$0.span.source].path)
    }
    let names = fingerprints(of: findings, in: house.sources, path: request.portable)
    if let path = reporting.writeBaseline {
      let written = Baseline(of: findings, named: names, in: house.sources, path: request.portable)
      return try BaselineFile.write(written, to: path)
    }
    let known = baseline?.fingerprints ?? []
    let reported = zip(findings, names).map { ReportedFinding($0, $1, isKnown: known.contains($1)) }
    try CheckReport(request: request, validation: validation, house: house, findings: reported, baseline: baseline)
      .print(as: reporting.format)
    if reported.contains(where: { !$0.isKnown && $0.finding.severity == .error }) {
      throw ExitCode(CommandFailure.Status.notSound.rawValue)
    }
  }
}
