import Bilingual
import Diagnostics
import DomainWords
import FoundationEssentials
import Validators

/// What a check found, printed in one of the forms.
struct CheckReport {
  /// What was asked for.
  let request: CheckRequest
  /// The documents and counts.
  let verdict: Verdict
  /// The organisation's own rules.
  let house: HouseRuleCheck
  /// What was found there, in reading order.
  let findings: [ReportedFinding]
  /// What is known; nil where nobody asked.
  let baseline: Baseline?
  /// When the summary is said.
  let summary: CheckPrinter.Summary

  /// The findings that count.
  private var fresh: [Diagnostic] { findings.filter { !$0.isKnown }.map(\.finding) }
  private var sources: Sources { house.sources }

  /// Prints it on standard output, and what a person may want to know beside it.
  func print(as format: ReportFormat) throws {
    switch format {
    case .json:
      try JSONOutput.print(
        CheckRecord(findings, sources: sources, verdict: verdict, isPartial: request.scope == .documents))
    case .sarif:
      try JSONOutput.print(
        SARIFLog(
          findings, sources: sources, language: spokenLanguage, toolVersion: Passerelle.version, describe: describe))
    case .github:
      let text = GitHubAnnotations(sources: sources, language: spokenLanguage).text(of: findings)
      Conversation.write(Array(text.utf8))
    case .junit:
      let documents = (0..<sources.count).map(SourceID.init(index:)).filter {
        $0.index >= verdict.sources.count || request.reports(sources[$0].path)
      }
      let text = JUnitReport(sources: sources, language: spokenLanguage).text(of: findings, in: documents)
      Conversation.write(Array(text.utf8))
    case .text:
      let style: TextStyle = Conversation.isColoured ? .coloured : .plain
      let report = TextReport(sources: sources, language: spokenLanguage, style: style, width: TextLayout.width)
      if !fresh.isEmpty { Conversation.print(fresh.map(report.text(of:)).joined(separator: "\n").trimmedEnd) }
      sayAround()
    }
  }

  /// The manual's words on an id.
  private func describe(_ id: Diagnostic.ID) -> FindingDescription {
    guard let page = manualPage(on: id.rawValue) else {
      let title = house.titles[id.rawValue] ?? ""
      return FindingDescription(title: Wording(same: title.isEmpty ? id.rawValue : title))
    }
    return FindingDescription(title: Wording { manualTitle(of: page, in: $0) }, page: page)
  }

  private func sayAround() {
    if request.scope == .documents {
      Conversation.note(
        said(
          en: "outside a workspace, what needs the library was left out (references, what can be reached)",
          fr: "hors d’un espace de travail, ce qui demande la bibliothèque n’a pas été vérifié (références, accès)"))
    }
    if let baseline { sayWhatIsKnown(baseline) }
    guard !fresh.isEmpty || Conversation.errorIsTerminal || summary == .always else { return }
    let language = spokenLanguage
    let documents = language.count(
      verdict.sources.count, CountableNoun(one: Wording(same: "document"), many: Wording(same: "documents")))
    let errors = language.count(fresh.count { $0.severity == .error }, .errors)
    let warnings = language.count(
      fresh.count { $0.severity == .warning },
      CountableNoun(
        one: Wording(en: "warning", fr: "avertissement"), many: Wording(en: "warnings", fr: "avertissements")))
    Conversation.hint("\(documents)\(language.colon)\(errors), \(warnings)")
    if Conversation.errorIsTerminal, let id = fresh.first(where: { manualPage(on: $0.id.rawValue) != nil })?.id {
      Conversation.hint(
        said(
          en: "more about a finding: ‘passerelle explain \(id)’, and likewise for each name between brackets",
          fr:
            "pour en savoir plus\u{A0}: «\u{A0}passerelle explain \(id)\u{A0}», de même pour chaque nom entre crochets")
      )
    }
  }

  /// How much of what is known was found again, and how much is gone.
  private func sayWhatIsKnown(_ baseline: Baseline) {
    let noun = CountableNoun(
      one: Wording(en: "known finding", fr: "constat connu"), many: Wording(en: "known findings", fr: "constats connus")
    )
    let known = Set(findings.filter(\.isKnown).map(\.fingerprint))
    if !known.isEmpty {
      let count = spokenLanguage.count(known.count, noun)
      Conversation.note(said(en: "\(count) left out", fr: "\(count) passé\(known.count > 1 ? "s" : "") sous silence"))
    }
    let gone = baseline.findings.count {
      !known.contains($0.fingerprint) && request.reports(request.shown($0.file))
    }
    if gone > 0 {
      let count = spokenLanguage.count(gone, noun)
      Conversation.note(
        said(
          en: "\(count) no longer there: write the baseline anew, so that they cannot come back unseen",
          fr:
            "\(count) en moins\u{A0}: réécrire le fichier des constats connus, pour qu’ils ne reviennent pas sans bruit"
        ))
    }
  }
}

extension String {
  /// The text without line feeds at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
