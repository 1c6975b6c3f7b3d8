import Bilingual

/// A table of texts in columns.
package enum TextTable {
  /// The lines of a table: columns as wide as their widest cell, two spaces apart.
  package static func lines(_ rows: [[String]]) -> [String] {
    laid(rows.map { $0.map { [$0] } }, widths: naturalWidths(of: rows))
  }

  /// The lines of a table of at most `width` columns: where it would be wider, its cells are broken into lines and an
  /// empty line stands between its rows.
  ///
  /// A column keeps its width if that is no more than its fair share; the wider ones share the rest evenly. None is
  /// narrower than its longest word, even if the table is then wider than asked.
  package static func lines(_ rows: [[String]], width: Int) -> [String] {
    let natural = naturalWidths(of: rows)
    let room = width - 2 * max(0, natural.count - 1)
    guard natural.reduce(0, +) > room else { return lines(rows) }
    let words = rows.map { $0.map { $0.split(separator: " ").map(\.count).max() ?? 0 } }
    let widths = shared(room, among: natural, atLeast: widest(words))
    let broken = rows.map { row in row.enumerated().map { $1.broken(width: widths[$0]) } }
    return broken.enumerated().flatMap { ($0 == 0 ? [] : [""]) + laid([$1], widths: widths) }
  }

  /// The room shared among columns: each takes what it needs or an even part of what is left, the neediest last.
  private static func shared(_ room: Int, among natural: [Int], atLeast floors: [Int]) -> [Int] {
    var widths = floors
    var left = room
    let order = natural.indices.sorted { (natural[$0], $0) < (natural[$1], $1) }
    for (place, column) in order.enumerated() {
      let later = order[(place + 1)...]
      let share = min(left / (later.count + 1), left - later.reduce(0) { $0 + floors[$1] })
      widths[column] = max(floors[column], min(natural[column], share))
      left -= widths[column]
    }
    return widths
  }

  private static func naturalWidths(of rows: [[String]]) -> [Int] {
    widest(rows.map { $0.map(\.count) })
  }

  /// The largest number of each column; a row may lack its last cells.
  private static func widest(_ rows: [[Int]]) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    return (0..<count).map { column in rows.map { $0.count > column ? $0[column] : 0 }.max() ?? 0 }
  }

  /// Rows of cells of lines, each cell padded to its column but the last of a line.
  private static func laid(_ rows: [[[String]]], widths: [Int]) -> [String] {
    rows.flatMap { row in
      (0..<(row.map(\.count).max() ?? 0)).map { line in
        let cells = row.map { $0.count > line ? $0[line] : "" }
        let end = cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        return cells[..<end].enumerated().map { column, cell in
          column == end - 1 ? cell : cell + String(repeating: " ", count: max(0, widths[column] - cell.count))
        }.joined(separator: "  ")
      }
    }
  }
}
