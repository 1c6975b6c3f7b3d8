import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel

/// What a pair does in its next session, on one sheet.
struct SessionSheet {
  let workspace: OpenWorkspace
  let pair: Pair
  let names: [Partner: String]
  let plan: Plan
  let number: Int

  private var words: FactWords { FactWords(workspace: workspace) }

  /// The sheet for a terminal, within 80 columns.
  var text: String {
    guard let session = plan.sessions.first else { return nothingToDo }
    var lines = TextLayout.heading(
      said(
        en: "Session \(number) of the pair \(pair.id): \(spokenLanguage.count(session.minutes.count, .minutes))",
        fr: "Séance \(number) du binôme \(pair.id)\u{A0}: \(spokenLanguage.count(session.minutes.count, .minutes))"))
    let people = Partner.allCases.map { "\(names[$0] ?? "—") (\($0.rawValue))" }
    lines += TextLayout.wrap(spokenLanguage.list(people))
    for part in session.parts { lines += self.lines(for: part) }
    lines += afterwards
    return lines.joined(separator: "\n")
  }

  private var nothingToDo: String {
    switch plan.outcome {
    case .infeasible:
      return
        ([said(en: "No plan reaches the goal of this pair:", fr: "Aucun plan ne mène au but de ce binôme\u{A0}:")]
        + plan.obstacles.flatMap { TextLayout.wrap(words.obstacle($0), first: "  • ") }).joined(separator: "\n")
    default:
      return said(
        en: "The pair \(pair.id) has reached its goal. For its certificates:",
        fr: "Le binôme \(pair.id) a atteint son but. Pour ses attestations\u{A0}:")
        + certificates.map { "\n  passerelle certificate issue \(pair.id) \($0)" }.joined()
    }
  }

  private var certificates: [String] {
    (workspace.library.curricula[pair.curriculum]?.certificates ?? []).map(\.id.rawValue)
  }

  private func lines(for part: Plan.Part) -> [String] {
    guard let module = workspace.library.modules[part.module],
      let step = plan.steps.first(where: { $0.module == part.module })
    else { return [] }
    var lines = [""] + TextLayout.wrap("\(workspace.words(module.title)) (\(module.id))")
    let direction = TextLayout.capitalized(words.direction(module.direction))
    lines += TextLayout.wrap("\(direction) – \(part.minutes.count) min")
    lines += TextLayout.wrap(workspace.words(module.summary))
    lines += TextLayout.wrap(
      words.rationale(step.rationale), first: said(en: "Why: ", fr: "Pourquoi\u{A0}: "), rest: "  ")
    let sheet = ModuleSheet(workspace: workspace, module: module, names: names)
    return lines + sheet.preparations + sheet.agenda(of: part.activities) + sheet.checks + sheet.notes
  }

  private var afterwards: [String] {
    let passed = plan.sessions.first?.parts.flatMap { ["--passed", $0.module.rawValue] } ?? []
    var lines = ["", said(en: "Afterwards:", fr: "Ensuite\u{A0}:")]
    lines += TextLayout.command(["passerelle", "record", "held", pair.id.rawValue] + passed, prompt: "  ")
    if let next = plan.sessions.dropFirst().first {
      let titles = spokenLanguage.list(next.parts.map { spokenLanguage.quote(workspace.title($0.module)) })
      lines += TextLayout.wrap(said(en: "Next time: \(titles)", fr: "La prochaine fois\u{A0}: \(titles)"))
    }
    return lines
  }
}
