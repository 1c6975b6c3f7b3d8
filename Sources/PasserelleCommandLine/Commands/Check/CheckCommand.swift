import ArgumentParser
import Bilingual
import Diagnostics
import FoundationEssentials
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

  func run() throws {
    let baseline = try reporting.baseline.map { try BaselineFile.read($0) }
    let request = try CheckRequest(paths: paths, workspace: workspace)
    let validation = Validators.validate(
      request.files, scope: request.scope, today: clock.moment.day, listing: request.listing)
    let choices = validation.severities.overridden(by: try reporting.severities)
    let findings = choices.applied(to: validation.findings).filter {
      request.reports(validation.sources[$0.span.source].path)
    }
    let names = fingerprints(of: findings, in: validation.sources, path: request.portable)
    if let path = reporting.writeBaseline {
      let written = Baseline(of: findings, named: names, in: validation.sources, path: request.portable)
      return try BaselineFile.write(written, to: path)
    }
    let known = baseline?.fingerprints ?? []
    let reported = zip(findings, names).map { ReportedFinding($0, $1, isKnown: known.contains($1)) }
    try CheckReport(request: request, validation: validation, findings: reported, baseline: baseline)
      .print(as: reporting.format)
    if reported.contains(where: { !$0.isKnown && $0.finding.severity == .error }) {
      throw ExitCode(CommandFailure.Status.notSound.rawValue)
    }
  }
}
