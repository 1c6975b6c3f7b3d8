internal import Diagnostics
internal import Markup

/// The moves that `ContentAlignment` may make at each child, with what they cost.
struct ContentSearch {
  /// The children to be aligned.
  let children: [Node]
  /// The names in the grammar.
  let vocabulary: Vocabulary
  private let declaration: Int
  /// The names of the children, to know an insertion that may be half of a move.
  private let present: Set<QualifiedName>
  private var bridges: [DerivativeMemory.Named: Bridge?] = [:]
  private var nearChildren: [String: [String]] = [:]
  private var declared: [QualifiedName: Bool] = [:]
  private var moved: [Int: Bool] = [:]

  /// One or more steps that lead over a child to another state.
  struct Move {
    /// The steps in order.
    let placed: [ContentAlignment.Placed]
    /// The state behind the child.
    let state: PatternID
    /// What the steps cost.
    let cost: Int
  }

  /// The cheapest insertions after which an element of some name may stand.
  private struct Bridge {
    let inserted: [Int]
    let state: PatternID
    let cost: Int
  }

  /// A search among the children of an element that is read as a declaration.
  init(children: [Node], declaration: Int, vocabulary: Vocabulary) {
    self.children = children
    self.declaration = declaration
    self.vocabulary = vocabulary
    present = Set(
      children.compactMap { if case .element(let element) = $0 { vocabulary.meant(element.name) } else { nil } })
  }

  /// Every way over one child, the cheapest of equals first.
  mutating func moves(from state: PatternID, by index: Int, _ table: inout PatternTable) -> [Move] {
    switch children[index] {
    case .text(let text): textMoves(from: state, text.value, index, &table)
    case .element(let element): elementMoves(from: state, element, index, &table)
    }
  }

  private func textMoves(
    from state: PatternID, _ text: String, _ index: Int, _ table: inout PatternTable
  ) -> [Move] {
    func move(_ step: ContentAlignment.Step, to state: PatternID, from before: PatternID, _ cost: Int) -> Move {
      Move(placed: [.init(step: step, child: index, state: before)], state: state, cost: cost)
    }
    var moves: [Move] = []
    let accepted = table.text(state, .strict(text))
    if isBlank(text) { moves.append(move(.layout, to: table.choice(state, accepted), from: state, 0)) }
    if accepted != .notAllowed { moves.append(move(.acceptText, to: accepted, from: state, 0)) }
    let assumed = table.text(state, .assumed)
    if accepted == .notAllowed, assumed != .notAllowed {
      moves.append(move(.assumeText, to: assumed, from: state, RepairCost.wrongValue))
    }
    if !isBlank(text) { moves.append(move(.delete, to: state, from: state, RepairCost.textDeletion)) }
    return moves
  }

  private mutating func elementMoves(
    from state: PatternID, _ element: Element, _ index: Int, _ table: inout PatternTable
  ) -> [Move] {
    let name = vocabulary.meant(element.name)
    var moves: [Move] = []
    if let accepted = acceptance(of: name, from: state, index, &table) { moves.append(accepted) }
    if moves.first?.cost != 0 { moves += renames(of: element, name, from: state, index, &table) }
    // Of equal elements the later one is too many: the first costs a trifle more to delete.
    let lateness = min(99, index * 99 / max(1, children.count - 1))
    moves.append(
      Move(
        placed: [.init(step: .delete, child: index, state: state)], state: state,
        cost: RepairCost.deletion + 99 - lateness))
    return moves
  }

  /// The element accepted, perhaps after insertions.
  private mutating func acceptance(
    of name: QualifiedName, from state: PatternID, _ index: Int, _ table: inout PatternTable
  ) -> Move? {
    guard let bridge = bridge(from: state, to: name, &table) else { return nil }
    var placed = table.insertions(of: bridge.inserted, from: state, before: index)
    let fitting = table.transitions(from: bridge.state).filter { table.elements[$0.element].names.contains(name) }
    placed.append(.init(step: .accept(fitting.map(\.element)), child: index, state: bridge.state))
    return Move(placed: placed, state: table.choice(fitting.map(\.rest)), cost: bridge.cost)
  }

  private mutating func renames(
    of element: Element, _ name: QualifiedName, from state: PatternID, _ index: Int, _ table: inout PatternTable
  ) -> [Move] {
    // An empty element whose name shares no letter with another's is no slip of the pen.
    let near = nearChildren(to: name.local).filter { candidate in
      !element.children.isEmpty || vocabulary.meantElsewhere(by: name.local).contains(candidate)
        || nearNames(to: name.local, among: [candidate]) == [candidate]
    }
    let meant = vocabulary.has(name) ? RepairCost.nameMeant : 0
    var moves: [Move] = []
    for transition in table.transitions(from: state) {
      let declared = table.elements[transition.element]
      guard let written = declared.names.names.first, written != name else { continue }
      let strangeness = vocabulary.strangeness(of: element, as: transition.element)
      var cost = meant + (strangeness ?? 0) * RepairCost.strangeContent / 1000
      if let rank = near.firstIndex(of: written.local) {
        cost += RepairCost.nearName + rank * RepairCost.nextNearName
      } else {
        cost += (meant > 0 ? RepairCost.unlikeNames : 0) + RepairCost.farName
        cost -= (strangeness == 0 ? RepairCost.fittingContent : 0)
      }
      moves.append(
        Move(
          placed: [.init(step: .rename(transition.element), child: index, state: state)], state: transition.rest,
          cost: cost))
    }
    // A near name may also fit behind what is missing before it.
    for (rank, candidate) in near.enumerated() {
      let target = QualifiedName(local: candidate, namespace: name.namespace)
      guard let bridge = bridge(from: state, to: target, &table), !bridge.inserted.isEmpty else { continue }
      let transitions = table.transitions(from: bridge.state)
      guard let transition = transitions.first(where: { table.elements[$0.element].names.contains(target) }) else {
        continue
      }
      var placed = table.insertions(of: bridge.inserted, from: state, before: index)
      placed.append(.init(step: .rename(transition.element), child: index, state: bridge.state))
      let cost = meant + bridge.cost + RepairCost.nearName + rank * RepairCost.nextNearName
      moves.append(Move(placed: placed, state: transition.rest, cost: cost))
    }
    return moves
  }

  private mutating func nearChildren(to name: String) -> [String] {
    if let known = nearChildren[name] { return known }
    let children = vocabulary.children(of: declaration)
    let meant = vocabulary.meantElsewhere(by: name).filter(children.contains)
    let near = meant + nearest(to: name, among: children).filter { !meant.contains($0) }
    nearChildren[name] = near
    return near
  }

  /// Whether any element of the grammar may bear a name; no insertion lets a stranger stand.
  private mutating func isDeclared(_ name: QualifiedName, _ table: PatternTable) -> Bool {
    if let known = declared[name] { return known }
    let isDeclared = table.elements.contains { $0.names.contains(name) }
    declared[name] = isDeclared
    return isDeclared
  }

  /// The shortest insertions that let a name stand; Dijkstra's search over the states of the pattern.
  private mutating func bridge(
    from start: PatternID, to name: QualifiedName, _ table: inout PatternTable
  ) -> Bridge? {
    guard isDeclared(name, table) else { return nil }
    let key = DerivativeMemory.Named(pattern: start, name: name)
    if let known = bridges[key] { return known }
    var queue = [Bridge(inserted: [], state: start, cost: 0)]
    var settled: Set<PatternID> = []
    var found: Bridge?
    while found == nil, let least = queue.indices.min(by: { queue[$0].cost < queue[$1].cost }) {
      let current = queue.remove(at: least)
      guard settled.insert(current.state).inserted, settled.count <= 200 else { continue }
      let transitions = table.transitions(from: current.state)
      if transitions.contains(where: { table.elements[$0.element].names.contains(name) }) {
        found = current
        continue
      }
      for transition in transitions where !settled.contains(transition.rest) {
        let inserted = current.inserted + [transition.element]
        queue.append(Bridge(inserted: inserted, state: transition.rest, cost: cost(of: inserted, table)))
      }
    }
    bridges[key] = .some(found)
    return found
  }

  /// What must follow the last child; nil where nothing helps.
  func completion(of state: PatternID, _ table: inout PatternTable) -> [Int]? {
    table.shortestCompletion(of: state)?.compactMap { if case .element(let index) = $0 { index } else { nil } }
  }

  private mutating func isPresent(_ declaration: Int, _ table: PatternTable) -> Bool {
    if let known = moved[declaration] { return known }
    let isPresent = table.elements[declaration].names.names.contains { present.contains($0) }
    moved[declaration] = isPresent
    return isPresent
  }

  /// What it costs to insert these elements.
  mutating func cost(of inserted: [Int], _ table: PatternTable) -> Int {
    var sum = 0
    var next = RepairCost.insertion
    for element in inserted {
      if isPresent(element, table) {
        sum += RepairCost.insertionOfMoved
      } else {
        sum += next
        next = RepairCost.furtherInsertion
      }
    }
    return sum
  }
}

extension PatternTable {
  /// The steps that insert these elements one after the other before a child.
  mutating func insertions(of elements: [Int], from state: PatternID, before child: Int) -> [ContentAlignment.Placed] {
    var state = state
    var placed: [ContentAlignment.Placed] = []
    for element in elements {
      placed.append(.init(step: .insert(element), child: child, state: state))
      state = transitions(from: state).first { $0.element == element }?.rest ?? .notAllowed
    }
    return placed
  }
}
