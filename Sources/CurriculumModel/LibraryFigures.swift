/// How large a library is and how its modules are spread over themes and directions.
package struct LibraryFigures: Equatable, Sendable {
  /// Modules and the minutes that two people spend in them.
  package struct Amount: Equatable, Sendable {
    /// How many modules.
    package var modules = 0
    /// Their session minutes together.
    package var minutes: Minutes = 0

    /// No module.
    package init() {}

    fileprivate mutating func add(_ module: Module) {
      modules += 1
      minutes += module.time.together
    }
  }

  /// The modules on offer of one theme.
  package struct Row: Equatable, Sendable {
    /// The theme.
    package let theme: Theme
    /// Its modules by direction; each direction is there, if only with none.
    package let directions: [Direction: Amount]
    /// All of the theme.
    package let total: Amount
  }

  /// The themes in the programme's order.
  package let rows: [Row]
  /// All modules on offer.
  package let total: Amount
  /// How many cards there are.
  package let cards: Int
  /// How many curricula there are.
  package let curricula: Int
  /// How many certificates the curricula state.
  package let certificates: Int
}

extension Library {
  /// The library's figures; drafts and withdrawn modules count for nothing.
  ///
  /// - Complexity: O(t · m) for t themes and m modules.
  package var figures: LibraryFigures {
    func amount(_ counts: (Module) -> Bool) -> LibraryFigures.Amount {
      offeredModules.filter(counts).reduce(into: LibraryFigures.Amount()) { $0.add($1) }
    }
    return LibraryFigures(
      rows: programme.themes.map { theme in
        LibraryFigures.Row(
          theme: theme,
          directions: Dictionary(
            uniqueKeysWithValues: Direction.allCases.map { direction in
              (direction, amount { $0.theme == theme.id && $0.direction == direction })
            }),
          total: amount { $0.theme == theme.id })
      },
      total: amount { _ in true }, cards: cards.count, curricula: curricula.count,
      certificates: curricula.values.map(\.certificates.count).reduce(0, +))
  }
}
