import CurriculumModel
import PathPlanning
import Stationery

/// What `plan --format json` says of the share of giving back.
struct ReciprocityRecord: Encodable {
  /// The least share asked for, in percent; absent where none is.
  let atLeastPercent: Int?
  /// How much of a mutual module counts, in percent.
  let mutualPercent: Int
  /// Whether the least share binds the plan.
  let binds: Bool
  /// Whether it binds and the plan misses it, the search having been stopped.
  let missed: Bool
  /// The minutes that it adds to the least plan; absent where it does not bind or that is not proved.
  @OrNull var priceMinutes: Int?

  /// What a plan of a problem says.
  init(_ plan: Plan, of problem: PlanningProblem) {
    atLeastPercent = problem.reciprocity.atLeastPercent
    mutualPercent = problem.reciprocity.mutualPercent
    binds = problem.reciprocity.bindingPercent != nil
    missed = plan.missesReciprocity
    priceMinutes = plan.priceOfReciprocity?.count
  }
}
