/// What the ways to mend a fault cost against each other; the cheapest set of them is what the author is told.
///
/// The scale is a thousand for one slip of the pen. A name nearly right is far cheaper than anything else; to delete
/// costs less than to invent; a neighbour of the missing name elsewhere in the same parent makes its insertion cheap,
/// because the two together are one move.
enum RepairCost {
  /// A name near one that fits; further candidates cost this again, a third each.
  static let nearName = 1000
  /// What the second and third of the near names cost more.
  static let nextNearName = 300
  /// A name that fits the place and resembles the one written in nothing.
  static let farName = 3500
  /// What a rename costs more where the name written exists in the grammar, so was probably meant.
  static let nameMeant = 2200
  /// What a rename between unlike names costs more where both exist.
  static let unlikeNames = 4000
  /// What a rename costs more where nothing that the element holds fits the new name.
  static let strangeContent = 600
  /// What a rename of unlike names costs less where everything that the element holds fits the new one.
  static let fittingContent = 900
  /// An element or attribute that should not be there.
  static let deletion = 3000
  /// An element or attribute that is missing.
  static let insertion = 4000
  /// Neighbours that are missing together are one slip, so each further one costs less.
  static let furtherInsertion = 2000
  /// An insertion that may be one half of a move.
  static let insertionOfMoved = 1000
  /// A text that should not be there.
  static let textDeletion = 2500
  /// A value that is not what it must be.
  static let wrongValue = 1500
  /// Beyond the cheapest, a state costlier by this is given up.
  static let horizon = 48_000
  /// As many states are followed side by side.
  static let beam = 12
}
