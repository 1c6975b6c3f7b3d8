internal import Markup

/// An element that may stand next, and what may follow it.
struct Transition: Sendable {
  /// The element, one of `PatternTable.elements`.
  let element: Int
  /// What may follow the element.
  let rest: PatternID
}

extension PatternTable {
  /// Every element that may stand next, once each, in the grammar's order.
  mutating func transitions(from id: PatternID) -> [Transition] {
    if let made = memory.transitions[id] { return made }
    var made: [Transition] = []
    switch self[id] {
    case .choice(let a, let b):
      made = transitions(from: a)
      for transition in transitions(from: b) { add(transition, to: &made) }
    case .element(let index): made = [Transition(element: index, rest: .empty)]
    case .interleave(let a, let b):
      for transition in transitions(from: a) {
        add(Transition(element: transition.element, rest: interleave(transition.rest, b)), to: &made)
      }
      for transition in transitions(from: b) {
        add(Transition(element: transition.element, rest: interleave(a, transition.rest)), to: &made)
      }
    case .oneOrMore(let a):
      for transition in transitions(from: a) {
        let again = choice(id, .empty)
        add(Transition(element: transition.element, rest: group(transition.rest, again)), to: &made)
      }
    case .group(let a, let b):
      for transition in transitions(from: a) {
        add(Transition(element: transition.element, rest: group(transition.rest, b)), to: &made)
      }
      if isNullable(a) { for transition in transitions(from: b) { add(transition, to: &made) } }
    case .notAllowed, .empty, .text, .list, .data, .value, .attribute, .after: break
    }
    memory.transitions[id] = made
    return made
  }

  /// The attributes that may still be given, in the grammar's order.
  func openAttributes(of id: PatternID) -> [Int] {
    var found: [Int] = []
    collectAttributes(id, &found)
    return found
  }

  private func collectAttributes(_ id: PatternID, _ found: inout [Int]) {
    guard holdsAttributes(id) else { return }
    switch self[id] {
    case .attribute(let index): if !found.contains(index) { found.append(index) }
    case .choice(let a, let b), .group(let a, let b), .interleave(let a, let b):
      collectAttributes(a, &found)
      collectAttributes(b, &found)
    case .oneOrMore(let a), .after(let a, _): collectAttributes(a, &found)
    case .notAllowed, .empty, .text, .list, .data, .value, .element: break
    }
  }

  /// The shortest set of elements and attributes without which the pattern cannot end; nil where none suffices.
  func shortestCompletion(of id: PatternID) -> [Part]? {
    switch self[id] {
    case .notAllowed, .after: return nil
    case .empty, .text, .list, .data, .value: return []
    case .attribute(let index): return [.attribute(index)]
    case .element(let index): return [.element(index)]
    case .oneOrMore(let a): return shortestCompletion(of: a)
    case .group(let a, let b), .interleave(let a, let b):
      guard let first = shortestCompletion(of: a), let second = shortestCompletion(of: b) else { return nil }
      return first + second
    case .choice(let a, let b):
      guard let first = shortestCompletion(of: a) else { return shortestCompletion(of: b) }
      guard let second = shortestCompletion(of: b), second.count < first.count else { return first }
      return second
    }
  }

  /// The attributes without which the start tag cannot end; nil where no set of them suffices.
  func missingAttributes(of id: PatternID) -> [Int]? {
    switch self[id] {
    case .notAllowed, .after: return nil
    case .empty, .text, .list, .data, .value, .element: return []
    case .attribute(let index): return [index]
    case .oneOrMore(let a): return missingAttributes(of: a)
    case .group(let a, let b), .interleave(let a, let b):
      guard let first = missingAttributes(of: a), let second = missingAttributes(of: b) else { return nil }
      return first + second
    case .choice(let a, let b):
      guard let first = missingAttributes(of: a) else { return missingAttributes(of: b) }
      guard let second = missingAttributes(of: b), second.count < first.count else { return first }
      return second
    }
  }

  private mutating func add(_ transition: Transition, to all: inout [Transition]) {
    guard let index = all.firstIndex(where: { $0.element == transition.element }) else {
      all.append(transition)
      return
    }
    all[index] = Transition(element: transition.element, rest: choice(all[index].rest, transition.rest))
  }
}

/// An element or an attribute of the grammar.
enum Part: Hashable, Sendable {
  /// One of `PatternTable.elements`.
  case element(Int)
  /// One of `PatternTable.attributes`.
  case attribute(Int)
}
