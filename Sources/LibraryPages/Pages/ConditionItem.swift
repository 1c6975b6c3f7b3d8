internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets

/// A part of a condition, as a list within a list.
struct ConditionItem {
  /// How much of the parts below is asked for; nil for a statement.
  let quantity: String?
  /// A statement in words; nil where it is a link.
  let statement: String?
  /// The module that a statement is about.
  let moduleLink: TitledLink?
  let deeper: Parts?

  /// The parts below.
  struct Parts {
    let conditions: [ConditionItem]
  }

  /// The parts of a condition that all must hold.
  static func items(_ condition: Condition<Fact>, _ leaf: Leaf) -> [ConditionItem] {
    if case .all(let parts) = condition { return parts.map { ConditionItem($0, leaf) } }
    return [ConditionItem(condition, leaf)]
  }

  private init(_ condition: Condition<Fact>, _ leaf: Leaf) {
    let words = SiteWords(leaf.language)
    func parts(_ conditions: [Condition<Fact>]) -> Parts {
      Parts(conditions: conditions.map { ConditionItem($0, leaf) })
    }
    switch condition {
    case .leaf(.passed(let id)):
      (quantity, statement, moduleLink, deeper) = (nil, nil, leaf.titled(id), nil)
    case .leaf(let fact):
      (quantity, statement, moduleLink, deeper) = (nil, leaf.facts.fact(fact), nil, nil)
    case .all(let conditions):
      (quantity, statement, moduleLink, deeper) = (words.allOf, nil, nil, parts(conditions))
    case .any(let conditions):
      (quantity, statement, moduleLink, deeper) = (words.oneOf, nil, nil, parts(conditions))
    case .atLeast(let count, let conditions):
      (quantity, statement, moduleLink, deeper) = (words.some(count), nil, nil, parts(conditions))
    }
  }
}
