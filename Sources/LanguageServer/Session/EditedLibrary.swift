internal import Bilingual
internal import Diagnostics
internal import Markup
internal import Validators

/// A library as an editor sees it: the documents as they are kept, those that are open as they are written.
struct EditedLibrary: Sendable {
  /// The folder of the workspace; the document itself where it stands alone.
  let folder: String
  private(set) var library: FollowedLibrary
  /// The place of each document by path.
  private(set) var places: [String: Int]
  /// The identifiers of each document, those of the last state that could be read.
  private(set) var symbols: [DocumentSymbols]
  /// What the documents declare.
  private(set) var declared: DeclaredSymbols
  /// What the editor was told last, by document.
  var published: [Int: [WireDiagnostic]] = [:]
  /// The documents that the editor changed since they were judged.
  private var changed: [Int: [UInt8]] = [:]

  /// Reads a workspace.
  init(_ workspace: EditorWorkspace, scope: ValidationScope, today: CalendarDay) {
    folder = workspace.folder
    library = FollowedLibrary(workspace.files, scope: scope, today: today, listing: workspace.listing)
    places = Dictionary(
      workspace.files.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var symbols: [DocumentSymbols] = []
    for index in workspace.files.indices {
      let root = library.reading.acceptedRoot(at: index)
      symbols.append(root.map { DocumentSymbols($0, document: index) } ?? DocumentSymbols())
    }
    self.symbols = symbols
    declared = DeclaredSymbols(symbols)
  }

  /// Notes that a document is otherwise now; bytes as they are kept.
  mutating func change(_ index: Int, to bytes: [UInt8]) {
    changed[index] = bytes
  }

  /// Notes that a document is otherwise now; text as an editor holds it, whatever encoding its declaration names.
  mutating func change(_ index: Int, toText utf8: [UInt8]) {
    changed[index] = [0xEF, 0xBB, 0xBF] + utf8
  }

  /// Judges what changed; false where nothing did.
  mutating func settle() -> Bool {
    guard !changed.isEmpty else { return false }
    let sources = library.sources
    library.change(
      changed.sorted { $0.key < $1.key }.map { index, bytes in
        (index, WorkspaceFile(path: sources[SourceID(index: index)].path, bytes: bytes))
      })
    for index in changed.keys {
      guard let root = library.reading.acceptedRoot(at: index) else { continue }
      let now = DocumentSymbols(root, document: index)
      declared.replace(symbols[index], by: now, of: index)
      symbols[index] = now
    }
    changed = [:]
    return true
  }

  /// The path of a document.
  func path(_ index: Int) -> String { library.sources[SourceID(index: index)].path }

  /// A document's lines, as they were judged.
  func lines(_ index: Int) -> LineIndex { LineIndex(library.sources[SourceID(index: index)].utf8) }

  /// Every place where a symbol stands; O(n) for n identifiers of the library.
  func occurrences(of symbol: Symbol) -> [(document: Int, place: DocumentSymbols.Place)] {
    symbols.enumerated().flatMap { index, document in
      document.places.lazy.filter { $0.symbol == symbol }.map { (index, $0) }
    }
  }
}
