import Stationery

extension TextLayout {
  /// A table: columns as wide as their widest cell, two spaces apart.
  static func table(_ rows: [[String]]) -> [String] { TextTable.lines(rows) }

  /// A table of at most `width` columns of characters: where it would be wider, its cells are broken into lines.
  static func table(_ rows: [[String]], width: Int) -> [String] { TextTable.lines(rows, width: width) }
}
