/// Finds a label for each blank node that depends on nothing but the dataset's meaning: RDFC-1.0.
///
/// Source: W3C Recommendation "RDF Dataset Canonicalization", sections 4.4 to 4.8, after R. Arnold and D. Longley.
/// The graphs that take exponential time ("poison graphs") are refused once the work exceeds a limit.
struct CanonicalLabelling {
  /// The deepest recursion, so that no graph can exhaust the stack.
  private static let depthLimit = 256

  private let dataset: IndexedDataset
  private let function: DatasetHash
  private var workLeft: Int
  private var firstDegree: [[UInt8]]
  /// The labels found.
  private(set) var issuer = IdentifierIssuer(prefix: "c14n")

  /// The labels of a dataset's blank nodes.
  ///
  /// - Throws: `CanonicalizationProblem.tooComplex` where the work would exceed the limit.
  init(
    of dataset: IndexedDataset, hashing function: DatasetHash, workLimit: Int
  ) throws(CanonicalizationProblem) {
    self.dataset = dataset
    self.function = function
    workLeft = workLimit
    firstDegree = dataset.mentions.indices.map { Self.firstDegreeHash(of: $0, in: dataset, function) }
    try label()
  }

  /// Section 4.4.3, steps 3 to 5: nodes that differ at first sight, then the others.
  private mutating func label() throws(CanonicalizationProblem) {
    var nodes: [[UInt8]: [Int]] = [:]
    for (node, hash) in firstDegree.enumerated() { nodes[hash, default: []].append(node) }
    let groups = nodes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    for group in groups where group.count == 1 { issuer.issue(to: group[0]) }
    for group in groups where group.count > 1 {
      var results: [Result] = []
      for node in group where !issuer.hasIssued(to: node) {
        var temporary = IdentifierIssuer(prefix: "b")
        temporary.issue(to: node)
        results.append(try hashNDegree(of: node, temporary, depth: 0))
      }
      for result in results.sorted(by: { $0.hash.lexicographicallyPrecedes($1.hash) }) {
        for node in result.issuer.order { issuer.issue(to: node) }
      }
    }
  }

  /// Section 4.6: what the statements that mention a node say, whatever the labels.
  private static func firstDegreeHash(
    of node: Int, in dataset: IndexedDataset, _ function: DatasetHash
  ) -> [UInt8] {
    let lines = dataset.mentions[node].map { statement in
      dataset.statements[statement].line { Array(($0 == node ? "_:a" : "_:z").utf8) }
    }
    return function.hexadecimal(
      Array(lines.sorted { $0.lexicographicallyPrecedes($1) }.joined()))
  }

  /// Section 4.7: what a statement says of a node that is related to the one looked at.
  private func relatedHash(
    of node: Int, in statement: IndexedDataset.Statement, _ temporary: IdentifierIssuer, at place: UInt8
  ) -> [UInt8] {
    var input = [place]
    if place != UInt8(ascii: "g") { input += statement.predicate }
    input += issuer.label(of: node) ?? temporary.label(of: node) ?? firstDegree[node]
    return function.hexadecimal(input)
  }

  /// A hash of a node's surroundings, and the issuer that labelled them on the way.
  private struct Result {
    let hash: [UInt8]
    let issuer: IdentifierIssuer
  }

  /// Section 4.8: the surroundings of a node, as far as it takes to tell it from others.
  private mutating func hashNDegree(
    of node: Int, _ temporary: IdentifierIssuer, depth: Int
  ) throws(CanonicalizationProblem) -> Result {
    guard depth < Self.depthLimit else { throw .tooComplex }
    try spend(dataset.mentions[node].count)
    var related: [[UInt8]: [Int]] = [:]
    for number in dataset.mentions[node] {
      let statement = dataset.statements[number]
      for (component, place) in statement.places {
        guard case .blank(let other) = component, other != node else { continue }
        related[relatedHash(of: other, in: statement, temporary, at: place), default: []].append(other)
      }
    }
    var data: [UInt8] = []
    var chosen = temporary
    for (hash, nodes) in related.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let best = try leastPath(through: nodes, chosen, depth: depth)
      data += hash + best.path
      chosen = best.issuer
    }
    return Result(hash: function.hexadecimal(data), issuer: chosen)
  }

  /// A way through related nodes, written with the labels given on it.
  private struct Path {
    let path: [UInt8]
    let issuer: IdentifierIssuer
  }

  /// Steps 5.1 to 5.4: of all orders of the nodes, the one whose path is written with the least bytes.
  private mutating func leastPath(
    through nodes: [Int], _ temporary: IdentifierIssuer, depth: Int
  ) throws(CanonicalizationProblem) -> Path {
    var least: Path?
    for order in Permutations(nodes) {
      try spend(nodes.count)
      guard let path = try self.path(in: order, temporary, below: least?.path, depth: depth) else { continue }
      least = path
    }
    return least ?? Path(path: [], issuer: temporary)
  }

  /// The path through nodes in this order, or nil where it is not less than another.
  private mutating func path(
    in order: [Int], _ temporary: IdentifierIssuer, below least: [UInt8]?, depth: Int
  ) throws(CanonicalizationProblem) -> Path? {
    var issuer = temporary
    var path: [UInt8] = []
    var unknown: [Int] = []
    func isHopeless() -> Bool {
      least.map { path.count >= $0.count && $0.lexicographicallyPrecedes(path) } ?? false
    }
    for node in order {
      if let label = self.issuer.label(of: node) {
        path += label
      } else {
        if !issuer.hasIssued(to: node) { unknown.append(node) }
        path += issuer.issue(to: node)
      }
      if isHopeless() { return nil }
    }
    for node in unknown {
      let result = try hashNDegree(of: node, issuer, depth: depth + 1)
      path += issuer.issue(to: node)
      path += [UInt8(ascii: "<")] + result.hash + [UInt8(ascii: ">")]
      issuer = result.issuer
      if isHopeless() { return nil }
    }
    guard least.map({ path.lexicographicallyPrecedes($0) }) ?? true else { return nil }
    return Path(path: path, issuer: issuer)
  }

  private mutating func spend(_ work: Int) throws(CanonicalizationProblem) {
    workLeft -= max(work, 1)
    guard workLeft >= 0 else { throw .tooComplex }
  }
}
