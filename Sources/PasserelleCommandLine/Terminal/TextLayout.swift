/// Text broken into lines of a width, by words; no-break spaces hold together.
enum TextLayout {
  /// The columns of a page.
  static let width = 80

  /// The text in lines of at most `width` columns, the first after `first`, the others after `rest`.
  ///
  /// A column is a grapheme; a word longer than a line stands alone on one.
  static func wrap(_ text: String, first: String = "", rest: String? = nil, width: Int = width) -> [String] {
    let rest = rest ?? String(repeating: " ", count: first.count)
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// A heading with a rule below it.
  static func heading(_ text: String) -> [String] {
    [text, String(repeating: "─", count: min(width, text.count))]
  }

  /// A table: columns as wide as their widest cell, two spaces apart.
  static func table(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }.joined(separator: "  ")
    }
  }
}
