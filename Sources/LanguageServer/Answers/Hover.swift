internal import Bilingual
internal import RelaxNG

/// Words about what stands at a place.
struct WireHover: Encodable, Sendable {
  let contents: WireMarkup
  let range: WireRange
}

extension EditorSession {
  /// What the vocabulary says of the element or attribute at a place, or what the thing is called that is named there.
  mutating func hover(_ asked: PlaceParameters) -> WireHover? {
    guard let document = open[asked.textDocument.uri] else { return nil }
    let lines = document.lines
    let cursor = lines.offset(of: asked.position)
    let place = WritingPlace(at: cursor, in: lines.utf8)
    func hover(_ words: String?, _ range: Range<Int>) -> WireHover? {
      words.map { WireHover(contents: WireMarkup(value: $0), range: lines.range(of: range)) }
    }
    switch place.kind {
    case .content, .elsewhere: return nil
    case .elementName(let start):
      let name = name(from: start, lines.utf8)
      let element = String(decoding: lines.utf8[name], as: UTF8.self)
      return hover(words(on: element, aid.documentation(of: place.path + [OpenElement(element)])), name)
    case .endTag(let start):
      let element = place.path.last?.name ?? ""
      return hover(words(on: element, aid.documentation(of: place.path)), name(from: start, lines.utf8))
    case .attributeName(let start):
      let name = name(from: start, lines.utf8)
      let attribute = String(decoding: lines.utf8[name], as: UTF8.self)
      var text = words(on: attribute, aid.documentation(of: attribute, in: place.path))
      let values = aid.values(of: attribute, in: place.path)
      if !values.isEmpty {
        text = (text ?? "`\(attribute)`") + "\n\n" + values.map { "`\($0)`" }.joined(separator: " · ")
      }
      return hover(text, name)
    case .value(let attribute, _):
      guard let named = symbol(at: cursor, place, document) else {
        return hover(
          words(on: attribute, aid.documentation(of: attribute, in: place.path)), cursor..<cursor)
      }
      guard let declared = libraries[document.folder]?.declared[named.symbol]?.place, let title = title(of: declared)
      else { return nil }
      let summary = best(declared.summaries).map { "\n\n" + $0 } ?? ""
      return hover("**\(title)** · `\(named.symbol.name)`\(summary)", named.utf8)
    }
  }

  private func words(on name: String, _ documentation: Wording?) -> String? {
    documentation.map { "`\(name)`\(language.colon)\($0[language])" }
  }

  private func name(from start: Int, _ utf8: [UInt8]) -> Range<Int> {
    let end = utf8[start...].firstIndex { $0 <= 0x20 || "=/><".utf8.contains($0) } ?? utf8.count
    return start..<end
  }

  /// What the value at a place names, and where that word stands; found in the tag alone, so that the rest of the
  /// document may be unfinished.
  func symbol(
    at cursor: Int, _ place: WritingPlace, _ document: OpenDocument
  ) -> (symbol: Symbol, utf8: Range<Int>)? {
    guard case .value(let attribute, let start) = place.kind, let element = place.path.last?.name else { return nil }
    let utf8 = document.lines.utf8
    let end = utf8[cursor...].firstIndex { $0 <= 0x20 || "\"'<".utf8.contains($0) } ?? utf8.count
    let name = String(decoding: utf8[start..<end], as: UTF8.self)
    let beside = place.values["framework"]
    let own = libraries[document.folder]?.symbols[document.index].places.first {
      $0.isDeclaration && $0.symbol.kind == .framework
    }?.symbol.name
    let declared =
      beside == nil
      ? SymbolKind.declared(
        by: attribute, of: element, inRoot: place.path[0].name, framework: own, document: document.index) : nil
    let kind =
      declared
      ?? SymbolKind.referred(by: attribute, of: element, framework: beside, document: document.index)
    return kind.map { (Symbol(kind: $0, name: name), start..<end) }
  }
}
