package import CurriculumModel
package import Diagnostics
package import Markup

/// A text as written: the elements that give it, one for each language.
package struct TextDraft: Sendable {
  /// One language's element.
  package struct Version: Sendable {
    /// The language, by `xml:lang` or the root's.
    package let language: LanguageTag
    /// The element.
    package let element: Element
    /// Whether it is a translation: it bears an `xml:lang` other than the root's.
    package let isTranslation: Bool

    /// The version that an element gives, in a document whose root has this language.
    package init(_ element: Element, inDocumentIn root: LanguageTag) {
      language = element[attribute: "lang"].map { LanguageTag(trimmed($0.value)) } ?? root
      self.element = element
      isTranslation = language != root
    }
  }

  /// The versions, in the author's order.
  package var versions: [Version]

  /// A text from its versions.
  package init(versions: [Version]) {
    self.versions = versions
  }

  /// The place that stands for the whole text: the first element's name.
  package var span: SourceSpan? { versions.first?.element.nameSpan }

  /// The text as a phrase in all its languages.
  package var phrase: LocalizedPhrase {
    LocalizedText(versions.map { .init(language: $0.language, content: inlines(of: $0.element)) })
  }

  /// The text as blocks in all its languages.
  package var prose: LocalizedProse {
    LocalizedText(versions.map { .init(language: $0.language, content: blocks(of: $0.element)) })
  }

  /// Whether one of the versions is in this language and has characters.
  package func exists(in language: LanguageTag) -> Bool {
    versions.contains { $0.language == language && hasCharacters($0.element) }
  }
}

extension DraftView {
  /// The language of a text without `xml:lang`: the root's.
  package var rootLanguage: LanguageTag {
    LanguageTag(trimmed(element.root[attribute: "lang"]?.value ?? ""))
  }

  /// The one text that elements of this name give, in all its languages; no versions where there is none.
  package func text(_ name: String) -> TextDraft {
    TextDraft(versions: versions(named: name))
  }

  /// The texts that elements of this name give: each untranslated element begins one, and the translations that
  /// follow it belong to it.
  package func texts(_ name: String) -> [TextDraft] {
    var texts: [TextDraft] = []
    for version in versions(named: name) {
      if version.isTranslation, !texts.isEmpty {
        texts[texts.count - 1].versions.append(version)
      } else {
        texts.append(TextDraft(versions: [version]))
      }
    }
    return texts
  }

  private func versions(named name: String) -> [TextDraft.Version] {
    let root = rootLanguage
    return element.elements(named: name).map { TextDraft.Version($0, inDocumentIn: root) }
  }
}

/// Whether an element has characters other than white space, or a figure.
private func hasCharacters(_ element: Element) -> Bool {
  element.hasOwnText || element.elements.contains { $0.isNamed("figure") || hasCharacters($0) }
}

/// The running text of an element, plain white space collapsed and trimmed; no-break spaces stay.
package func inlines(of element: Element) -> [Inline] {
  var builder = InlineBuilder()
  let pieces = builder.inlines(of: element)
  return builder.trimmingEnd(pieces)
}

/// The blocks of an element; running text makes one paragraph.
package func blocks(of element: Element) -> [Block] {
  let blocks = element.elements.compactMap(block(of:))
  if !blocks.isEmpty { return blocks }
  let text = inlines(of: element)
  return text.isEmpty ? [] : [.paragraph(text)]
}

private func block(of element: Element) -> Block? {
  switch element.name.local {
  case "p": return .paragraph(inlines(of: element))
  case "list":
    let kind = element[attribute: "kind"].flatMap { Block.ListKind(rawValue: trimmed($0.value)) } ?? .bullets
    return .list(kind, element.elements(named: "item").map(inlines(of:)))
  case "table":
    let rows = element.elements(named: "row").map { $0.elements(named: "cell").map(inlines(of:)) }
    return .table(hasHeading: element[attribute: "heading"].map { trimmed($0.value) } == "first-row", rows)
  case "figure":
    return .figure(
      source: element[attribute: "src"]?.value ?? "", alternative: element[attribute: "alt"]?.value ?? "",
      caption: inlines(of: element))
  default: return nil
  }
}

/// Collapses white space across the pieces of running text.
private struct InlineBuilder {
  private var endsInSpace = true

  mutating func inlines(of element: Element) -> [Inline] {
    var pieces: [Inline] = []
    for node in element.children {
      switch node {
      case .text(let text):
        let collapsed = collapse(text.value)
        if !collapsed.isEmpty { pieces.append(.text(collapsed)) }
      case .element(let child):
        if let piece = piece(of: child) { pieces.append(piece) }
      }
    }
    return pieces
  }

  private mutating func piece(of element: Element) -> Inline? {
    let inner = inlines(of: element)
    switch element.name.local {
    case "em": return .emphasis(inner)
    case "strong": return .strong(inner)
    case "code": return .code(inner.plainText)
    case "link": return .link(href: trimmed(element[attribute: "href"]?.value ?? ""), inner)
    case "span": return .span(LanguageTag(trimmed(element[attribute: "lang"]?.value ?? "")), inner)
    default: return nil
    }
  }

  private mutating func collapse(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        if !endsInSpace { result.append(" ") }
        endsInSpace = true
      } else {
        result.append(scalar)
        endsInSpace = false
      }
    }
    return String(result)
  }

  func trimmingEnd(_ pieces: [Inline]) -> [Inline] {
    guard let last = pieces.last else { return [] }
    let rest = Array(pieces.dropLast())
    switch last {
    case .text(let text):
      let trimmed = text.hasSuffix(" ") ? String(text.dropLast()) : text
      return trimmed.isEmpty ? trimmingEnd(rest) : rest + [.text(trimmed)]
    case .emphasis(let inner): return rest + [.emphasis(trimmingEnd(inner))]
    case .strong(let inner): return rest + [.strong(trimmingEnd(inner))]
    case .span(let language, let inner): return rest + [.span(language, trimmingEnd(inner))]
    case .link(let href, let inner): return rest + [.link(href: href, trimmingEnd(inner))]
    case .code: return pieces
    }
  }
}
