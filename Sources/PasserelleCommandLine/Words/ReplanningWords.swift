import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel

/// What moved in a pair's plan and why, in the language of this run: three lines at most, none where nothing moved.
struct ReplanningWords {
  let workspace: OpenWorkspace

  /// The lines, wrapped.
  func lines(_ replanning: Replanning) -> [String] {
    guard replanning.isNews else { return [] }
    let why = replanning.causes.prefix(Self.most).map(cause)
    let reasons =
      why.isEmpty
      ? said(
        en: "of what was recorded or published since", fr: "depuis, d’autres choses ont été consignées ou publiées")
      : why.joined(separator: spokenLanguage == .en ? "; " : "\u{202F}; ")
    let pair = replanning.pair.id
    if replanning.plan.outcome == .infeasible {
      return TextLayout.wrap(
        said(
          en: "No plan reaches the goal of \(pair) any more (\(reasons)): passerelle plan --pair \(pair)",
          fr: "Aucun plan ne mène plus au but de \(pair) (\(reasons))\u{A0}: passerelle plan --pair \(pair)"),
        rest: "  ")
    }
    let head =
      replanning.difference.isEmpty
      ? said(en: "Before the next session: ", fr: "Avant la prochaine séance\u{A0}: ")
      : said(en: "The plan moves: ", fr: "Le plan bouge\u{A0}: ")
    let lines = [head + reasons + "."] + [choices(replanning.difference), moves(replanning.difference)]
    return lines.filter { !$0.isEmpty }.flatMap { TextLayout.wrap($0, rest: "  ") }
  }

  /// Why, as a sentence without its full stop.
  func cause(_ cause: Replanning.Cause) -> String {
    switch cause {
    case .open(let module):
      said(en: "\(title(module)) is still to be passed", fr: "\(title(module)) reste à valider")
    case .passed(let module):
      said(en: "\(title(module)) was passed besides", fr: "\(title(module)) a été validé en plus")
    case .recognised(let module):
      said(en: "\(title(module)) is recognised", fr: "\(title(module)) est reconnu")
    case .competence(let competence):
      said(
        en: "\(FactWords(workspace: workspace).competence(competence)) is recognised",
        fr: "\(FactWords(workspace: workspace).competence(competence)) est reconnue")
    case .expired(let module):
      said(en: "\(title(module)) no longer counts", fr: "\(title(module)) n’est plus valable")
    case .withdrawn(let module):
      said(en: "\(title(module)) is no longer offered", fr: "\(title(module)) n’est plus proposé")
    case .revised(let module, let old, let new):
      said(
        en: "\(title(module)) was revised (\(old), now \(new))",
        fr: "\(title(module)) a été révisé (\(old), désormais \(new))")
    case .outdated(let module):
      said(
        en: "\(title(module)) has changed so much that it must be done again",
        fr: "\(title(module)) a tant changé qu’il est à refaire")
    case .voided: said(en: "an event was struck out", fr: "un événement a été annulé")
    case .wished: said(en: "the wishes have changed", fr: "les souhaits ont changé")
    }
  }

  private static let most = 3

  private func title(_ module: Identifier<Module>) -> String { spokenLanguage.quote(workspace.title(module)) }

  private func choices(_ difference: PlanDifference) -> String {
    let parts = [
      difference.added.isEmpty ? "" : said(en: "new: ", fr: "en plus\u{A0}: ") + titles(difference.added),
      difference.removed.isEmpty
        ? "" : said(en: "no longer planned: ", fr: "plus au plan\u{A0}: ") + titles(difference.removed),
    ].filter { !$0.isEmpty }
    guard !parts.isEmpty else { return "" }
    return TextLayout.capitalized(parts.joined(separator: spokenLanguage == .en ? "; " : "\u{202F}; ")) + "."
  }

  private func moves(_ difference: PlanDifference) -> String {
    guard let first = difference.moved.first else { return "" }
    let shifts = Set(difference.moved.map { $0.to - $0.from })
    guard shifts.count == 1, let shift = shifts.first, difference.moved.count > 1 else {
      let move = said(
        en: "\(title(first.module)): session \(first.to) instead of \(first.from)",
        fr: "\(title(first.module))\u{A0}: séance \(first.to) au lieu de \(first.from)")
      let others = difference.moved.count - 1
      if others == 0 { return move + "." }
      let count = spokenLanguage.count(others, .otherModules)
      return move
        + said(
          en: "; \(count) \(others == 1 ? "moves" : "move") too.",
          fr: "\u{202F}; \(count) \(others == 1 ? "bouge" : "bougent") aussi.")
    }
    let sessions = spokenLanguage.count(abs(shift), .sessions)
    let names = titles(difference.moved.map(\.module))
    return shift > 0
      ? said(en: "\(sessions) later: \(names).", fr: "\(sessions) plus tard\u{A0}: \(names).")
      : said(en: "\(sessions) earlier: \(names).", fr: "\(sessions) plus tôt\u{A0}: \(names).")
  }

  private func titles(_ modules: [Identifier<Module>]) -> String {
    guard modules.count > Self.most else { return spokenLanguage.list(modules.map(title)) }
    let others = spokenLanguage.count(modules.count - Self.most + 1, .otherModules)
    return spokenLanguage.list(modules.prefix(Self.most - 1).map(title) + [others])
  }
}

/// What moved in a pair's plan, as programs read it.
struct ReplanningRecord: Encodable {
  let pair: String
  let outcome: String
  /// Why, in the language of this run.
  let reasons: [String]
  let minutesLeft: Int
  let sessionsLeft: Int
  let added: [String]
  let removed: [String]
  /// Modules that begin in another session, by the sessions' numbers.
  let moved: [DifferenceRecord.Move]

  init(_ replanning: Replanning, in workspace: OpenWorkspace) {
    let words = ReplanningWords(workspace: workspace)
    pair = replanning.pair.id.rawValue
    outcome = replanning.plan.outcome.rawValue
    reasons = replanning.causes.map(words.cause)
    minutesLeft = replanning.plan.minutes.count
    sessionsLeft = replanning.plan.sessions.count
    let difference = DifferenceRecord(replanning.difference)
    (added, removed, moved) = (difference.added, difference.removed, difference.moved)
  }
}
