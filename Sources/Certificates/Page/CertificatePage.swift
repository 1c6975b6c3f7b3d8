import QRCodes
import TaggedPages

/// Draws a certificate: a first page to hang on a wall, and its details on the pages after it.
struct CertificatePage: ~Copyable {
  let format: PageFormat
  let content: CertificateContent
  let design: CertificateDesign
  let code: QRSymbol?
  let canvas: PageCanvas

  let margin = 64.0
  let labelWidth = 104.0
  let bulletWidth = 11.0

  /// A certificate of which nothing is drawn yet.
  init(
    _ content: CertificateContent, _ design: CertificateDesign, code: QRSymbol?, on format: PageFormat,
    _ medium: PageCanvas.Medium, reusing type: StandingType? = nil
  ) {
    self.content = content
    self.design = design
    self.code = code
    self.format = format
    canvas = PageCanvas(format, on: medium, reusing: type)
  }

  /// Draws every page and returns the document.
  consuming func document() throws(PageFailure) -> PageCanvas.Drawing {
    let front = frontPages()
    let details = detailPages()
    let count = front.count + details.count
    canvas.element(.document) {
      for (index, items) in front.enumerated() {
        drawFrame()
        if index == 0 { drawHead() }
        drawText(items)
        if index == front.count - 1 { drawEnd() }
        canvas.endPage()
      }
      for (index, items) in details.enumerated() {
        drawDetailsFurniture(page: front.count + index + 1, of: count, isFirst: index == 0)
        drawGroups(items)
        if index == details.count - 1 { drawSmallPrint() }
        canvas.endPage()
      }
    }
    return try canvas.finish()
  }

  /// Draws the first page alone, as a picture has no second one.
  consuming func picture() throws(PageFailure) -> PageCanvas.Drawing {
    let items = frontPages()[0]
    canvas.fill(.rectangle(x: 0, y: 0, width: format.width, height: format.height), .white)
    drawFrame()
    drawHead()
    drawText(items)
    drawEnd()
    return try canvas.finish()
  }

  var textWidth: Double { format.width - 2 * margin }

  /// The width of an item's text.
  func width(of item: PageItem) -> Double {
    switch (item.column, item.element) {
    case (.full, _): textWidth
    case (.narrow, _): textWidth - 60
    case (.values, .item): textWidth - labelWidth - bulletWidth
    case (.values, _): textWidth - labelWidth
    }
  }

  /// The least width in which a centred text needs no more lines, so that no word stands alone in its last one.
  private func balancedWidth(of item: PageItem) -> Double {
    let full = width(of: item)
    guard canvas.width(of: item.text, item.style) > full else { return full }
    let height = canvas.height(of: item.text, item.style, width: full)
    var (tooNarrow, enough) = (full / 2, full)
    while enough - tooNarrow > 4 {
      let middle = (tooNarrow + enough) / 2
      if canvas.height(of: item.text, item.style, width: middle) > height {
        tooNarrow = middle
      } else {
        enough = middle
      }
    }
    return enough
  }

  /// The pages of items, the last of which keeps a height free at its end.
  func pages(
    of items: [PageItem], tops: (first: Double, later: Double), bottom: Double, keepingFree reserve: Double
  ) -> [[PlacedItem]] {
    PageFlow(tops: tops, bottom: bottom).pages(
      of: items, keepingFree: reserve,
      height: { canvas.height(of: $0.text, $0.style, width: width(of: $0)) },
      split: { item, height in
        guard let (head, tail) = canvas.split(item.text, item.style, width: width(of: item), height: height) else {
          return nil
        }
        var first = item
        var rest = item
        first.text = head
        rest.text = tail
        rest.label = nil
        return (first, rest)
      })
  }

  /// Draws the text of an item where it was placed.
  func drawText(_ placed: PlacedItem) {
    let item = placed.item
    let width = item.style.alignment == .centre ? balancedWidth(of: item) : width(of: item)
    let x = item.column == .values ? format.width - margin - width : (format.width - width) / 2
    canvas.draw(item.text, item.style, x: x, y: placed.y, width: width)
  }

  private func drawText(_ items: [PlacedItem]) {
    for placed in items { canvas.element(placed.item.element) { drawText(placed) } }
  }
}
