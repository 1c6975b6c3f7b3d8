import Bilingual
import CurriculumReading
import Diagnostics
import Validators

/// The members of `check --format json`.
struct CheckRecord: Encodable {
  /// How much was read and found.
  struct Summary: Encodable {
    let files: Int
    let modules: Int
    let curricula: Int
    let errors: Int
    let warnings: Int
    /// Findings that a baseline knows; they are among the diagnostics, but not in the counts.
    let known: Int
  }

  /// Whether no error was found that no baseline knows.
  let valid: Bool
  /// Whether what needs the library was left out.
  let partial: Bool
  /// How much was read and found.
  let summary: Summary
  /// The findings, in reading order.
  let diagnostics: [DiagnosticRecord]

  /// The record of a check.
  init(_ reported: [ReportedFinding], sources: Sources, verdict: Verdict, isPartial: Bool) {
    let findings = reported.filter { !$0.isKnown }.map(\.finding)
    valid = !findings.hasError
    partial = isPartial
    summary = Summary(
      files: verdict.sources.count, modules: verdict.counts[.module] ?? 0,
      curricula: verdict.counts[.curriculum] ?? 0, errors: findings.count { $0.severity == .error },
      warnings: findings.count { $0.severity == .warning }, known: reported.count(where: \.isKnown))
    diagnostics = reported.map { DiagnosticRecord($0, sources: sources, language: spokenLanguage) }
  }
}
