package import CurriculumModel
internal import Diagnostics
package import Markup

/// A library as its authors wrote it, perhaps wrong, each value with its place.
///
/// Drafts are views: they hold an element and read it when asked, so nothing is copied and every value knows
/// where it stands. Only documents that the grammar accepts are among them.
package struct CurriculumDraft: Sendable {
  /// The programmes; a sound workspace has exactly one.
  package var programmes: [ProgrammeDraft] = []
  /// The frameworks, in order of path.
  package var frameworks: [FrameworkDraft] = []
  /// The modules, in order of path.
  package var modules: [ModuleDraft] = []
  /// The cards, in order of path.
  package var cards: [CardDraft] = []
  /// The curricula, in order of path.
  package var curricula: [CurriculumDocumentDraft] = []
  /// Documents that could not be read, by what is known of them, so that nobody calls them missing.
  package var unread: [UnreadDocument] = []

  /// A document that is not well-formed or that the grammar refuses.
  package struct UnreadDocument: Sendable {
    /// What it is, where its root says so.
    package let kind: DocumentKind?
    /// Its identifier, where it gives one.
    package let id: String?

    /// What is known of an unread document.
    package init(kind: DocumentKind?, id: String?) {
      self.kind = kind
      self.id = id
    }
  }

  /// An empty draft.
  package init() {}

  /// Adds a document that the grammar accepts.
  package mutating func add(_ root: Element) {
    switch DocumentKind(root: root) {
    case .programme: programmes.append(ProgrammeDraft(element: root))
    case .framework: frameworks.append(FrameworkDraft(element: root))
    case .curriculum: curricula.append(CurriculumDocumentDraft(element: root))
    case .module: modules.append(ModuleDraft(element: root))
    case .card: cards.append(CardDraft(element: root))
    case nil: unread.append(UnreadDocument(kind: nil, id: root[attribute: "id"]?.value))
    }
  }
}

/// A view of an element as the vocabulary means it.
package protocol DraftView: Sendable {
  /// The element.
  var element: Element { get }
}

extension DraftView {
  /// An attribute that the grammar requires; the empty text at the element's name where it is missing all the same.
  package func required(_ attribute: String) -> Located<String> {
    element[attribute: attribute] ?? Located("", at: element.nameSpan)
  }

  /// An attribute as an identifier.
  package func identifier<Entity>(_ attribute: String, of _: Entity.Type = Entity.self) -> Located<Identifier<Entity>> {
    required(attribute).map { Identifier(trimmed($0)) }
  }

  /// An attribute as a whole number; nil where it is missing.
  package func number(_ attribute: String) -> Located<Int>? {
    guard let text = element[attribute: attribute], let number = Int(trimmed(text.value)) else { return nil }
    return Located(number, at: text.span)
  }

  /// An attribute as one of an enumeration's values; nil where it is missing.
  package func choice<Value: RawRepresentable<String>>(_ attribute: String, of _: Value.Type = Value.self) -> Value? {
    element[attribute: attribute].flatMap { Value(rawValue: trimmed($0.value)) }
  }

  /// An attribute as a list of words, each with its place.
  package func words(_ attribute: String) -> [Located<String>] {
    guard let list = element[attribute: attribute] else { return [] }
    // Where the value holds references its characters do not lie where its bytes do: the whole is the place then.
    let exact = list.value.utf8.count == list.span.utf8.count
    var words: [Located<String>] = []
    var offset = list.span.utf8.lowerBound
    for part in list.value.utf8.split(omittingEmptySubsequences: false, whereSeparator: isWhiteSpace) {
      let length = part.count
      if length > 0 {
        let span = exact ? SourceSpan(list.span.source, offset..<(offset + length)) : list.span
        words.append(Located(String(Substring(part)), at: span))
      }
      offset += length + 1
    }
    return words
  }
}

/// A value without the white space that XML's token type passes over.
package func trimmed(_ text: String) -> String {
  guard text.utf8.contains(where: isWhiteSpace) else { return text }
  return text.utf8.split(whereSeparator: isWhiteSpace).map { String(Substring($0)) }.joined(separator: " ")
}

/// Whether a character is white space to XML.
private func isWhiteSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
