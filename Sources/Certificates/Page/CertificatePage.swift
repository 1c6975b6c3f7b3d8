import Bilingual

/// Draws a certificate: where everything stands on its pages.
struct CertificatePage: ~Copyable {
  private let format: PageFormat
  private let content: CertificateContent
  private let canvas: PDFCanvas

  private let margin = 64.0
  private let labelWidth = 104.0
  private let bulletWidth = 11.0
  private let flowBottomMargin = 58.0

  /// A document without pages.
  init(_ statement: CertificateStatement, by issuer: DID, on format: PageFormat) {
    self.format = format
    content = CertificateContent(statement, by: issuer)
    canvas = PDFCanvas(format, metadata: content.metadata)
  }

  /// Draws every page and returns the document.
  consuming func pdf() throws(PDFError) -> [UInt8] {
    let pages = arranged()
    canvas.element(.document) {
      for (index, items) in pages.enumerated() {
        drawFurniture(page: index, of: pages.count)
        draw(items)
        if index == pages.count - 1 { drawEnd() }
        canvas.endPage()
      }
    }
    return try canvas.finish()
  }

  /// The fewest pages that smaller type can bring about, in the largest type that does.
  private func arranged() -> [[PlacedItem]] {
    let items = content.items.map { fitted($0) }
    var best = pages(of: items)
    for factor in [0.95, 0.9, 0.85] where best.count > 1 {
      let pages = pages(of: items.map { $0.scaled(by: factor) })
      if pages.count < best.count { best = pages }
    }
    return best
  }

  private func pages(of items: [PageItem]) -> [[PlacedItem]] {
    let flow = PageFlow(tops: (first: 148, later: 92), bottom: format.height - flowBottomMargin)
    return flow.pages(
      of: items, keepingFree: endHeight - (flowBottomMargin - 44) + 18,
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
        rest.hasRule = false
        return (first, rest)
      })
  }

  /// Large type is made smaller until its text stands on one line, or stays readable on several.
  private func fitted(_ item: PageItem) -> PageItem {
    guard item.style.family == .display else { return item }
    var item = item
    let smallest = item.style.size * 0.6
    while item.style.size > smallest, canvas.width(of: item.text, item.style) > width(of: item) {
      item.style.size -= 1
    }
    return item
  }

  private func draw(_ items: [PlacedItem]) {
    for run in items.split(whenNext: { $0.item.element != .item || $1.item.element != .item || $1.item.label != nil }) {
      guard let first = run.first else { continue }
      if first.item.hasRule {
        canvas.rule(x: margin, y: first.y - 15, width: textWidth, thickness: 0.6, .accent)
      }
      if let label = first.item.label {
        let style = TextStyle(size: first.item.style.size, weight: .bold, ink: .accent)
        canvas.element(.heading) { canvas.draw(label, style, x: margin, y: first.y, width: labelWidth - 10) }
      }
      if first.item.element == .item {
        canvas.element(.list) { for placed in run { drawListItem(placed) } }
      } else {
        canvas.element(first.item.element) { drawText(first) }
      }
    }
  }

  private func drawListItem(_ placed: PlacedItem) {
    canvas.element(.item) {
      canvas.element(.label) {
        canvas.draw("•", bullet(placed.item), x: margin + labelWidth, y: placed.y, width: bulletWidth)
      }
      canvas.element(.body) { drawText(placed) }
    }
  }

  private func bullet(_ item: PageItem) -> TextStyle {
    TextStyle(size: item.style.size, ink: .accent)
  }

  private func drawText(_ placed: PlacedItem) {
    let width = width(of: placed.item)
    canvas.draw(
      placed.item.text, placed.item.style, x: format.width - margin - width, y: placed.y, width: width)
  }

  /// What every page has at its top and bottom; the names stand in full elsewhere.
  private func drawFurniture(page: Int, of count: Int) {
    canvas.rule(x: 0, y: 5, width: format.width, thickness: 10, .accent)
    drawBridge(right: format.width - margin - 8, y: 82)
    let width = textWidth - 130
    canvas.element(.paragraph) {
      canvas.drawLine(content.issuerName, TextStyle(size: 12, weight: .bold), x: margin, y: 50, width: width)
    }
    if page == 0 {
      canvas.element(.paragraph) {
        canvas.drawLine(content.programme, TextStyle(size: 9, ink: .muted), x: margin, y: 68, width: width)
      }
    }
    guard count > 1 else { return }
    canvas.element(.paragraph) {
      canvas.drawLine(content.names, smallPrint, x: margin, y: format.height - 36, width: width)
    }
    canvas.element(.paragraph) {
      canvas.drawLine(
        "\(page + 1)/\(count)", smallPrint, x: format.width - margin - 30, y: format.height - 36, width: 30)
    }
  }

  /// A footbridge: its arch, its deck and what holds it.
  private func drawBridge(right: Double, y: Double) {
    let span = 96.0
    let left = right - span
    let rise = 22.0
    canvas.arch(from: (left, y), to: (right, y), rise: rise, thickness: 1.4)
    canvas.rule(x: left - 8, y: y - 6, width: span + 16, thickness: 1.4, .accent)
    for step in 2..<7 {
      let position = Double(step) / 8
      let top = y - rise * 4 * position * (1 - position)
      canvas.rule(x: left + span * position - 0.3, y: (top + y - 6) / 2, width: 0.6, thickness: y - 6 - top, .accent)
    }
  }

  /// The dates, the signature and the small print, at the foot of the last page.
  private func drawEnd() {
    var y = format.height - 44 - endHeight
    let half = textWidth / 2
    for (index, date) in content.dates.enumerated() {
      canvas.element(.paragraph) {
        canvas.draw(
          date, TextStyle(size: 10, weight: index == 0 ? .bold : .regular), x: margin,
          y: y + 30 + Double(index) * 15, width: half - 16)
      }
    }
    canvas.rule(x: margin + half, y: y + 27, width: half, thickness: 0.6, .muted)
    y += 30
    for (index, line) in content.signature.enumerated() {
      let style = TextStyle(size: index == 0 ? 10 : 9, ink: index == 0 ? .dark : .muted)
      canvas.element(.paragraph) { canvas.draw(line, style, x: margin + half, y: y, width: half) }
      y += canvas.height(of: line, style, width: half) + 1
    }
    y = format.height - 44 - smallPrintHeight
    for line in content.smallPrint {
      canvas.element(.paragraph) { canvas.draw(line, smallPrint, x: margin, y: y, width: textWidth) }
      y += canvas.height(of: line, smallPrint, width: textWidth) + 1
    }
  }

  private var endHeight: Double {
    let half = textWidth / 2
    let signature = content.signature.enumerated().map { index, line in
      canvas.height(of: line, TextStyle(size: index == 0 ? 10 : 9), width: half) + 1
    }
    return 30 + max(32, signature.reduce(0, +)) + 14 + smallPrintHeight
  }

  private var smallPrintHeight: Double {
    content.smallPrint.map { canvas.height(of: $0, smallPrint, width: textWidth) + 1 }.reduce(0, +)
  }

  private var smallPrint: TextStyle { TextStyle(size: 7.5, ink: .muted) }

  private var textWidth: Double { format.width - 2 * margin }

  private func width(of item: PageItem) -> Double {
    switch (item.column, item.element) {
    case (.full, _): textWidth
    case (.values, .item): textWidth - labelWidth - bulletWidth
    case (.values, _): textWidth - labelWidth
    }
  }
}

extension Array {
  /// The array cut wherever two neighbours want it.
  fileprivate func split(whenNext isCut: (Element, Element) -> Bool) -> [[Element]] {
    reduce(into: []) { runs, element in
      if let last = runs.last?.last, !isCut(last, element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
  }
}
