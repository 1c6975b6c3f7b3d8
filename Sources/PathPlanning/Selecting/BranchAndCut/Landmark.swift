/// A node and some others without which it cannot be derived: who uses the target uses one of them.
struct Landmark: Hashable {
  /// The node that needs one of the others.
  var target: Int
  /// The others, in order.
  var nodes: [Int]
}
