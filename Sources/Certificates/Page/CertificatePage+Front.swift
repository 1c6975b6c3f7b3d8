import QRCodes
import TaggedPages

extension CertificatePage {
  private var frontTop: Double { 190 }
  private var frontBottom: Double { format.height - 58 }

  /// The first page, in the largest type in which all stands on it; only texts of an unusual length need a second.
  func frontPages() -> [[PlacedItem]] {
    let items = content.front.map { fitted($0) }
    for factor in [1, 0.92, 0.84, 0.76, 0.68, 0.6] {
      let pages = frontPages(of: items.map { $0.scaled(by: factor) })
      if pages.count == 1 { return [centred(pages[0])] }
    }
    return frontPages(of: items.map { $0.scaled(by: 0.6) })
  }

  private func frontPages(of items: [PageItem]) -> [[PlacedItem]] {
    pages(of: items, tops: (first: frontTop, later: 92), bottom: frontBottom, keepingFree: endHeight + 18)
  }

  /// The items moved down, so that what is free stands above and below them: a little more below, as it looks even.
  private func centred(_ items: [PlacedItem]) -> [PlacedItem] {
    guard let last = items.last else { return [] }
    let bottom = last.y + canvas.height(of: last.item.text, last.item.style, width: width(of: last.item))
    let free = frontBottom - endHeight - 18 - bottom
    return items.map { PlacedItem(item: $0.item, y: $0.y + max(0, free) * 0.42) }
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

  /// The border of the sheet, and an ornament behind the text that is too light to be read as one.
  func drawFrame() {
    let rosette = Rosette(x: format.width / 2, y: format.height * 0.45, radius: format.width * 0.34)
    canvas.stroke(rosette.path, design.accent.tint(0.09), thickness: 0.5)
    for (inset, thickness) in [(26.0, 2.2), (31.5, 0.6)] {
      canvas.stroke(
        .rectangle(x: inset, y: inset, width: format.width - 2 * inset, height: format.height - 2 * inset),
        design.accent, thickness: thickness)
    }
  }

  /// The logo or the footbridge, the organisation and its programme.
  func drawHead() {
    let middle = format.width / 2
    if let logo = design.logo {
      canvas.figure(content.logoWords) {
        canvas.draw(logo, x: middle - 100, y: 54, width: 200, height: 56)
      }
    } else {
      Footbridge(span: 130).draw(on: canvas, x: middle, y: 104, design.accent)
    }
    let name = TextStyle(size: 13, weight: .bold, ink: design.ink, alignment: .centre)
    let programme = TextStyle(size: 9.5, ink: design.muted, alignment: .centre)
    drawCentredLine(content.issuerName, name, y: 122)
    drawCentredLine(content.programme, programme, y: 143)
  }

  /// One line in the middle, or with an ellipsis where it is too long; the whole of it stands in the details.
  private func drawCentredLine(_ text: String, _ style: TextStyle, y: Double) {
    let width = min(textWidth, canvas.width(of: text, style) + 0.5)
    canvas.element(.paragraph) {
      canvas.drawLine(text, style, x: (format.width - width) / 2, y: y, width: width)
    }
  }

  /// The dates and the signature, and the code beside them, at the foot of the first page.
  func drawEnd() {
    let bottom = frontBottom
    let width = textWidth - (code == nil ? 0 : codeSize + 28)
    var y = bottom - signatureHeight(width)
    for (index, date) in content.dates.enumerated() {
      let style = dateStyle(index)
      canvas.element(.paragraph) { canvas.draw(date, style, x: margin, y: y, width: width) }
      y += canvas.height(of: date, style, width: width) + 2
    }
    y += 40
    canvas.fill(.rectangle(x: margin, y: y, width: min(width, 220), height: 0.7), design.muted)
    y += 6
    for (index, line) in content.signature.enumerated() {
      let style = signatureStyle(index)
      canvas.element(.paragraph) { canvas.draw(line, style, x: margin, y: y, width: width) }
      y += canvas.height(of: line, style, width: width) + 1
    }
    drawCode()
  }

  private func drawCode() {
    guard let code else { return }
    let x = format.width - margin - codeSize
    let y = frontBottom - codeHeight
    canvas.figure(content.codeWords) {
      canvas.draw(code.modules, columns: code.width, x: x, y: y, edge: codeSize / Double(code.width))
    }
    canvas.element(.paragraph) {
      canvas.draw(content.codeCaption, captionStyle, x: x, y: y + codeSize + 6, width: codeSize)
    }
  }

  private var endHeight: Double {
    let width = textWidth - (code == nil ? 0 : codeSize + 28)
    return max(signatureHeight(width), code == nil ? 0 : codeHeight)
  }

  private func signatureHeight(_ width: Double) -> Double {
    let dates = content.dates.enumerated().map { canvas.height(of: $1, dateStyle($0), width: width) + 2 }
    let lines = content.signature.enumerated().map { canvas.height(of: $1, signatureStyle($0), width: width) + 1 }
    return (dates + lines).reduce(46, +)
  }

  private var codeHeight: Double {
    codeSize + 6 + canvas.height(of: content.codeCaption, captionStyle, width: codeSize)
  }

  /// The edge of the code: a module has at least 0.4 mm, so that a page seen at 150 dots per inch gives it more than
  /// two dots.
  private var codeSize: Double {
    guard let code else { return 0 }
    return Double(code.width) * 1.2
  }

  private var captionStyle: TextStyle { TextStyle(size: 7, ink: design.muted, alignment: .centre) }

  private func dateStyle(_ index: Int) -> TextStyle {
    TextStyle(size: 10, weight: index == 0 ? .bold : .regular, ink: design.ink)
  }

  private func signatureStyle(_ index: Int) -> TextStyle {
    TextStyle(size: index == 0 ? 10 : 9, ink: index == 0 ? design.ink : design.muted)
  }
}
