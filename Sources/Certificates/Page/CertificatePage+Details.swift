import TaggedPages

extension CertificatePage {
  private var detailsBottom: Double { format.height - 58 }

  /// The fewest pages that smaller type can bring about, in the largest type that does.
  func detailPages() -> [[PlacedItem]] {
    let items = content.details
    var best = detailPages(of: items)
    for factor in [0.95, 0.9, 0.85] where best.count > 1 {
      let pages = detailPages(of: items.map { $0.scaled(by: factor) })
      if pages.count < best.count { best = pages }
    }
    return best
  }

  private func detailPages(of items: [PageItem]) -> [[PlacedItem]] {
    pages(of: items, tops: (first: 152, later: 100), bottom: detailsBottom, keepingFree: smallPrintHeight + 18)
  }

  /// What the pages of details have at their top and bottom; the names stand in full on the first page.
  func drawDetailsFurniture(page: Int, of count: Int, isFirst: Bool) {
    canvas.fill(.rectangle(x: 0, y: 0, width: format.width, height: 8), design.accent)
    // Who has a sign of its own has it on the first page; a second sign would be somebody else's.
    if design.logo == nil {
      Footbridge(span: 84).draw(on: canvas, x: format.width - margin - 50, y: 74, design.accent)
    }
    let width = textWidth - 130
    canvas.element(.paragraph) {
      canvas.drawLine(
        content.issuerName, TextStyle(size: 11, weight: .bold, ink: design.ink), x: margin, y: 44, width: width)
    }
    canvas.element(.paragraph) {
      canvas.drawLine(content.names, TextStyle(size: 9, ink: design.muted), x: margin, y: 62, width: width)
    }
    if isFirst {
      canvas.element(.heading) {
        canvas.draw(
          content.detailsHeading, TextStyle(family: .display, size: 19, ink: design.accent), x: margin, y: 98,
          width: textWidth)
      }
      canvas.fill(.rectangle(x: margin, y: 134, width: textWidth, height: 0.6), design.accent)
    }
    canvas.element(.paragraph) {
      canvas.drawLine(content.title, smallPrint, x: margin, y: format.height - 40, width: textWidth - 60)
    }
    let number = "\(page)/\(count)"
    let style = TextStyle(size: 7.5, ink: design.muted, alignment: .right)
    canvas.element(.paragraph) {
      canvas.draw(number, style, x: format.width - margin - 50, y: format.height - 40, width: 50)
    }
  }

  /// Groups of items, each with its heading to the left.
  func drawGroups(_ items: [PlacedItem]) {
    for run in items.split(whenNext: { $0.item.element != .item || $1.item.element != .item || $1.item.label != nil }) {
      guard let first = run.first else { continue }
      if let label = first.item.label {
        let style = TextStyle(size: first.item.style.size, weight: .bold, ink: design.accent)
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
    let bullet = TextStyle(size: placed.item.style.size, ink: design.accent)
    canvas.element(.item) {
      canvas.element(.label) {
        canvas.draw("•", bullet, x: margin + labelWidth, y: placed.y, width: bulletWidth)
      }
      canvas.element(.body) { drawText(placed) }
    }
  }

  /// How to check the certificate, at the foot of the last page.
  func drawSmallPrint() {
    var y = detailsBottom - smallPrintHeight
    canvas.fill(.rectangle(x: margin, y: y - 9, width: textWidth, height: 0.6), design.muted)
    for line in content.smallPrint {
      canvas.element(.paragraph) { canvas.draw(line, smallPrint, x: margin, y: y, width: textWidth) }
      y += canvas.height(of: line, smallPrint, width: textWidth) + 1
    }
  }

  private var smallPrintHeight: Double {
    content.smallPrint.map { canvas.height(of: $0, smallPrint, width: textWidth) + 1 }.reduce(0, +)
  }

  private var smallPrint: TextStyle { TextStyle(size: 7.5, ink: design.muted) }
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
