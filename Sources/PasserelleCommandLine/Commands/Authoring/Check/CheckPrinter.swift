import Diagnostics
import Validators

/// Prints checks as the arguments say: which findings, how much they weigh, in which form.
struct CheckPrinter {
  /// How many documents were checked, and what was found in them, in one line.
  enum Summary {
    /// Where something was found, or a person looks on.
    case whereUseful
    /// After each report, so that silence is never taken for an answer.
    case always
  }

  /// What the exit status tells.
  enum Outcome {
    /// No error that no baseline knows.
    case sound
    /// An error that no baseline knows.
    case notSound
  }

  /// What was asked for.
  var request: CheckRequest
  /// What of the findings is reported, and how.
  let reporting: ReportingOptions
  /// What is known; nil where nobody asked.
  let baseline: Baseline?
  /// When the summary is said.
  var summary = Summary.whereUseful

  /// Prints what was found, or writes it as a baseline where that was asked for.
  func print(_ check: WorkspaceCheck) throws -> Outcome {
    let (verdict, house) = (check.verdict, check.house)
    let choices = verdict.severities.overridden(by: try reporting.severities(among: house.titles.keys.sorted()))
    let findings = choices.applied(to: (verdict.findings + house.findings).inReadingOrder()).filter {
      // What is wrong with the rules themselves is told whichever documents are asked about.
      $0.span.source.index >= verdict.sources.count || request.reports(verdict.sources[$0.span.source].path)
    }
    let names = fingerprints(of: findings, in: house.sources, path: request.portable)
    if let path = reporting.writeBaseline {
      try BaselineFile.write(Baseline(of: findings, named: names, in: house.sources, path: request.portable), to: path)
      return .sound
    }
    let known = baseline?.fingerprints ?? []
    let reported = zip(findings, names).map { ReportedFinding($0, $1, isKnown: known.contains($1)) }
    try CheckReport(
      request: request, verdict: verdict, house: house, findings: reported, baseline: baseline, summary: summary
    ).print(as: reporting.format)
    return reported.contains { !$0.isKnown && $0.finding.severity == .error } ? .notSound : .sound
  }
}
