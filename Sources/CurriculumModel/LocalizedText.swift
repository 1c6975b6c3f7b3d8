/// A language of content, as XML's `xml:lang` writes it; compared without case.
package struct LanguageTag: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The tag in lower case.
  package let rawValue: String

  /// A tag from its characters.
  package init(_ tag: some StringProtocol) {
    rawValue = tag.lowercased()
  }

  package var description: String { rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One text in the languages its author gave it, in the author's order.
package struct LocalizedText<Content: Sendable & Equatable>: Equatable, Sendable {
  /// A text in one language.
  package struct Version: Equatable, Sendable {
    /// The language.
    package let language: LanguageTag
    /// The text.
    package let content: Content

    /// A text in one language.
    package init(language: LanguageTag, content: Content) {
      self.language = language
      self.content = content
    }
  }

  /// The versions, the original first.
  package let versions: [Version]

  /// A text from its versions.
  package init(_ versions: [Version]) {
    self.versions = versions
  }

  /// The text in this language.
  package subscript(language: LanguageTag) -> Content? {
    versions.first { $0.language == language }?.content
  }

  /// The text in the first of these languages in which it exists, otherwise the original.
  package func best(_ languages: [LanguageTag]) -> Version? {
    for language in languages {
      if let version = versions.first(where: { $0.language == language }) { return version }
    }
    return versions.first
  }
}

/// Running text, in pieces.
package indirect enum Inline: Equatable, Sendable {
  /// Characters.
  case text(String)
  /// Emphasis.
  case emphasis([Inline])
  /// Strong importance.
  case strong([Inline])
  /// Something typed or shown literally.
  case code(String)
  /// A link to a page.
  case link(href: String, [Inline])
  /// Words in another language.
  case span(LanguageTag, [Inline])

  /// The characters alone.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let parts), .strong(let parts), .link(_, let parts), .span(_, let parts): parts.plainText
    }
  }
}

extension [Inline] {
  /// The characters alone.
  package var plainText: String {
    map(\.plainText).joined()
  }
}

/// A block of text.
package enum Block: Equatable, Sendable {
  /// How the points of a list are marked.
  package enum ListKind: String, Sendable {
    /// Bullets: the order does not matter.
    case bullets
    /// Numbers: the order matters.
    case numbers
    /// Boxes to tick.
    case boxes
  }

  /// A paragraph.
  case paragraph([Inline])
  /// A list and its points.
  case list(ListKind, [[Inline]])
  /// A table, row by row; the first row may be a heading.
  case table(hasHeading: Bool, [[[Inline]]])
  /// A picture in the workspace, the words that replace it, and its caption.
  case figure(source: String, alternative: String, caption: [Inline])

  /// The characters alone, one line for each paragraph, point and row.
  package var plainText: String {
    switch self {
    case .paragraph(let text): text.plainText
    case .list(_, let items): items.map(\.plainText).joined(separator: "\n")
    case .table(_, let rows): rows.map { $0.map(\.plainText).joined(separator: " · ") }.joined(separator: "\n")
    case .figure(_, let alternative, let caption): caption.isEmpty ? alternative : caption.plainText
    }
  }
}

/// A title, a statement, a question: running text in several languages.
package typealias LocalizedPhrase = LocalizedText<[Inline]>

/// Instructions or a card's body: blocks of text in several languages.
package typealias LocalizedProse = LocalizedText<[Block]>
