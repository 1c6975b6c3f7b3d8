internal import Bilingual
internal import Diagnostics
internal import Validators

extension EditorSession {
  /// What is found in each document, in the words of `check` and with the programme's severities.
  func diagnostics(of library: EditedLibrary) -> [Int: [WireDiagnostic]] {
    let byDocument = Dictionary(grouping: findings(of: library), by: \.span.source.index)
    var lines: [Int: LineIndex] = [:]
    for finding in byDocument.values.joined() {
      for span in [finding.span] + finding.notes.compactMap(\.span) where lines[span.source.index] == nil {
        lines[span.source.index] = library.lines(span.source.index)
      }
    }
    return byDocument.mapValues { findings in findings.map { wire($0, library, lines) } }
  }

  /// The findings as they weigh by the programme's choices.
  func findings(of library: EditedLibrary) -> [Diagnostic] {
    let verdict = library.library.verdict.answeringTitles()
    return verdict.severities.applied(to: verdict.findings)
  }

  /// A finding as the protocol tells it; `lines` are those of the documents that it speaks of.
  func wire(_ finding: Diagnostic, _ library: EditedLibrary, _ lines: [Int: LineIndex]) -> WireDiagnostic {
    func range(_ span: SourceSpan) -> WireRange {
      (lines[span.source.index] ?? library.lines(span.source.index)).range(of: span.utf8)
    }
    let explanation = finding.explanation[language]
    return WireDiagnostic(
      range: range(finding.span), severity: finding.severity == .error ? 1 : 2, code: finding.id.rawValue,
      source: "passerelle", message: finding.summary[language] + (explanation.isEmpty ? "" : "\n" + explanation),
      relatedInformation: finding.notes.compactMap { note in
        note.span.map { span in
          .init(
            location: WireLocation(uri: address(of: library.path(span.source.index)), range: range(span)),
            message: note.text[language])
        }
      })
  }
}

/// A remedy that the editor carries out.
struct WireFix: Encodable, Sendable {
  let title: String
  let kind = "quickfix"
  let diagnostics: [WireDiagnostic]
  let isPreferred: Bool
  let edit: WireWorkspaceEdit
}

extension EditorSession {
  /// The remedies of the findings that touch a stretch.
  func quickFixes(_ asked: StretchParameters) -> [WireFix] {
    guard let document = open[asked.textDocument.uri], let library = libraries[document.folder] else { return [] }
    let lines = library.lines(document.index)
    let start = lines.offset(of: asked.range.start)
    let wanted = start...max(start, lines.offset(of: asked.range.end))
    return findings(of: library).filter { finding in
      finding.span.source.index == document.index && finding.span.utf8.lowerBound <= wanted.upperBound
        && finding.span.utf8.upperBound >= wanted.lowerBound
    }.flatMap { finding in
      finding.solutions.filter { !$0.replacements.isEmpty }.map { solution in
        WireFix(
          title: solution.summary[language], diagnostics: [wire(finding, library, [document.index: lines])],
          isPreferred: solution.certainty == .certain, edit: edit(solution.replacements, library))
      }
    }
  }

  private func edit(_ replacements: [Diagnostic.Solution.Replacement], _ library: EditedLibrary) -> WireWorkspaceEdit {
    var changes: [String: [WireEdit]] = [:]
    for (index, edits) in Dictionary(grouping: replacements, by: \.span.source.index) {
      let lines = library.lines(index)
      changes[address(of: library.path(index))] = edits.sorted { $0.span < $1.span }.map { edit in
        WireEdit(range: lines.range(of: edit.span.utf8), newText: edit.text)
      }
    }
    return WireWorkspaceEdit(changes: changes)
  }
}
