import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning
import Stationery

/// A plan as people and programs read it.
struct PlanReport {
  let plan: Plan
  let problem: PlanningProblem
  let workspace: OpenWorkspace
  /// What fits into a budget, where the plan is for that.
  var budgeted: BudgetedPlan?

  private var words: FactWords { FactWords(workspace: workspace) }

  /// The plan for a terminal.
  var text: String {
    var lines = headline
    for session in plan.sessions {
      lines.append("")
      lines.append(PlanWords(words).session(session))
      for part in session.parts { lines += self.lines(for: part) }
    }
    if let budgeted { lines += BudgetWords.leftOut(budgeted, StakeWords(words)) }
    for obstacle in plan.obstacles { lines += TextLayout.wrap(words.obstacle(obstacle), first: "  • ") }
    for milestone in plan.missedMilestones {
      lines += TextLayout.wrap(PlanWords(words).missed(milestone), first: "! ", rest: "  ")
    }
    return lines.joined(separator: "\n")
  }

  private var headline: [String] {
    if let budgeted { return BudgetWords.headline(budgeted) }
    return PlanWords(words).headline(plan, problem).flatMap { TextLayout.wrap($0) }
  }

  private func lines(for part: Plan.Part) -> [String] {
    guard let step = plan.steps.first(where: { $0.module == part.module }) else { return [] }
    let title = "\(workspace.title(part.module)) (\(part.module))"
    let length = PlanWords(words).portion(part, of: step).map { ", \($0)" } ?? ""
    return TextLayout.wrap("\(title)\(length) – \(words.direction(step.direction))", first: "  • ")
      + TextLayout.wrap(words.rationale(step.rationale), first: "    ")
  }

  /// The plan for programs.
  var record: PlanRecord {
    PlanRecord(
      plan, of: problem, title: workspace.title,
      version: { workspace.library.modules[$0]?.version.description ?? "" }, reason: words.rationale,
      obstacle: words.obstacle, budget: budgeted.map { BudgetRecord($0, words: StakeWords(words)) })
  }
}

/// The members of `plan --format json`.
struct PlanRecord: Encodable {
  struct Step: Encodable {
    let module: String
    let version: String
    let title: String
    let minutes: Int
    let direction: String
    let rationale: Reason
  }

  struct Reason: Encodable {
    /// `opens`, where later steps wait for this one; otherwise `goal`.
    let kind: String
    /// The modules that it opens, or the goals that need it.
    let `for`: [String]
    /// The goals that would not be reached without it.
    let goals: [String]
    let text: String

    /// A step's reason, and the same in words.
    init(_ rationale: Rationale, text: String) {
      let opens = rationale.opens.map(\.rawValue)
      goals = rationale.aims.map(\.name)
      kind = opens.isEmpty ? "goal" : "opens"
      self.for = opens.isEmpty ? goals : opens
      self.text = text
    }
  }

  struct Session: Encodable {
    let number: Int
    let minutes: Int
    let parts: [Part]
  }

  struct Part: Encodable {
    let module: String
    let minutes: Int
    let activities: [String]
  }

  struct Hindrance: Encodable {
    let kind: String
    let text: String
    let waiting: [String]
  }

  let outcome: String
  /// What the plan has least of, `minutes` or `sessions`; the other comes second.
  let least: String
  let minutes: Int
  let lowerBound: Int
  @OrNull var returnPercent: Int?
  let reciprocity: ReciprocityRecord
  let steps: [Step]
  let sessions: [Session]
  let sessionLowerBound: Int
  let missedMilestones: [String]
  let obstacles: [Hindrance]
  /// What fits into a budget; absent where none is given.
  let budget: BudgetRecord?

  /// The members of a plan, in the words given.
  init(
    _ plan: Plan, of problem: PlanningProblem, title: (Identifier<Module>) -> String,
    version: (Identifier<Module>) -> String, reason: (Rationale) -> String, obstacle words: (Obstacle) -> String,
    budget: BudgetRecord? = nil
  ) {
    self.budget = budget
    least = plan.least.rawValue
    outcome = plan.outcome.rawValue
    minutes = plan.minutes.count
    lowerBound = plan.lowerBound.count
    returnPercent = plan.returnShare.percent
    reciprocity = ReciprocityRecord(plan, of: problem)
    steps = plan.steps.map { step in
      Step(
        module: step.module.rawValue, version: version(step.module), title: title(step.module),
        minutes: step.minutes.count, direction: step.direction.rawValue,
        rationale: Reason(step.rationale, text: reason(step.rationale)))
    }
    sessions = plan.sessions.map { session in
      Session(
        number: session.number, minutes: session.minutes.count,
        parts: session.parts.map {
          Part(module: $0.module.rawValue, minutes: $0.minutes.count, activities: $0.activities.map(\.rawValue))
        })
    }
    sessionLowerBound = plan.sessionLowerBound
    missedMilestones = plan.missedMilestones.map(\.module.rawValue)
    obstacles = plan.obstacles.map { obstacle in
      switch obstacle {
      case .missing(_, let waiting):
        Hindrance(kind: "missing", text: words(obstacle), waiting: waiting.map(\.rawValue))
      case .short: Hindrance(kind: "short", text: words(obstacle), waiting: [])
      case .share: Hindrance(kind: "share", text: words(obstacle), waiting: [])
      }
    }
  }
}

extension Goal {
  /// The goal's identifier.
  var name: String {
    switch self {
    case .curriculum: "curriculum"
    case .milestones: "milestones"
    case .certificate(let id): id.rawValue
    case .group(let id): id.rawValue
    case .module(let id), .wish(let id): id.rawValue
    case .part: "part"
    case .reciprocity: "reciprocity"
    }
  }
}
