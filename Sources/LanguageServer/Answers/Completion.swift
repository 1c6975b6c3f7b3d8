internal import Bilingual
internal import RelaxNG

/// Something that may be written.
struct WireSuggestion: Encodable, Sendable {
  let label: String
  /// 5 an attribute, 10 an element, 18 an identifier, 20 a value.
  let kind: Int
  var detail: String?
  var documentation: WireMarkup?
  let sortText: String
  let textEdit: WireEdit
}

/// What may be written at a place.
struct WireSuggestions: Encodable, Sendable {
  var isIncomplete = false
  var items: [WireSuggestion] = []
}

extension EditorSession {
  /// More identifiers than an author looks through.
  private static let most = 200

  /// What may be written at a place, by the grammar and by what the library has.
  mutating func completion(_ asked: PlaceParameters) -> WireSuggestions {
    guard let document = open[asked.textDocument.uri] else { return WireSuggestions() }
    let lines = document.lines
    let cursor = lines.offset(of: asked.position)
    let place = WritingPlace(at: cursor, in: lines.utf8)
    switch place.kind {
    case .elsewhere: return WireSuggestions()
    case .content: return elements(place.path, cursor..<cursor, opening: "<", lines)
    case .elementName(let start): return elements(place.path, start..<cursor, opening: "", lines)
    case .endTag(let start):
      guard let name = place.path.last?.name else { return WireSuggestions() }
      let isClosed = lines.utf8[cursor...].first == UInt8(ascii: ">")
      let edit = WireEdit(range: lines.range(of: start..<cursor), newText: isClosed ? name : name + ">")
      return WireSuggestions(items: [
        WireSuggestion(label: name, kind: 10, sortText: Self.order(0), textEdit: edit)
      ])
    case .attributeName(let start):
      let hasValue = lines.utf8[cursor...].first == UInt8(ascii: "=")
      return suggestions(aid.attributes(of: place.path), kind: 5, start..<cursor, lines) { name in
        hasValue ? name : name + "=\"\""
      }
    case .value(let attribute, let word): return values(attribute, place, word..<cursor, document)
    }
  }

  private mutating func elements(
    _ path: [OpenElement], _ written: Range<Int>, opening: String, _ lines: LineIndex
  ) -> WireSuggestions {
    // Before something that goes on, a name alone is meant.
    let next = lines.utf8[written.upperBound...].first
    let isAlone = next.map { $0 <= 0x20 && $0 != 0x20 || $0 == UInt8(ascii: "<") } ?? true
    let indentation = lines.indentation(at: written.lowerBound)
    var wholes: [String: String] = [:]
    let possible = aid.elements(in: path)
    if isAlone {
      for one in possible { wholes[one.name] = aid.skeleton(of: one.name, in: path, indentation: indentation) }
    }
    return suggestions(possible, kind: 10, written, lines) { name in
      wholes[name].map { opening + $0.dropFirst() } ?? opening + name
    }
  }

  private func suggestions(
    _ possible: [Possibility], kind: Int, _ written: Range<Int>, _ lines: LineIndex, _ text: (String) -> String
  ) -> WireSuggestions {
    let range = lines.range(of: written)
    return WireSuggestions(
      items: possible.enumerated().map { number, one in
        WireSuggestion(
          label: one.name, kind: kind, documentation: one.documentation.map { WireMarkup(value: $0[language]) },
          sortText: Self.order(number), textEdit: WireEdit(range: range, newText: text(one.name)))
      })
  }

  private mutating func values(
    _ attribute: String, _ place: WritingPlace, _ written: Range<Int>, _ document: OpenDocument
  ) -> WireSuggestions {
    let range = document.lines.range(of: written)
    let begun = String(decoding: document.lines.utf8[written], as: UTF8.self).lowercased()
    if let element = place.path.last?.name,
      let kind = SymbolKind.referred(
        by: attribute, of: element, framework: place.values["framework"], document: document.index)
    {
      let declared = libraries[document.folder]?.declared
      let found = declared?.names(of: kind, holding: begun, limit: Self.most) ?? (names: [], areMore: false)
      return WireSuggestions(
        isIncomplete: found.areMore,
        items: found.names.enumerated().map { number, name in
          WireSuggestion(
            label: name, kind: 18, detail: declared?[Symbol(kind: kind, name: name)].flatMap { title(of: $0.place) },
            sortText: Self.order(number), textEdit: WireEdit(range: range, newText: name))
        })
    }
    return WireSuggestions(
      items: aid.values(of: attribute, in: place.path).enumerated().map { number, value in
        WireSuggestion(
          label: value, kind: 20, sortText: Self.order(number), textEdit: WireEdit(range: range, newText: value))
      })
  }

  /// What a declared thing is called, in the author's language where it can be.
  func title(of place: DocumentSymbols.Place) -> String? { best(place.titles) }

  /// The text in the author's language, otherwise the first.
  func best(_ texts: [(language: String, text: String)]) -> String? {
    (texts.first { $0.language.hasPrefix(language.rawValue) } ?? texts.first)?.text
  }

  private static func order(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
