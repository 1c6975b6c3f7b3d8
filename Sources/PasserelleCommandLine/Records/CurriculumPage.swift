import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning

/// A curriculum as a trainer or a lead reads it: rhythm, choices, certificates and what is measured.
struct CurriculumPage {
  let workspace: OpenWorkspace
  let curriculum: Curriculum

  /// The page for a terminal, within 80 columns.
  var text: String {
    var lines = TextLayout.heading("\(workspace.words(curriculum.title)) (\(curriculum.id), \(curriculum.edition))")
    lines += TextLayout.wrap(workspace.words(curriculum.summary)) + [""] + TextLayout.wrap(words.rhythm)
    lines += words.reciprocity.map { TextLayout.wrap($0) } ?? []
    lines += curriculum.milestones.flatMap { TextLayout.wrap(words.milestone($0), first: "  • ") }
    for group in curriculum.groups { lines += self.lines(for: group) }
    for certificate in curriculum.certificates {
      lines +=
        [""]
        + CertificateText(workspace: workspace, curriculum: curriculum, certificate: certificate, namesGroups: true)
        .lines
    }
    if !curriculum.indicators.isEmpty {
      lines += ["", said(en: "What is measured:", fr: "Ce qui est mesuré\u{A0}:")]
      lines += curriculum.indicators.flatMap { indicator in
        TextLayout.wrap(
          TextLayout.capitalized(TokenWords.advantage(indicator.advantage)[spokenLanguage]) + spokenLanguage.colon
            + workspace.words(indicator.description), first: "  • ", rest: "    ")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The members of `show CURRICULUM --format json`.
  var record: CurriculumRecord {
    CurriculumRecord(
      id: curriculum.id.rawValue, title: workspace.words(curriculum.title), edition: curriculum.edition,
      summary: workspace.words(curriculum.summary), sessionMinutes: curriculum.rhythm.session.count,
      everyWeeks: curriculum.rhythm.everyWeeks, sessions: curriculum.rhythm.sessions,
      groups: curriculum.groups.map {
        .init(id: $0.id.rawValue, title: workspace.words($0.title), modules: $0.modules.map(\.rawValue))
      },
      certificates: curriculum.certificates.map {
        CertificateText(workspace: workspace, curriculum: curriculum, certificate: $0).record
      })
  }

  private var words: CurriculumWords { CurriculumWords(FactWords(workspace: workspace), curriculum) }

  private func lines(for group: Group) -> [String] {
    let heading = "\(words.title(group)) (\(group.id)), \(words.choice(group))"
    return ["", said(en: "\(heading):", fr: "\(heading)\u{A0}:")]
      + group.modules.flatMap { id in
        TextLayout.wrap(
          "\(workspace.title(id)) (\(id), \(workspace.library.modules[id]?.time.together.count ?? 0) min)",
          first: "  • ")
      }
  }
}

/// The members of `show CURRICULUM --format json`.
struct CurriculumRecord: Encodable {
  struct Choice: Encodable {
    let id: String
    let title: String
    let modules: [String]
  }

  let kind = "curriculum"
  let id: String
  let title: String
  let edition: String
  let summary: String
  let sessionMinutes: Int
  let everyWeeks: Int
  let sessions: Int
  let groups: [Choice]
  let certificates: [CertificateTextRecord]
}
