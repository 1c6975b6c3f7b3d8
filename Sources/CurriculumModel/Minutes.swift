/// A length of time in whole minutes, the unit in which trainers plan.
package struct Minutes: Hashable, Comparable, AdditiveArithmetic, Sendable {
  /// How many minutes.
  package var count: Int

  /// A length of time.
  package init(_ count: Int) {
    self.count = count
  }

  package static let zero = Minutes(0)
  package static func + (a: Self, b: Self) -> Self { Minutes(a.count + b.count) }
  package static func - (a: Self, b: Self) -> Self { Minutes(a.count - b.count) }
  package static func < (a: Self, b: Self) -> Bool { a.count < b.count }
}

extension Minutes: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) {
    self.init(value)
  }
}
