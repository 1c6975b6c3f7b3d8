/// Why a proof is refused.
package enum ProofFault: Error, Hashable, Sendable {
  /// The document has another form than this program knows.
  case format(String)
  /// The modules are not a plan: they cannot be done in any order, do not reach the goal, or miss a share of giving
  /// back that binds.
  case plan
  /// The modules take so many minutes, not what is claimed.
  case minutes(Int)
  /// What is claimed is not the bound of the last stage, or more than the plan takes.
  case claim
  /// The stage does not follow from the one before.
  case stage(Int)
  /// The stage's row names a statement that the problem does not have, or is not true of every plan.
  case row(Int, stage: Int)
  /// The stage's part has multipliers or a division that make no sense.
  case part(Int, stage: Int)
  /// The stage's part is not closed: a plan below the bound could hide in it.
  case open(Int, stage: Int)
  /// More sessions are claimed than the minutes proved fill.
  case sessions
  /// The proof is of a budget of so many minutes, which is not what was asked.
  case budget(Int)
  /// The plan is worth so many points, not what is claimed.
  case worth(Int)
  /// It is not shown that a plan which is worth more takes more than there is.
  case dearer
}
