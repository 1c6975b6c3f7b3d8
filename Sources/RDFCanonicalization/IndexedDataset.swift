/// A dataset whose blank nodes are numbers and whose other terms are written already; each statement once.
struct IndexedDataset {
  /// A subject, object or graph's name.
  enum Component {
    /// A blank node, by its number.
    case blank(Int)
    /// Anything else, in N-Quads.
    case ground([UInt8])
    /// The default graph, which is not written.
    case absent
  }

  /// A statement.
  struct Statement {
    /// What it is about.
    let subject: Component
    /// The relation, between angle brackets.
    let predicate: [UInt8]
    /// What it says.
    let object: Component
    /// The graph that it stands in.
    let graph: Component

    /// The components that can be blank nodes, each with the letter of its place.
    var places: [(component: Component, letter: UInt8)] {
      [(subject, UInt8(ascii: "s")), (object, UInt8(ascii: "o")), (graph, UInt8(ascii: "g"))]
    }

    /// The statement as a line, its blank nodes labelled as asked.
    func line(_ label: (Int) -> [UInt8]) -> [UInt8] {
      var line: [UInt8] = []
      for (index, component) in [subject, .ground(predicate), object, graph].enumerated() {
        switch component {
        case .absent: continue
        case .ground(let bytes):
          if index > 0 { line.append(UInt8(ascii: " ")) }
          line += bytes
        case .blank(let node):
          if index > 0 { line.append(UInt8(ascii: " ")) }
          line += label(node)
        }
      }
      line += [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "\n")]
      return line
    }
  }

  /// The statements, without duplicates, in the order they were given in.
  private(set) var statements: [Statement] = []
  /// The labels of the blank nodes, by number, as they were given.
  private(set) var labels: [String] = []
  /// The numbers of the statements that mention each blank node, each once.
  private(set) var mentions: [[Int]] = []

  /// The dataset of these statements, in O(n) for their n bytes.
  init(_ quads: [Quad]) {
    var numbers: [[UInt8]: Int] = [:]
    var seen: Set<[UInt8]> = []
    for quad in quads {
      let statement = Statement(
        subject: component(quad.subject, &numbers), predicate: NQuads.iri(quad.predicate),
        object: component(quad.object, &numbers), graph: quad.graph.map { component($0, &numbers) } ?? .absent)
      guard seen.insert(statement.line { Array("_:\($0)".utf8) }).inserted else { continue }
      for (component, _) in statement.places {
        if case .blank(let node) = component, mentions[node].last != statements.count {
          mentions[node].append(statements.count)
        }
      }
      statements.append(statement)
    }
  }

  private mutating func component(_ term: Term, _ numbers: inout [[UInt8]: Int]) -> Component {
    guard case .blank(let label) = term else { return .ground(NQuads.bytes(of: term) ?? []) }
    let key = Array(label.utf8)
    if let number = numbers[key] { return .blank(number) }
    numbers[key] = labels.count
    labels.append(label)
    mentions.append([])
    return .blank(labels.count - 1)
  }
}
