internal import RelaxNG

/// Writes a document's pieces in canonical layout.
struct LayoutWriter {
  /// The rules.
  let rules: LayoutRules
  /// The language of the document's root, in lower case.
  let rootLanguage: String?
  /// What is written.
  private(set) var bytes: [UInt8] = []

  /// A writer of a document whose root has this language.
  init(rules: LayoutRules, rootLanguage: String?) {
    self.rules = rules
    self.rootLanguage = rootLanguage
  }

  /// Writes the pieces of a whole document.
  mutating func write(_ pieces: [MarkupPiece]) {
    write(ordered(blocks(of: pieces)), indentation: 0)
    bytes.append(0x0A)
  }

  // MARK: Elements that hold elements

  private mutating func write(_ blocks: [LayoutBlock], indentation: Int) {
    for (index, block) in blocks.enumerated() {
      for (place, item) in block.items.enumerated() {
        if item.isOnSameLine {
          bytes.append(0x20)
        } else if index > 0 || place > 0 {
          // A line that an author left empty sets parts apart; more than one sets apart no more.
          if item.isAfterEmptyLine { bytes.append(0x0A) }
          breakLine(indentation)
        }
        write(item.piece, indentation: indentation)
      }
    }
  }

  private mutating func write(_ piece: MarkupPiece, indentation: Int) {
    switch piece {
    case .element(let element): write(element, indentation: indentation)
    case .text(let written), .section(let written), .comment(let written), .instruction(let written): bytes += written
    }
  }

  private mutating func write(_ element: ElementPiece, indentation: Int) {
    guard let content = content(of: element) else {
      bytes += element.bytes
      return
    }
    let inner = indentation + LayoutRules.step
    switch content {
    case .nothing(let closesItself):
      writeTag(element, end: closesItself ? "/>" : "></\(element.name)>", indentation: inner)
    case .text(let units):
      writeTag(element, end: ">", indentation: inner)
      write(units + [.glue(Array("</\(element.name)>".utf8))], indentation: inner)
    case .blocks(let blocks):
      writeTag(element, end: ">", indentation: inner)
      breakLine(inner)
      write(blocks, indentation: inner)
      breakLine(indentation)
      bytes += "</\(element.name)>".utf8
    }
  }

  private mutating func breakLine(_ indentation: Int) {
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: indentation)
  }

  /// Writes a start tag, broken between attributes where it is longer than a line.
  private mutating func writeTag(_ element: ElementPiece, end: String, indentation: Int) {
    bytes += "<\(element.name)".utf8
    let attributes = written(element)
    for (index, attribute) in attributes.enumerated() {
      let needed = columns(attribute[...]) + (index == attributes.count - 1 ? end.utf8.count : 0)
      if column + 1 + needed > LayoutRules.width {
        breakLine(indentation)
      } else {
        bytes.append(0x20)
      }
      bytes += attribute
    }
    bytes += end.utf8
  }

  /// The columns that the last line has so far.
  private var column: Int {
    let start = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return columns(bytes[start...])
  }

  // MARK: Elements that hold text

  /// Writes text, broken at spaces where lines would be too long.
  private mutating func write(_ units: [TextUnit], indentation: Int) {
    var column = self.column
    var hasSpace = false
    var word: [UInt8] = []
    for unit in units + [.space] {
      switch unit {
      case .glue(let glue): word += glue
      case .space:
        guard !word.isEmpty else {
          hasSpace = true
          continue
        }
        let first = columns(word.prefix { $0 != 0x0A })
        if hasSpace {
          if column + 1 + first > LayoutRules.width {
            breakLine(indentation)
            column = indentation
          } else {
            bytes.append(0x20)
            column += 1
          }
        }
        bytes += word
        column = word.contains(0x0A) ? self.column : column + first
        hasSpace = true
        word = []
      }
    }
  }

  // MARK: What an element holds

  private enum Content {
    case nothing(closesItself: Bool)
    case text([TextUnit])
    case blocks([LayoutBlock])
  }

  /// What an element holds; nil where white space in it may count for more than we know.
  private func content(of element: ElementPiece) -> Content? {
    let name = element.localName
    let isKnown = rules.aid.knows(name)
    let holdsText = rules.aid.holdsText(name)
    let hasText = element.children.contains { piece in
      switch piece {
      case .text: !piece.isBlank
      case .section: true
      case .element, .comment, .instruction: false
      }
    }
    if element.children.allSatisfy(\.isBlank) {
      let isWrittenAsPair = element.bytes.dropLast().last != UInt8(ascii: "/")
      return .nothing(closesItself: isKnown && !holdsText || !isWrittenAsPair)
    }
    if holdsText, isRunning(element) {
      var flow = TextFlow()
      addUnits(of: element, to: &flow)
      return .text(flow.trimmed)
    }
    return hasText ? nil : .blocks(ordered(blocks(of: element.children)))
  }

  /// Whether an element holds running text alone: characters, and elements that stand among them.
  private func isRunning(_ element: ElementPiece) -> Bool {
    element.children.compactMap(\.element).allSatisfy { child in
      rules.aid.isInline(child.localName, in: element.localName) && isRunning(child)
    }
  }

  private func addUnits(of element: ElementPiece, to flow: inout TextFlow) {
    for child in element.children {
      switch child {
      case .text(let characters): flow.add(text: characters)
      case .section(let written), .comment(let written), .instruction(let written): flow.add(whole: Array(written))
      case .element(let inner):
        let tag = Array(([Array("<\(inner.name)".utf8)] + written(inner)).joined(separator: [0x20]))
        guard !inner.children.isEmpty || inner.bytes.dropLast().last != UInt8(ascii: "/") else {
          flow.add(tag: tag + Array("/>".utf8))
          continue
        }
        flow.add(tag: tag + [UInt8(ascii: ">")])
        addUnits(of: inner, to: &flow)
        flow.add(tag: Array("</\(inner.name)>".utf8))
      }
    }
  }

  /// The attributes as they are to be written: namespaces, then the grammar's order, then what the grammar does not know.
  private func written(_ element: ElementPiece) -> [[UInt8]] {
    let name = element.localName
    let ranked = element.attributes.enumerated().map { place, attribute in
      let isNamespace = attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:")
      let rank = isNamespace ? -1 : rules.aid.place(of: attribute.name, in: name) ?? Int.max
      return (rank: rank, place: place, attribute: attribute)
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map { _, _, attribute in
      let value = normal(attribute.value, collapses: rules.aid.collapses(attribute.name, of: name))
      let quote = value.contains(UInt8(ascii: "\"")) ? UInt8(ascii: "'") : UInt8(ascii: "\"")
      return Array("\(attribute.name)=".utf8) + [quote] + value + [quote]
    }
  }

  /// A value in which every white space is a space, as XML reads it; runs are one space where the datatype says so.
  private func normal(_ value: ArraySlice<UInt8>, collapses: Bool) -> [UInt8] {
    collapses
      ? Array(value.split(whereSeparator: isSpace).joined(separator: [0x20]))
      : value.map { isSpace($0) ? 0x20 : $0 }
  }
}

/// The columns of a text that holds no line end.
func columns(_ bytes: some Sequence<UInt8>) -> Int {
  bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
}
