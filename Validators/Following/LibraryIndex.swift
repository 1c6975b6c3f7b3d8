package import CurriculumModel
package import CurriculumReading
internal import Diagnostics
internal import Markup

/// What the rules on a whole library ask of each of its many documents, without the documents.
///
/// With it a change of one document is judged against ten thousand others of which none is read again. The few documents
/// that say how all others are to be read (programme, frameworks, curricula) are not in it: they are read each time.
package struct LibraryIndex: Equatable, Sendable {
  /// One document.
  package enum Entry: Equatable, Sendable {
    /// A module.
    case module(ModuleFacts)
    /// A card.
    case card(Identifier<Card>)
    /// One that could not be read, by what is known of it.
    case unread(DocumentKind?, id: String?)
    /// One that is read each time.
    case frame
  }

  /// The documents, in order of path.
  package private(set) var entries: [Entry]

  /// An index of its documents.
  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The modules with the places of their documents, in order of path.
  var modules: [(document: Int, facts: ModuleFacts)] {
    entries.enumerated().compactMap { place, entry in
      if case .module(let facts) = entry { (place, facts) } else { nil }
    }
  }

  /// How many modules there are.
  package var moduleCount: Int {
    entries.count { if case .module = $0 { true } else { false } }
  }

  /// The cards with the places of their documents, in order of path.
  var cards: [(document: Int, id: Identifier<Card>)] {
    entries.enumerated().compactMap { place, entry in if case .card(let id) = entry { (place, id) } else { nil } }
  }

  /// The index with other entries at these places; nil where another document could ask for what is no longer there.
  func replacing(_ changes: [(index: Int, entry: Entry)]) -> LibraryIndex? {
    var index = self
    for change in changes {
      guard entries[change.index].isNamed(like: change.entry) else { return nil }
      index.entries[change.index] = change.entry
    }
    return index
  }
}

/// What conditions, refreshes and former identifiers ask of a module.
package struct ModuleFacts: Equatable, Sendable {
  /// The module without its texts.
  package let outline: ModuleOutline
  /// The module that renews it.
  package let refresh: Identifier<Module>?
  /// Identifiers it had before.
  package let formerly: [Identifier<Module>]

  /// Facts from their parts.
  package init(outline: ModuleOutline, refresh: Identifier<Module>?, formerly: [Identifier<Module>]) {
    self.outline = outline
    self.refresh = refresh
    self.formerly = formerly
  }

  /// What a module says of itself.
  init(_ draft: ModuleDraft) {
    self.init(outline: draft.outline, refresh: draft.refresh?.value, formerly: draft.formerly.map(\.value))
  }
}

extension LibraryIndex.Entry {
  /// Whether a reference that found the one finds the other: same kind, same identifier.
  fileprivate func isNamed(like other: Self) -> Bool {
    guard let name, let otherName = other.name else { return self == other }
    return name == otherName
  }

  /// Kind and identifier; nil where it has none that others use.
  private var name: Name? {
    switch self {
    case .module(let facts): Name(kind: .module, id: facts.outline.id.rawValue)
    case .card(let id): Name(kind: .card, id: id.rawValue)
    case .unread(let kind?, let id?) where kind == .module || kind == .card: Name(kind: kind, id: id)
    case .unread, .frame: nil
    }
  }

  private struct Name: Equatable {
    let kind: DocumentKind
    let id: String
  }
}

extension DocumentReading {
  /// What the rules on the whole library ask of it.
  var entry: LibraryIndex.Entry {
    switch outcome {
    case .unread(let document): .unread(document.kind, id: document.id)
    case .accepted(let document):
      if let facts = document.module {
        .module(facts)
      } else if let card = document.draft.cards.first {
        .card(card.id.value)
      } else {
        .frame
      }
    }
  }

  /// The root of its tree; nil where the grammar does not accept it.
  var root: Element? {
    if case .accepted(let document) = outcome { document.root } else { nil }
  }
}
