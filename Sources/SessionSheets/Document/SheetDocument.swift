internal import Bilingual
internal import TaggedPages

/// Draws a sheet on paper: rows of texts, with a foot on each page.
struct SheetDocument: ~Copyable {
  let format: PageFormat
  let look: SheetLook
  let canvas: PageCanvas

  private let margin = 46.0
  private let gutter = 16.0
  private let top = 48.0

  /// A document of which nothing is drawn yet.
  init(_ look: SheetLook, on format: PageFormat, _ metadata: DocumentMetadata) {
    self.look = look
    self.format = format
    canvas = PageCanvas(format, on: .pdf(metadata))
  }

  private var width: Double { format.width - 2 * margin }
  private var bottom: Double { format.height - 52 }

  /// Draws rows in the largest type that fills the fewest pages, and returns the document.
  consuming func drawing(of rows: [SheetRow], foot: String) throws(PageFailure) -> PageCanvas.Drawing {
    var best = pages(of: rows)
    for factor in [0.95, 0.9, 0.85] where best.count > 1 {
      let smaller = pages(of: rows.map { $0.scaled(by: factor) })
      if smaller.count < best.count { best = smaller }
    }
    canvas.element(.document) {
      for (index, page) in best.enumerated() {
        canvas.fill(.rectangle(x: 0, y: 0, width: format.width, height: 7), look.accent)
        for placed in page { draw(placed) }
        drawFoot(foot, "\(index + 1)/\(best.count)")
        canvas.endPage()
      }
    }
    return try canvas.finish()
  }

  private func pages(of rows: [SheetRow]) -> [[PlacedRow]] {
    SheetFlow(top: top, bottom: bottom).pages(of: rows, height: { height(of: $0) }, split: { split($0, at: $1) })
  }

  private func drawFoot(_ foot: String, _ number: String) {
    let y = format.height - 36
    canvas.element(.paragraph) { canvas.drawLine(foot, look.small, x: margin, y: y, width: width - 60) }
    var right = look.small
    right.alignment = .right
    canvas.element(.paragraph) { canvas.draw(number, right, x: margin + width - 50, y: y, width: 50) }
  }

  private func columnWidth(_ row: SheetRow) -> Double {
    let count = Double(row.cells.count)
    return (width - gutter * (count - 1)) / count
  }

  private func height(of row: SheetRow) -> Double {
    let column = columnWidth(row)
    return row.cells.map { height(of: $0, column) }.max() ?? 0
  }

  private func height(of cell: SheetCell, _ column: Double) -> Double {
    var height = 0.0
    for (index, piece) in cell.pieces.enumerated() {
      height += index == 0 ? 0 : piece.spaceAbove
      height += canvas.height(of: piece.text, piece.style, width: column - cell.inset - piece.indent)
    }
    return height
  }

  /// A row of one text cut between lines, or nil where it cannot be.
  private func split(_ row: SheetRow, at height: Double) -> (SheetRow, SheetRow)? {
    guard let cell = row.cells.first, let piece = cell.pieces.first else { return nil }
    let room = columnWidth(row) - cell.inset - piece.indent
    guard let (head, tail) = canvas.split(piece.text, piece.style, width: room, height: height) else { return nil }
    var (first, rest) = (row, row)
    first.cells[0].pieces[0].text = head
    rest.cells[0].pieces[0].text = tail
    return (first, rest)
  }

  private func draw(_ placed: PlacedRow) {
    let row = placed.row
    if let rule = row.rule {
      canvas.fill(.rectangle(x: margin, y: placed.y - 4, width: width, height: 0.7), rule)
    }
    let column = columnWidth(row)
    for (index, cell) in row.cells.enumerated() {
      let x = margin + Double(index) * (column + gutter)
      if let edge = cell.edge {
        canvas.fill(.rectangle(x: x, y: placed.y + 1, width: 1.4, height: height(of: cell, column) - 1), edge)
      }
      draw(cell, x: x + cell.inset, y: placed.y, width: column - cell.inset)
    }
  }

  private func draw(_ cell: SheetCell, x: Double, y: Double, width: Double) {
    var y = y
    var index = 0
    while index < cell.pieces.count {
      let piece = cell.pieces[index]
      guard piece.element == .item else {
        if index > 0 { y += piece.spaceAbove }
        canvas.element(piece.element) { canvas.draw(piece.text, piece.style, x: x, y: y, width: width) }
        y += canvas.height(of: piece.text, piece.style, width: width)
        index += 1
        continue
      }
      let end = cell.pieces[index...].firstIndex { $0.element != .item } ?? cell.pieces.count
      canvas.element(.list) {
        for place in index..<end {
          let item = cell.pieces[place]
          if place > 0 { y += item.spaceAbove }
          drawItem(item, x: x, y: y, width: width)
          y += canvas.height(of: item.text, item.style, width: width - item.indent)
        }
      }
      index = end
    }
  }

  private func drawItem(_ item: SheetPiece, x: Double, y: Double, width: Double) {
    canvas.element(.item) {
      switch item.mark {
      case .sign(let sign), .span(let sign):
        canvas.element(.label) { canvas.draw(sign, item.style, x: x, y: y, width: max(item.indent, 1)) }
      case .box:
        let edge = item.style.size * 0.95
        canvas.stroke(
          .rectangle(x: x + 0.5, y: y + item.style.size * 0.25, width: edge, height: edge), look.ink, thickness: 0.8)
      case nil: break
      }
      canvas.element(.body) {
        canvas.draw(item.text, item.style, x: x + item.indent, y: y, width: width - item.indent)
      }
    }
  }
}
