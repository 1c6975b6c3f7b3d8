import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import Stationery

/// The members of `why --format json` and `why-not --format json`.
struct StandingRecord: Encodable {
  let pair: String
  let module: String
  let title: String
  /// `passed`, `planned`, `setAside` or `notOffered`.
  let standing: String
  let sessions: [Int]
  /// The step's reason; absent unless it is planned.
  let rationale: PlanRecord.Reason?
  /// The modules from this one to one that a goal needs.
  let chain: [String]
  /// The goals at the end of the chain.
  let goals: [String]
  /// What the pair lacks to begin it now; absent where it lacks nothing.
  let unmet: LackingRecord?
  /// The minutes of the plan as it is.
  let minutes: Int
  /// The minutes that having it would add; absent unless it is set aside and can be had.
  @OrNull var priceMinutes: Int?
  let obstacles: [String]

  init(_ standing: PlannedStanding, words: FactWords) {
    pair = standing.pair.id.rawValue
    module = standing.module.id.rawValue
    title = standing.workspace.title(standing.module.id)
    minutes = standing.plan.minutes.count
    unmet = standing.unmet.map { LackingRecord($0, words: words) }
    var steps: [Plan.Step] = []
    var numbers: [Int] = []
    var price: Int?
    var reasons: [Obstacle] = standing.plan.obstacles
    switch standing.kind {
    case .passed: self.standing = "passed"
    case .notOffered: self.standing = "notOffered"
    case .planned(let chain, let sessions):
      self.standing = "planned"
      (steps, numbers) = (chain, sessions)
    case .setAside(let answer):
      self.standing = "setAside"
      switch answer {
      case .minutes(let more)?, .atLeast(let more)?: price = more.count
      case .impossible(let obstacles)?: reasons = obstacles
      case nil: break
      }
    }
    sessions = numbers
    chain = steps.map(\.module.rawValue)
    goals = steps.last?.rationale.aims.map(\.name) ?? []
    rationale = steps.first.map { PlanRecord.Reason($0.rationale, text: words.rationale($0.rationale)) }
    priceMinutes = price
    obstacles = reasons.map(words.obstacle)
  }
}
