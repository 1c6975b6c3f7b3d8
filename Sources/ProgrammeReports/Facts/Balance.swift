package import CurriculumModel
package import PathPlanning

/// Who gave and who received: minutes of modules passed together, by who mentored.
package struct Balance: Equatable, Sendable {
  /// The minutes, by direction; each direction is there.
  package private(set) var minutes: [Direction: Minutes]
  /// How much is given back.
  package private(set) var share: ReturnShare

  /// No minutes at all.
  package static let none = Balance(minutes: [:], share: ReturnShare(given: 0, total: 0))

  /// The balance over modules, by the share that a curriculum counts of mutual ones (half, where it says nothing).
  init(of modules: [Identifier<Module>], in library: Library, _ reciprocity: Curriculum.Reciprocity?) {
    var minutes = Dictionary(uniqueKeysWithValues: Direction.allCases.map { ($0, Minutes.zero) })
    for module in modules.compactMap({ library.modules[$0] }) {
      minutes[module.direction, default: .zero] += module.time.together
    }
    self.minutes = minutes
    let mutual = (reciprocity?.mutualPercent ?? 50) * (minutes[.mutual]?.count ?? 0)
    share = ReturnShare(
      given: 100 * (minutes[.seniorToJunior]?.count ?? 0) + mutual,
      total: 100 * minutes.values.reduce(0) { $0 + $1.count })
  }

  private init(minutes: [Direction: Minutes], share: ReturnShare) {
    self.minutes = minutes
    self.share = share
  }

  /// The sum of two balances.
  static func + (a: Balance, b: Balance) -> Balance {
    Balance(
      minutes: a.minutes.merging(b.minutes, uniquingKeysWith: +),
      share: ReturnShare(given: a.share.given + b.share.given, total: a.share.total + b.share.total))
  }

  /// The minutes of a direction.
  package subscript(direction: Direction) -> Minutes { minutes[direction] ?? .zero }
}
