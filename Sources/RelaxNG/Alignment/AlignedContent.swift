internal import Diagnostics
internal import Markup

/// The children of one element with what becomes of each, and questions about the neighbourhood of a fault.
struct AlignedContent {
  /// The steps in order.
  let steps: [ContentAlignment.Placed]
  /// The children that the steps speak of.
  let children: [Node]
  /// The element around them.
  let parent: Element
  /// What the parent is read as, one of `PatternTable.elements`.
  let declaration: Int
  /// For each deleted element that is inserted elsewhere, the place of that step; and the other way round.
  private var moves: [Int: Int] = [:]
  /// Steps that questions may still look at, so that many faults among many children stay affordable.
  private var budget = 20_000

  /// A place for an element in its parent.
  struct Place {
    /// The sibling before it.
    let behind: Element?
    /// What the element is there, one of `PatternTable.elements`.
    let declaration: Int
    /// Whether something is missing without it.
    let isRequired: Bool
  }

  /// An alignment with the element that it is about.
  init(_ alignment: ContentAlignment, children: [Node], parent: Element, declaration: Int) {
    steps = alignment.steps
    self.children = children
    self.parent = parent
    self.declaration = declaration
  }

  /// Finds the insertions that are one half of a move.
  mutating func pairMoves(_ table: inout PatternTable, _ vocabulary: Vocabulary) {
    for (inserted, placed) in steps.enumerated() {
      guard case .insert(let declaration) = placed.step else { continue }
      let deleted = steps.indices.filter { index in
        guard steps[index].step == .delete, moves[index] == nil,
          case .element(let child) = children[steps[index].child]
        else { return false }
        return table.elements[declaration].names.contains(vocabulary.meant(child.name))
      }
      guard let nearest = deleted.min(by: { abs($0 - inserted) < abs($1 - inserted) }) else { continue }
      moves[nearest] = inserted
      moves[inserted] = nearest
    }
  }

  /// Whether the step is one half of a move.
  func isMoved(_ index: Int) -> Bool { moves[index] != nil }

  /// Where else in the parent a deleted element may stand, the nearest place first.
  mutating func place(for index: Int, _ table: inout PatternTable, _ vocabulary: Vocabulary) -> Place? {
    if let inserted = moves[index], case .insert(let declaration) = steps[inserted].step {
      return Place(behind: neighbour(before: inserted), declaration: declaration, isRequired: true)
    }
    guard case .element(let child) = children[steps[index].child] else { return nil }
    let name = vocabulary.meant(child.name)
    guard vocabulary.has(name) else { return nil }
    // The place before step n, and the one after the last.
    let places = (0...steps.count).filter { $0 != index }.sorted {
      (abs($0 - index), $0) < (abs($1 - index), $1)
    }
    for place in places where budget > 0 {
      budget -= 1
      let state = place < steps.count ? steps[place].state : end(&table, vocabulary)
      guard let state else { continue }
      for transition in table.transitions(from: state)
      where table.elements[transition.element].names.contains(name) {
        guard goesOn(from: transition.rest, after: place - 1, &table, vocabulary) else { continue }
        budget -= steps.count - place
        return Place(behind: neighbour(before: place), declaration: transition.element, isRequired: false)
      }
    }
    return nil
  }

  /// The state after the last step.
  private func end(_ table: inout PatternTable, _ vocabulary: Vocabulary) -> PatternID? {
    guard let last = steps.last else { return nil }
    return next(last, from: last.state, &table, vocabulary)
  }

  /// Whether the mended rest of the children is accepted from a state; looks at no more than 200 of them.
  func goesOn(
    from state: PatternID, after index: Int, _ table: inout PatternTable, _ vocabulary: Vocabulary
  ) -> Bool {
    var state = state
    for place in steps.indices.dropFirst(index + 1).prefix(200) {
      if steps[place].state == state { return true }
      guard let after = next(steps[place], from: state, &table, vocabulary) else { return false }
      state = after
    }
    return index + 1 + 200 < steps.count || table.isNullable(state)
  }

  private func next(
    _ placed: ContentAlignment.Placed, from state: PatternID, _ table: inout PatternTable, _ vocabulary: Vocabulary
  ) -> PatternID? {
    func over(_ name: QualifiedName?) -> PatternID? {
      let fitting = table.transitions(from: state).filter { transition in
        name.map { table.elements[transition.element].names.contains($0) } ?? false
      }
      return fitting.isEmpty ? nil : table.choice(fitting.map(\.rest))
    }
    switch placed.step {
    case .delete, .layout: return state
    case .acceptText:
      guard case .text(let text) = children[placed.child] else { return nil }
      let after = table.text(state, .strict(text.value))
      return after == .notAllowed ? nil : after
    case .assumeText:
      let after = table.text(state, .assumed)
      return after == .notAllowed ? nil : after
    case .accept:
      guard case .element(let child) = children[placed.child] else { return nil }
      return over(vocabulary.meant(child.name))
    case .rename(let declaration), .insert(let declaration):
      return over(table.elements[declaration].names.names.first)
    }
  }

  /// The first child of a name that stands where it may.
  func firstAccepted(named name: QualifiedName, _ vocabulary: Vocabulary) -> Element? {
    for placed in steps {
      guard case .accept = placed.step, case .element(let child) = children[placed.child] else { continue }
      if vocabulary.meant(child.name) == name { return child }
    }
    return nil
  }

  /// The last child that stays before a step.
  func neighbour(before index: Int) -> Element? {
    for place in steps.indices.prefix(index).reversed() where steps[place].step != .delete {
      guard case .element(let child) = childOf(place) else { continue }
      return child
    }
    return nil
  }

  /// Whether the insertion goes on with what the step before it inserts.
  func continuesGap(_ index: Int) -> Bool {
    index > 0 && isInsertion(index - 1) && !isMoved(index - 1)
  }

  /// The declarations that are missing next to each other from here.
  func gap(from index: Int) -> [Int] {
    var run: [Int] = []
    for place in steps.indices.dropFirst(index) {
      guard case .insert(let declaration) = steps[place].step, !isMoved(place) else { break }
      run.append(declaration)
    }
    return run
  }

  private func isInsertion(_ index: Int) -> Bool {
    if case .insert = steps[index].step { true } else { false }
  }

  private func childOf(_ index: Int) -> Node? {
    isInsertion(index) ? nil : children[steps[index].child]
  }
}
