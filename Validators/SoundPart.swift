package import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// The documents of a workspace in which no error is found, and the library that they make.
package struct SoundPart: Sendable {
  /// A document that has no place in the library.
  package struct LeftOut: Sendable {
    /// The path, as the files gave it.
    package let path: String
    /// What it is, as far as it could be read.
    package let name: DocumentName?
  }

  /// The library; nil where the programme itself is not sound.
  package let library: Library?
  /// The path of each module's document, as the files gave it.
  package let modulePaths: [Identifier<Module>: String]
  /// The path of each card's document.
  package let cardPaths: [Identifier<Card>: String]
  /// The path of each curriculum's document.
  package let curriculumPaths: [Identifier<Curriculum>: String]
  /// The documents that hold an error, or rest on one that does, in order of path.
  package internal(set) var leftOut: [LeftOut]

  /// What was validated; without a library where it is not sound as a whole.
  init(of validation: Validation, leftOut: [LeftOut]) {
    let draft = validation.written
    let made = validation.makeLibrary()
    func path(_ span: SourceSpan) -> String { validation.sources[span.source].path }
    library = made
    modulePaths = made == nil ? [:] : validation.modulePaths
    cardPaths = Dictionary(
      draft?.cards.map { ($0.id.value, path($0.id.span)) } ?? [], uniquingKeysWith: { first, _ in first })
    curriculumPaths = Dictionary(
      draft?.curricula.map { ($0.id.value, path($0.id.span)) } ?? [], uniquingKeysWith: { first, _ in first })
    self.leftOut = leftOut
  }
}

/// What a document is, and the identifier that it gives itself, sound or not.
package enum DocumentName: Hashable, Sendable {
  /// A module.
  case module(Identifier<Module>)
  /// A card.
  case card(Identifier<Card>)
  /// A curriculum.
  case curriculum(Identifier<Curriculum>)

  /// The name of what others can name; nil for what they cannot, and where the identifier is none.
  init?(_ kind: DocumentKind?, _ id: String?) {
    guard let id, id.wholeMatch(of: /[a-z0-9]+([.\-][a-z0-9]+)*/) != nil else { return nil }
    switch kind {
    case .module: self = .module(Identifier(id))
    case .card: self = .card(Identifier(id))
    case .curriculum: self = .curriculum(Identifier(id))
    case .programme, .framework, nil: return nil
    }
  }
}

extension DocumentReading {
  /// What it is called.
  var name: DocumentName? {
    switch outcome {
    case .unread(let document): DocumentName(document.kind, document.id)
    case .accepted(let document):
      DocumentName(DocumentKind(root: document.root), document.root[attribute: "id"]?.value)
    }
  }
}
