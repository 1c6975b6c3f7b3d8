/// A node as it is drawn: its lines of text and the box around them, in pixels.
struct NodeBox {
  /// The title in lines.
  let title: [String]
  /// The detail and the standing, a line each or more.
  let detail: [String]
  /// The box.
  let size: Placement.Size

  /// From one line of the title to the next.
  static let titleStep = 17.0
  /// From one line of the detail to the next.
  static let detailStep = 15.0
  /// The room between text and edge.
  static let padding = 10.0

  /// The box of a node; the standing has a line of its own, so that it is read without colour.
  init(_ node: WordedGraph.Node) {
    if node.shape == .junction {
      title = [node.title]
      detail = []
      size = Placement.Size(width: textWidth(node.title, size: 11.5) + 18, height: 22)
      return
    }
    title = wrapped(node.title, width: 178, size: 13)
    detail = [node.detail, node.standing].filter { !$0.isEmpty }.flatMap { wrapped($0, width: 178, size: 11.5) }
    let widest =
      (title.map { textWidth($0, size: 13) } + detail.map { textWidth($0, size: 11.5) }).max() ?? 0
    // A competence's sides are slanted, a certificate bears a ribbon.
    let extra = node.shape == .competence ? 22.0 : node.shape == .certificate ? 20 : 0
    size = Placement.Size(
      width: max(120, widest + 2 * Self.padding + extra),
      height: Double(title.count) * Self.titleStep + Double(detail.count) * Self.detailStep + 2 * Self.padding - 2)
  }
}

/// The text in lines no wider than `width` pixels; a word that is wider stands alone.
private func wrapped(_ text: String, width: Double, size: Double) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    let longer = line.isEmpty ? String(word) : line + " " + word
    if !line.isEmpty, textWidth(longer, size: size) > width {
      lines.append(line)
      line = String(word)
    } else {
      line = longer
    }
  }
  return lines + [line]
}

/// How wide a text is at a size, in pixels, by rounded-up widths of a common sans-serif face.
///
/// An estimate, because whoever looks at the drawing has fonts of their own; boxes leave room for it.
func textWidth(_ text: String, size: Double) -> Double {
  text.reduce(0) { $0 + width(of: $1) } * size
}

private func width(of character: Character) -> Double {
  switch character {
  case "i", "j", "l", "í", "ì", "î", "ï", "I", "'", "’", ".", ",", ":", ";", "!", "|": 0.3
  case "f", "t", "r", "(", ")", "[", "]", " ", "\u{A0}", "\u{202F}", "-", "·", "/": 0.37
  case "m", "w", "M", "W", "œ", "æ", "Œ", "Æ", "%", "→", "⇄", "…": 0.95
  default:
    character.isASCII
      ? (character.isUppercase ? 0.69 : 0.58)
      : (character.unicodeScalars.first?.properties.isIdeographic ?? false ? 1.05 : character.isUppercase ? 0.72 : 0.6)
  }
}
