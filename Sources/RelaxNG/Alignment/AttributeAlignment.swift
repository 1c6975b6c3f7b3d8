internal import Diagnostics
internal import Markup

/// The cheapest way to make the attributes of one element what its pattern wants.
///
/// As `ContentAlignment`, without an order: O(n · a) for n attributes given and a attributes of the grammar's.
struct AttributeAlignment {
  /// What becomes of an attribute.
  enum Step {
    /// Name and value are right.
    case accept
    /// The name is right and the value is not; this is what the value must match.
    case assume(PatternID)
    /// The attribute should bear the name of this declaration.
    case rename(Int)
    /// The attribute should not be there.
    case delete
  }

  /// A step for each attribute, with the state before it.
  private(set) var steps: [(step: Step, state: PatternID)] = []
  /// The declarations that are missing.
  private(set) var missing: [Int] = []
  /// The state before the missing ones.
  private(set) var end: PatternID
  /// The pattern of the content once all attributes are mended.
  private(set) var content: PatternID
  /// What all of it costs.
  private(set) var cost: Int

  private struct Reached {
    let state: PatternID
    let cost: Int
    let steps: [(step: Step, state: PatternID)]
  }

  /// Aligns the attributes of an element with its pattern.
  init(of attributes: [Attribute], from state: PatternID, table: inout PatternTable) {
    var front = [Reached(state: state, cost: 0, steps: [])]
    for attribute in attributes {
      var next: [Reached] = []
      for reached in front {
        for (step, state, cost) in Self.moves(by: attribute, from: reached.state, &table) {
          let new = Reached(
            state: state, cost: reached.cost + cost, steps: reached.steps + [(step, reached.state)])
          if let same = next.firstIndex(where: { $0.state == state }) {
            if next[same].cost > new.cost { next[same] = new }
          } else {
            next.append(new)
          }
        }
      }
      let ordered = next.enumerated().sorted { ($0.1.cost, $0.0) < ($1.1.cost, $1.0) }
      front = ordered.prefix(RepairCost.beam).map(\.1)
    }
    var best: (reached: Reached, missing: [Int], cost: Int)?
    for reached in front {
      guard let missing = table.missingAttributes(of: reached.state) else { continue }
      let total = reached.cost + missing.count * RepairCost.insertion
      if best.map({ total < $0.cost }) ?? true { best = (reached, missing, total) }
    }
    steps = best?.reached.steps ?? []
    missing = best?.missing ?? []
    end = best?.reached.state ?? state
    cost = best?.cost ?? RepairCost.horizon
    var complete = end
    for index in missing {
      guard let name = table.attributes[index].names.names.first else { continue }
      complete = table.attribute(complete, name, .assumed)
    }
    content = table.closing(complete)
  }

  private static func moves(
    by attribute: Attribute, from state: PatternID, _ table: inout PatternTable
  ) -> [(Step, PatternID, Int)] {
    let accepted = table.attribute(state, attribute.name, .strict(attribute.value.value))
    if accepted != .notAllowed { return [(.accept, accepted, 0)] }
    let assumed = table.attribute(state, attribute.name, .assumed)
    let open = table.openAttributes(of: state)
    if assumed != .notAllowed {
      let wanted = open.filter { table.attributes[$0].names.contains(attribute.name) }
      let value = table.choice(wanted.map { table.attributes[$0].value })
      return [(.assume(value), assumed, RepairCost.wrongValue), (.delete, state, RepairCost.deletion)]
    }
    let written = attribute.name.written
    let near = nearNames(to: written, among: open.map { table.attributes[$0].name })
    var moves: [(Step, PatternID, Int)] = [(.delete, state, RepairCost.deletion)]
    for index in open {
      guard let name = table.attributes[index].names.names.first else { continue }
      var cost = RepairCost.farName
      if name.local == attribute.name.local {
        cost = RepairCost.nearName
      } else if let rank = near.firstIndex(of: name.written) {
        cost = RepairCost.nearName + rank * RepairCost.nextNearName
      }
      if !table.matches(attribute.value.value, table.attributes[index].value) { cost += RepairCost.wrongValue }
      moves.append((.rename(index), table.attribute(state, name, .assumed), cost))
    }
    return moves
  }
}
