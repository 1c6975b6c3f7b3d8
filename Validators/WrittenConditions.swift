internal import CurriculumModel
internal import CurriculumReading
internal import Markup

extension CurriculumDraft {
  /// Every element whose children are parts of a condition, the outer ones first.
  var conditionHolders: [Element] {
    let outer =
      modules.flatMap { $0.recommends.map(\.element) + ($0.requires.map { [$0.element] } ?? []) }
      + curricula.flatMap(\.certificates).compactMap(\.earnedWhen?.element)
    return outer.flatMap(\.withInnerConditions)
  }
}

extension Element {
  /// The children that are parts of a condition: all but the reason of a recommendation.
  var conditionParts: [Element] {
    elements.filter { $0.name.local != "reason" }
  }

  fileprivate var withInnerConditions: [Element] {
    [self] + conditionParts.filter { !$0.elements.isEmpty }.flatMap(\.withInnerConditions)
  }
}

extension Condition {
  /// The condition with no "at least" above the number of its parts: what it can mean where `AtLeastTooMany` holds.
  var attainable: Condition {
    asksTooMuch ? limited : self
  }

  /// Whether an "at least" stands above the number of its parts.
  private var asksTooMuch: Bool {
    switch self {
    case .leaf: false
    case .all(let parts), .any(let parts): parts.contains { $0.asksTooMuch }
    case .atLeast(let n, let parts): n > parts.count || parts.contains { $0.asksTooMuch }
    }
  }

  private var limited: Condition {
    switch self {
    case .leaf: self
    case .all(let parts): .all(parts.map(\.limited))
    case .any(let parts): .any(parts.map(\.limited))
    case .atLeast(let n, let parts): .atLeast(min(n, parts.count), parts.map(\.limited))
    }
  }
}
