internal import CurriculumModel

/// Published modules that nobody can ever start, by what is at fault; those that only wait for one of them are left out.
struct BlockedModules {
  /// Modules whose conditions could not hold even if all others were passed, in order of path.
  let alone: [Opportunity]
  /// Modules that wait for each other: each for the next, the last for the first.
  let circles: [[Opportunity]]

  /// A library with more circles than this has its first ones told.
  private static let mostCircles = 100

  /// What is blocked in a library.
  ///
  /// O(s) for s the size of all conditions and effects, and once more for each circle.
  init(in reach: LibraryReach) {
    let blocked = reach.opportunities.filter { !reach.reachability.modules.contains($0.module) }
    let makers = Self.makers(blocked)
    alone = blocked.filter { opportunity in
      !opportunity.condition.holds { fact in
        reach.reachability.contains(fact) || makers[fact, default: []].contains { $0 != opportunity.module }
      }
    }
    var assumed = reach.given.union(alone.flatMap(\.effects))
    var circles: [[Opportunity]] = []
    let excused = Set(alone.map(\.module))
    var rest = blocked.filter { !excused.contains($0.module) }
    while !rest.isEmpty, circles.count < Self.mostCircles {
      let known = Reachability(of: reach.opportunities, from: assumed)
      rest.removeAll { known.modules.contains($0.module) }
      guard let circle = WaitingGraph(rest, makers, isKnown: known.contains).circle else { break }
      circles.append(circle)
      assumed.formUnion(circle.flatMap(\.effects))
    }
    self.circles = circles
  }

  private static func makers(_ opportunities: [Opportunity]) -> [Fact: [Identifier<Module>]] {
    var makers: [Fact: [Identifier<Module>]] = [:]
    for opportunity in opportunities {
      for fact in opportunity.effects { makers[fact, default: []].append(opportunity.module) }
    }
    return makers
  }
}

/// Modules that wait for each other, with an edge from each to those that make what it waits for.
private struct WaitingGraph {
  private let modules: [Opportunity]
  private let targets: [[Int]]

  init(_ modules: [Opportunity], _ makers: [Fact: [Identifier<Module>]], isKnown: (Fact) -> Bool) {
    self.modules = modules
    let places = Dictionary(modules.enumerated().map { ($1.module, $0) }) { first, _ in first }
    targets = modules.enumerated().map { own, opportunity in
      var found: [Int] = []
      opportunity.condition.forEachLeaf { fact in
        guard !isKnown(fact) else { return }
        for place in makers[fact, default: []].compactMap({ places[$0] })
        where place != own && !found.contains(place) {
          found.append(place)
        }
      }
      return found
    }
  }

  /// A shortest circle through the first module of one that the first module leads to; nil where there are no modules.
  var circle: [Opportunity]? {
    guard let start = memberOfACircle else { return nil }
    var before: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let place = queue[next]
      next += 1
      for target in targets[place] {
        if target == start { return way(to: place, before).map { modules[$0] } }
        if before[target] == nil {
          before[target] = place
          queue.append(target)
        }
      }
    }
    return nil
  }

  /// Follows the first edge of each module until one comes again: nothing of what waits can wait for nothing.
  private var memberOfACircle: Int? {
    guard !modules.isEmpty else { return nil }
    var way = [0]
    var seen: Set = [0]
    while let last = way.last, let target = targets[last].first {
      guard seen.insert(target).inserted else {
        return way.firstIndex(of: target).flatMap { way[$0...].min() }
      }
      way.append(target)
    }
    return nil
  }

  private func way(to end: Int, _ before: [Int: Int]) -> [Int] {
    var way = [end]
    while let place = way.last.flatMap({ before[$0] }) { way.append(place) }
    return way.reversed()
  }
}
