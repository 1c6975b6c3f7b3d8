/// A number in hundredths, so that a report is the same on every machine.
package struct Hundredths: Hashable, Comparable, Sendable {
  /// How many hundredths.
  package let count: Int

  /// So many hundredths.
  init(_ count: Int) {
    self.count = count
  }

  /// The mean of whole numbers, rounded half away from zero; nil of none.
  init?(mean numbers: [Int]) {
    guard !numbers.isEmpty else { return nil }
    self.init(Self.rounded(100 * numbers.reduce(0, +), by: numbers.count))
  }

  /// The mean of hundredths, rounded half away from zero; nil of none.
  init?(mean numbers: [Hundredths]) {
    guard !numbers.isEmpty else { return nil }
    self.init(Self.rounded(numbers.reduce(0) { $0 + $1.count }, by: numbers.count))
  }

  package static func < (a: Self, b: Self) -> Bool { a.count < b.count }

  static func - (a: Self, b: Self) -> Self { Hundredths(a.count - b.count) }

  /// The number in tenths, rounded half away from zero.
  package var tenths: Int { Self.rounded(count, by: 10) }

  private static func rounded(_ number: Int, by divisor: Int) -> Int {
    number >= 0 ? (2 * number + divisor) / (2 * divisor) : -((2 * -number + divisor) / (2 * divisor))
  }
}
