/// Gives blank nodes new labels in the order they are met in (RDF Dataset Canonicalization, section 4.5).
struct IdentifierIssuer {
  private let prefix: [UInt8]
  private var numbers: [Int: Int] = [:]
  /// The nodes that have a label, in the order they got it.
  private(set) var order: [Int] = []

  /// An issuer whose labels are `_:`, the prefix, and a number from 0.
  init(prefix: String) {
    self.prefix = Array("_:".utf8) + Array(prefix.utf8)
  }

  /// The label that a node has, or nil.
  func label(of node: Int) -> [UInt8]? {
    numbers[node].map { prefix + Array(String($0).utf8) }
  }

  /// Whether a node has a label.
  func hasIssued(to node: Int) -> Bool {
    numbers[node] != nil
  }

  /// The label of a node, a new one where it has none.
  @discardableResult
  mutating func issue(to node: Int) -> [UInt8] {
    let number = numbers[node] ?? order.count
    if number == order.count {
      numbers[node] = number
      order.append(node)
    }
    return prefix + Array(String(number).utf8)
  }
}
