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
    lines += TextLayout.wrap(workspace.words(curriculum.summary)) + [""] + TextLayout.wrap(rhythm)
    lines += reciprocity + milestones
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

  private var rhythm: String {
    let rhythm = curriculum.rhythm
    let sessions = spokenLanguage.count(rhythm.sessions, .sessions)
    let weeks =
      rhythm.everyWeeks == 1
      ? said(en: "every week", fr: "chaque semaine")
      : said(en: "every \(rhythm.everyWeeks) weeks", fr: "toutes les \(rhythm.everyWeeks) semaines")
    return said(
      en: "\(sessions) of \(rhythm.session.count) minutes, \(weeks).",
      fr: "\(sessions) de \(rhythm.session.count) minutes, \(weeks).")
  }

  private var reciprocity: [String] {
    guard let share = curriculum.reciprocity else { return [] }
    return TextLayout.wrap(
      said(
        en:
          "The senior gives back at least \(share.atLeastPercent)% of the time; what both learn counts for \(share.mutualPercent)%.",
        fr:
          "Le senior donne en retour au moins \(share.atLeastPercent)\u{A0}% du temps\u{202F}; ce que les deux apprennent compte pour \(share.mutualPercent)\u{A0}%."
      ))
  }

  private var milestones: [String] {
    curriculum.milestones.flatMap { milestone in
      let title = spokenLanguage.quote(workspace.title(milestone.module))
      return switch milestone.place {
      case .bySession(let number):
        TextLayout.wrap(
          said(en: "By session \(number): \(title)", fr: "D’ici la séance \(number)\u{A0}: \(title)"), first: "  • ")
      case .last: TextLayout.wrap(said(en: "Last: \(title)", fr: "En dernier\u{A0}: \(title)"), first: "  • ")
      }
    }
  }

  private func lines(for group: Group) -> [String] {
    let title = workspace.words(group.title)
    let choice =
      switch group.choice {
      case .all: said(en: "all of them", fr: "tous")
      case .atLeast(let n): said(en: "at least \(n)", fr: "au moins \(n)")
      case .minutes(let least): said(en: "at least \(least.count) minutes", fr: "au moins \(least.count) minutes")
      }
    let heading = "\(title.isEmpty ? group.id.rawValue : title) (\(group.id)), \(choice)"
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
