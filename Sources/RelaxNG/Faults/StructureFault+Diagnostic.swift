internal import Bilingual
package import Diagnostics

extension Diagnostic.ID {
  /// The document's root is none of the elements that a document may be.
  package static let unknownRoot = Self("UnknownRoot")
  /// An element that the vocabulary does not have.
  package static let unknownElement = Self("UnknownElement")
  /// An element of the vocabulary where its parent has none of this name.
  package static let unexpectedElement = Self("UnexpectedElement")
  /// An element that belongs to another place in its parent.
  package static let misplacedElement = Self("MisplacedElement")
  /// An element given more often than its parent has it.
  package static let repeatedElement = Self("RepeatedElement")
  /// An element that its parent cannot do without.
  package static let missingElement = Self("MissingElement")
  /// A namespace other than the vocabulary's.
  package static let wrongNamespace = Self("WrongNamespace")
  /// An attribute that its element does not have.
  package static let unknownAttribute = Self("UnknownAttribute")
  /// An attribute that its element cannot do without.
  package static let missingAttribute = Self("MissingAttribute")
  /// A value that is none of those listed.
  package static let unknownValue = Self("UnknownValue")
  /// A value that is not written as its kind is.
  package static let malformedValue = Self("MalformedValue")
  /// Text where none may stand.
  package static let unexpectedText = Self("UnexpectedText")
  /// Anything that libxml2 refuses and nothing here can name.
  package static let notAccordingToGrammar = Self("NotAccordingToGrammar")

  /// Every id that this target gives.
  package static let ofStructure: [Self] = [
    unknownRoot, unknownElement, unexpectedElement, misplacedElement, repeatedElement, missingElement,
    wrongNamespace, unknownAttribute, missingAttribute, unknownValue, malformedValue, unexpectedText,
    notAccordingToGrammar,
  ]
}

extension StructureFault {
  /// The fault in words, in both languages.
  package var diagnostic: Diagnostic {
    Diagnostic(
      id, at: span, summary: Wording { summary($0) }, explanation: Wording { explanation($0) },
      notes: note.map { [$0] } ?? [], solutions: repairs.map { solution(for: $0) })
  }

  private var id: Diagnostic.ID {
    switch kind {
    case .unknownRoot: .unknownRoot
    case .unknownElement: .unknownElement
    case .unexpectedElement: .unexpectedElement
    case .misplacedElement: .misplacedElement
    case .repeatedElement: .repeatedElement
    case .missingElement: .missingElement
    case .wrongNamespace: .wrongNamespace
    case .unknownAttribute: .unknownAttribute
    case .missingAttribute: .missingAttribute
    case .unknownValue: .unknownValue
    case .malformedValue: .malformedValue
    case .unexpectedText: .unexpectedText
    case .other: .notAccordingToGrammar
    }
  }

  private var note: Diagnostic.Note? {
    switch related {
    case .first(let span): Diagnostic.Note(Wording(en: "first given here", fr: "donné une première fois ici"), at: span)
    case .gap(let name, let span):
      Diagnostic.Note(
        Wording { language in
          language == .en
            ? "it belongs after this \(language.quote(name))" : "sa place est après ce \(language.quote(name))"
        }, at: span)
    case .unwrapped(let span):
      Diagnostic.Note(Wording(en: "from here on, this belongs into it", fr: "à partir d’ici, ceci va dedans"), at: span)
    case nil: nil
    }
  }
}

/// The finding for a document that libxml2 refuses and `explain` does not; the words are libxml2's.
package func notAccordingToGrammar(line: Int, message: String, source: Source, id: SourceID) -> Diagnostic {
  Diagnostic(
    .notAccordingToGrammar, at: SourceSpan(id, source.rangeOfLine(line)),
    summary: Wording(
      en: "The document is not as the grammar wants it",
      fr: "Le document n’est pas conforme à la grammaire"),
    explanation: Wording { language in
      let said = message.isEmpty ? "?" : message
      return language == .en
        ? "The parser says\(language.colon)\(language.quote(said))."
        : "L’analyseur dit\(language.colon)\(language.quote(said))."
    })
}

extension Source {
  /// The characters of a line, from 1, without the white space at its ends; the last line beyond the end.
  fileprivate func rangeOfLine(_ line: Int) -> Range<Int> {
    var start = 0
    var number = 1
    while number < line, let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")), end + 1 < utf8.count {
      start = end + 1
      number += 1
    }
    var end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
    while start < end, isSpaceByte(utf8[start]) { start += 1 }
    while end > start, isSpaceByte(utf8[end - 1]) { end -= 1 }
    return start..<end
  }
}
