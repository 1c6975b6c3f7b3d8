internal import Markup

extension AlignedContent {
  /// A missing element whose children stand where it should.
  struct Wrapping {
    /// The missing element, one of `PatternTable.elements`.
    let declaration: Int
    /// The children that belong into it.
    let elements: [Element]
    /// What each of them is read as.
    let declarations: [[Int]]
    /// The steps that this explains.
    let steps: ClosedRange<Int>

    /// Whether it explains a step.
    func covers(_ index: Int) -> Bool { steps.contains(index) }
  }

  /// The insertions next to which stands just what the new element would hold, as where a wrapper was forgotten.
  func wrappings(_ table: inout PatternTable, _ vocabulary: Vocabulary) -> [Wrapping] {
    var found: [Wrapping] = []
    for index in steps.indices {
      guard case .insert(let declaration) = steps[index].step, !isMoved(index) else { continue }
      let before = run(endingBefore: index)
      let after = run(startingAfter: index)
      for run in [before, after]
      where !run.isEmpty && !run.contains(where: { place in found.contains { $0.covers(place) } }) {
        let elements = run.compactMap { place -> Element? in
          if case .element(let child) = children[steps[place].child] { child } else { nil }
        }
        let content = table.elements[declaration].content
        guard elements.count == run.count, table.missingAttributes(of: content) == [],
          let declarations = table.readings(of: elements, from: table.closing(content), vocabulary)
        else { continue }
        found.append(
          Wrapping(
            declaration: declaration, elements: elements, declarations: declarations,
            steps: min(index, run.lowerBound)...max(index, run.upperBound - 1)))
        break
      }
    }
    return found
  }

  private func run(endingBefore index: Int) -> Range<Int> {
    var start = index
    while start > 0, isLostElement(start - 1) { start -= 1 }
    return start..<index
  }

  private func run(startingAfter index: Int) -> Range<Int> {
    var end = index + 1
    while end < steps.count, isLostElement(end) { end += 1 }
    return (index + 1)..<end
  }

  private func isLostElement(_ index: Int) -> Bool {
    steps[index].step == .delete && !isMoved(index)
  }
}

extension PatternTable {
  /// What each of these elements is read as where together they are what a pattern wants; nil where they are not.
  fileprivate mutating func readings(
    of elements: [Element], from state: PatternID, _ vocabulary: Vocabulary
  ) -> [[Int]]? {
    var state = state
    var readings: [[Int]] = []
    for element in elements {
      let name = vocabulary.meant(element.name)
      var fitting: [Transition] = []
      for transition in transitions(from: state) where self.elements[transition.element].names.contains(name) {
        fitting.append(transition)
      }
      guard !fitting.isEmpty else { return nil }
      readings.append(fitting.map(\.element))
      state = choice(fitting.map(\.rest))
    }
    return isNullable(state) ? readings : nil
  }
}
