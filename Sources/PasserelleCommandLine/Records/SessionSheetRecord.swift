import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import Stationery

/// The members of `next --format json`.
struct SessionSheetRecord: Encodable {
  struct Part: Encodable {
    let module: String
    let title: String
    let version: String
    let minutes: Int
    let direction: String
    let why: String
    let activities: [Agenda]
    let checks: [Observation]
    let preparation: [Addressed]
    let privacy: String
  }

  struct Agenda: Encodable {
    let id: String
    let title: String
    let minutes: Int
    let lead: String
    let mode: String
    let junior: String
    let senior: String
    let prompts: [Question]
    let cards: [String]
  }

  struct Question: Encodable {
    let from: String
    @OrNull var topic: String?
    let text: String
  }

  struct Observation: Encodable {
    let id: String
    let kind: String
    let attestedBy: String
    let criterion: String
  }

  struct Addressed: Encodable {
    let `for`: String
    let text: String
  }

  let pair: String
  let outcome: String
  /// The session's number; nil where there is nothing left to do.
  @OrNull var number: Int?
  let minutes: Int
  let parts: [Part]
  /// The modules of the session after it.
  let after: [String]

  init(_ sheet: SessionSheet) {
    let session = sheet.plan.sessions.first
    pair = sheet.pair.id.rawValue
    outcome = sheet.plan.outcome.rawValue
    number = session == nil ? nil : sheet.number
    minutes = session?.minutes.count ?? 0
    parts = session?.parts.compactMap { Part($0, of: sheet) } ?? []
    after = sheet.plan.sessions.dropFirst().first?.parts.map(\.module.rawValue) ?? []
  }
}

extension SessionSheetRecord.Part {
  init?(_ part: Plan.Part, of sheet: SessionSheet) {
    let workspace = sheet.workspace
    guard let module = workspace.library.modules[part.module],
      let step = sheet.plan.steps.first(where: { $0.module == part.module })
    else { return nil }
    self.module = module.id.rawValue
    title = workspace.words(module.title)
    version = module.version.description
    minutes = part.minutes.count
    direction = module.direction.rawValue
    why = FactWords(workspace: workspace).rationale(step.rationale)
    activities = module.activities.filter { part.activities.contains($0.id) }.map { .init($0, in: workspace) }
    checks = module.checks.all.map { .init($0, in: workspace) }
    preparation = module.preparations.map { .init($0, in: workspace) }
    privacy = workspace.words(module.privacy)
  }
}

extension SessionSheetRecord.Agenda {
  init(_ activity: Activity, in workspace: OpenWorkspace) {
    self.init(
      id: activity.id.rawValue, title: workspace.words(activity.title), minutes: activity.minutes.count,
      lead: activity.lead.rawValue, mode: activity.mode.rawValue,
      junior: activity.instructions[.junior].map(workspace.prose) ?? "",
      senior: activity.instructions[.senior].map(workspace.prose) ?? "",
      prompts: activity.prompts.map {
        .init(from: $0.from.rawValue, topic: $0.topic, text: workspace.words($0.question))
      },
      cards: activity.cards.map(\.rawValue))
  }
}

extension SessionSheetRecord.Observation {
  init(_ check: Check, in workspace: OpenWorkspace) {
    self.init(
      id: check.id.rawValue, kind: check.kind.rawValue, attestedBy: check.attestedBy.rawValue,
      criterion: workspace.words(check.criterion))
  }
}

extension SessionSheetRecord.Addressed {
  init(_ preparation: Preparation, in workspace: OpenWorkspace) {
    self.init(for: preparation.audience.rawValue, text: workspace.prose(preparation.text))
  }
}
