/// What a search did, as far as a proof needs it: for each part of the tree the multipliers that closed it or fixed
/// columns in it, and how it was divided.
struct SearchRecord {
  /// One node of the tree.
  struct Entry {
    /// The multipliers that mattered, by row of the pool, in the order in which they were found.
    var steps: [[(row: Int, amount: Int)]] = []
    /// The multipliers at the end of the work on it, which a bound short of the least rests on.
    var last: [(row: Int, amount: Int)]?
    /// The graph's node on whose holding the entry is divided; nil at a leaf.
    var branching: Int?
    /// The entry in which that node does not hold.
    var without = 0
    /// The entry in which it holds.
    var with = 0
  }

  /// The entries; the first is the root.
  var entries: [Entry] = [Entry()]
}
