internal import Diagnostics
internal import Markup

/// The cheapest way to make the children of one element what its pattern wants.
///
/// Error-correcting recognition as a shortest path (Aho and Peterson 1972), over positions among the children and
/// states of the pattern's derivatives: a child is accepted, renamed or deleted, and elements may be inserted before
/// it. At most `RepairCost.beam` states are followed at each position, so that n children take O(n) steps.
struct ContentAlignment {
  /// What becomes of a child, or is put before one.
  enum Step: Equatable {
    /// The element stands where it may, as one of these declarations.
    case accept([Int])
    /// The element should bear the name of this declaration.
    case rename(Int)
    /// The element or the text should not be here.
    case delete
    /// An element of this declaration is missing here.
    case insert(Int)
    /// The text stands where it may.
    case acceptText
    /// The text stands where another value should.
    case assumeText
    /// White space alone, which may be content or layout.
    case layout
  }

  /// A step with the child that it is about or comes before, and the state before it.
  struct Placed {
    /// What becomes of the child, or is put before it.
    let step: Step
    /// The position among the children.
    let child: Int
    /// The state of the pattern before the step.
    let state: PatternID
  }

  /// The steps in order.
  var steps: [Placed]
  /// What they cost together; 0 for content without a fault.
  var cost: Int

  private struct Reached {
    let state: PatternID
    let cost: Int
    let previous: Int
    let placed: Placed?
  }

  /// Aligns the children of an element, read as a declaration, with the pattern of its content.
  init(
    of children: [Node], from state: PatternID, as declaration: Int, table: inout PatternTable, vocabulary: Vocabulary
  ) {
    if let steps = Self.faultless(children, from: state, &table, vocabulary) {
      self.steps = steps
      cost = 0
      return
    }
    var search = ContentSearch(children: children, declaration: declaration, vocabulary: vocabulary)
    var reached = [Reached(state: state, cost: 0, previous: -1, placed: nil)]
    var front = [0]
    for index in children.indices {
      var next: [Int] = []
      var positions: [PatternID: Int] = [:]
      for from in front {
        for move in search.moves(from: reached[from].state, by: index, &table) {
          let total = reached[from].cost + move.cost
          let position = positions[move.state]
          if let position, reached[next[position]].cost <= total { continue }
          var previous = from
          for placed in move.placed {
            reached.append(
              Reached(state: move.state, cost: total, previous: previous, placed: placed))
            previous = reached.count - 1
          }
          if let position {
            next[position] = previous
          } else {
            positions[move.state] = next.count
            next.append(previous)
          }
        }
      }
      front = Self.cheapest(next, in: reached)
    }
    var best: (from: Int, inserted: [Int], cost: Int)?
    for from in front {
      let inserted = search.completion(of: reached[from].state, &table)
      guard let inserted else { continue }
      let total = reached[from].cost + search.cost(of: inserted, table)
      if best.map({ total < $0.cost }) ?? true { best = (from, inserted, total) }
    }
    var steps: [Placed] = []
    var index = best?.from ?? front.first ?? 0
    while index >= 0 {
      if let placed = reached[index].placed { steps.append(placed) }
      index = reached[index].previous
    }
    self.steps = steps.reversed()
    let end = best.map { reached[$0.from].state } ?? state
    self.steps += table.insertions(of: best?.inserted ?? [], from: end, before: children.count)
    cost = best?.cost ?? RepairCost.horizon
  }

  /// The steps where nothing needs mending; nil where something does.
  private static func faultless(
    _ children: [Node], from state: PatternID, _ table: inout PatternTable, _ vocabulary: Vocabulary
  ) -> [Placed]? {
    var steps: [Placed] = []
    var state = state
    for (index, child) in children.enumerated() {
      let before = state
      switch child {
      case .text(let text):
        let after = table.text(state, .strict(text.value))
        if isBlank(text.value) {
          state = table.choice(state, after)
          steps.append(Placed(step: .layout, child: index, state: before))
          continue
        }
        state = after
        steps.append(Placed(step: .acceptText, child: index, state: before))
      case .element(let element):
        let name = vocabulary.meant(element.name)
        let fitting = table.transitions(from: state).filter { table.elements[$0.element].names.contains(name) }
        state = table.choice(fitting.map(\.rest))
        steps.append(Placed(step: .accept(fitting.map(\.element)), child: index, state: before))
      }
      if state == .notAllowed { return nil }
    }
    return table.isNullable(state) ? steps : nil
  }

  private static func cheapest(_ front: [Int], in reached: [Reached]) -> [Int] {
    guard let least = front.map({ reached[$0].cost }).min() else { return [] }
    let near = front.filter { reached[$0].cost <= least + RepairCost.horizon }
    guard near.count > RepairCost.beam else { return near }
    let sorted = near.enumerated().sorted { (reached[$0.1].cost, $0.0) < (reached[$1.1].cost, $1.0) }
    return sorted.prefix(RepairCost.beam).map(\.1)
  }
}
