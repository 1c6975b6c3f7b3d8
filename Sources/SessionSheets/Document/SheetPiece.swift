internal import TaggedPages

/// One text of a sheet on paper.
struct SheetPiece {
  /// What stands before a text.
  enum Mark {
    /// A bullet or a number.
    case sign(String)
    /// A time, from when to when.
    case span(String)
    /// A box to tick, which is drawn.
    case box
  }

  var text: String
  var style: TextStyle
  /// What it is in the document's structure.
  var element: StructureElement
  /// What stands before it.
  var mark: Mark?
  /// Free space above it in points, unless it is the first of its cell.
  var spaceAbove = 0.0

  /// The room for a mark, in points.
  var indent: Double {
    switch mark {
    case nil: 0
    case .box: style.size * 1.7
    case .sign(let sign): style.size * (sign.count > 1 ? 1.7 : 1.1)
    // Digits are 0.57 em wide in the type that sheets are set in.
    case .span(let span): style.size * (0.57 * Double(span.count) + 0.6)
    }
  }
}

/// Texts one below the other, beside those of other cells.
struct SheetCell {
  var pieces: [SheetPiece]
  /// The colour of a line at its left edge; none where nil.
  var edge: Colour?

  /// The room for the line at its left edge, in points.
  var inset: Double { edge == nil ? 0 : 7 }
}

/// Cells beside each other, which stay on one page.
struct SheetRow {
  var cells: [SheetCell]
  /// Free space above it in points, unless it is the first of its page.
  var spaceAbove: Double
  /// Whether it stays with the row after it, as a heading does.
  var staysWithNext = false
  /// The colour of a line above it; none where nil.
  var rule: Colour?

  /// The same in a smaller type.
  func scaled(by factor: Double) -> SheetRow {
    var row = self
    row.spaceAbove *= factor
    row.cells = cells.map { cell in
      var cell = cell
      cell.pieces = cell.pieces.map { piece in
        var piece = piece
        piece.style = piece.style.scaled(by: factor)
        piece.spaceAbove *= factor
        return piece
      }
      return cell
    }
    return row
  }

  /// Each text as a row of its own, for a row that no page can hold.
  var apart: [SheetRow] {
    cells.flatMap { cell in
      cell.pieces.map { SheetRow(cells: [SheetCell(pieces: [$0], edge: cell.edge)], spaceAbove: $0.spaceAbove) }
    }
  }
}
