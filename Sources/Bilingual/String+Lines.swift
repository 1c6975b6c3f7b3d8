extension String {
  /// The text in lines of at most `width` columns, the first after `first`, the others after `rest` (as many spaces as
  /// `first` is long where it is not given).
  ///
  /// Lines are broken at spaces alone, so that no-break spaces hold together. A column is a grapheme; a word longer than
  /// a line stands alone on one.
  package func broken(first: String = "", rest: String? = nil, width: Int = 80) -> [String] {
    let rest = rest ?? String(repeating: " ", count: first.count)
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in split(separator: " ") {
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
}
