package import Bilingual
internal import Diagnostics
internal import RelaxNG
internal import Validators

/// A talk with an editor in the Language Server Protocol 3.17: messages in, messages out.
///
/// Knows no clock and no file: the day is an argument, and workspaces are opened by a function that is handed over.
package struct EditorSession {
  /// How the talk stands.
  private enum Stage {
    case new, running, shutDown
  }

  /// A document that is open in the editor.
  struct OpenDocument {
    /// The folder of the library that it belongs to.
    let folder: String
    /// Its place there.
    let index: Int
    /// Its characters as they are written now.
    var lines: LineIndex
  }

  /// The exit status once the editor has said that the program is to end.
  package private(set) var ending: Int32?
  /// The language of the words for the author.
  private(set) var language: Language
  private(set) var libraries: [String: EditedLibrary] = [:]
  private(set) var open: [String: OpenDocument] = [:]
  var aid = makeWritingAid()
  private var stage = Stage.new
  private let isLanguageGiven: Bool
  private let today: CalendarDay
  private let workspace: (String) -> EditorWorkspace?
  private var wantsWatching = false

  /// A talk that has not begun.
  ///
  /// - Parameters:
  ///   - language: The language of the words; nil for the editor's.
  ///   - fallback: The language where the editor speaks another.
  ///   - today: The day against which dates are held.
  ///   - workspace: Opens the workspace in which a path lies; nil where it lies in none.
  package init(
    language: Language?, fallback: Language, today: CalendarDay, workspace: @escaping (String) -> EditorWorkspace?
  ) {
    self.language = language ?? fallback
    isLanguageGiven = language != nil
    self.today = today
    self.workspace = workspace
  }

  /// Answers messages that came together; a request that one of them takes back is not carried out.
  package mutating func answer(_ messages: [[UInt8]]) -> [UInt8] {
    let envelopes = messages.map(Envelope.init)
    var cancelled: Set<RequestID> = []
    struct Cancellation: Decodable { let id: RequestID }
    for case .notification("$/cancelRequest", let bytes) in envelopes {
      if let cancellation = parameters(of: bytes, as: Cancellation.self) { cancelled.insert(cancellation.id) }
    }
    return envelopes.flatMap { envelope -> [UInt8] in
      guard ending == nil else { return [] }
      switch envelope {
      case .request(let id, _, _) where cancelled.contains(id): return Outgoing.refusal(id, .cancelled)
      case .request(let id, let method, let bytes):
        do throws(RequestRefusal) {
          return try answer(id, method, bytes)
        } catch {
          return Outgoing.refusal(id, error)
        }
      case .notification(let method, let bytes): return take(method, bytes)
      case .response: return []
      case .invalid(let id): return Outgoing.refusal(id, .invalid)
      case .malformed: return Outgoing.refusal(nil, .malformed)
      }
    }
  }

  /// Judges what changed since, and says what is found; called when no further message waits.
  package mutating func settle() -> [UInt8] {
    var said: [UInt8] = []
    for folder in libraries.keys.sorted() where libraries[folder]?.settle() == true { said += publish(folder) }
    return said
  }

  // MARK: Requests

  private mutating func answer(
    _ id: RequestID, _ method: String, _ bytes: [UInt8]
  ) throws(RequestRefusal) -> [UInt8] {
    switch (stage, method) {
    case (.new, "initialize"): return Outgoing.response(id, initialize(bytes))
    case (.new, _): throw .notInitialized
    case (.running, "initialize"): throw .isRunning
    case (.running, "shutdown"):
      stage = .shutDown
      return Outgoing.response(id, String?.none)
    case (.running, "textDocument/completion"): return Outgoing.response(id, completion(try place(bytes)))
    case (.running, "textDocument/hover"): return Outgoing.response(id, hover(try place(bytes)))
    case (.running, "textDocument/definition"):
      return try settled(id) { session throws(RequestRefusal) in try session.definition(session.place(bytes)) }
    case (.running, "textDocument/references"):
      return try settled(id) { session throws(RequestRefusal) in try session.references(session.place(bytes)) }
    case (.running, "textDocument/prepareRename"):
      return try settled(id) { session throws(RequestRefusal) in try session.renameable(session.place(bytes)) }
    case (.running, "textDocument/rename"):
      return try settled(id) { session throws(RequestRefusal) in try session.rename(session.place(bytes)) }
    case (.running, "textDocument/codeAction"):
      guard let asked = parameters(of: bytes, as: StretchParameters.self) else { throw .wrongParameters }
      return try settled(id) { session throws(RequestRefusal) in session.quickFixes(asked) }
    case (.running, _): throw .unknown(method)
    case (.shutDown, _): throw .isShutDown
    }
  }

  private mutating func settled(
    _ id: RequestID, _ answer: (inout EditorSession) throws(RequestRefusal) -> some Encodable
  ) throws(RequestRefusal) -> [UInt8] {
    let said = settle()
    return said + Outgoing.response(id, try answer(&self))
  }

  private func place(_ bytes: [UInt8]) throws(RequestRefusal) -> PlaceParameters {
    guard let place = parameters(of: bytes, as: PlaceParameters.self) else { throw .wrongParameters }
    return place
  }

  private mutating func initialize(_ bytes: [UInt8]) -> Capabilities {
    struct Wanted: Decodable {
      struct Client: Decodable {
        struct Workspace: Decodable {
          struct Watching: Decodable { let dynamicRegistration: Bool? }
          let didChangeWatchedFiles: Watching?
        }
        let workspace: Workspace?
      }
      let locale: String?
      let capabilities: Client?
    }
    let wanted = parameters(of: bytes, as: Wanted.self)
    if !isLanguageGiven, let spoken = wanted?.locale.flatMap(Language.init(locale:)) { language = spoken }
    wantsWatching = wanted?.capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    stage = .running
    return Capabilities()
  }

  // MARK: Notifications

  private mutating func take(_ method: String, _ bytes: [UInt8]) -> [UInt8] {
    switch (stage, method) {
    case (_, "exit"):
      ending = stage == .shutDown ? 0 : 1
      return []
    case (.running, "initialized"): return wantsWatching ? Outgoing.watchRequest() : []
    case (.running, "textDocument/didOpen"):
      struct Opened: Decodable {
        struct Item: Decodable {
          let uri: String
          let text: String
        }
        let textDocument: Item
      }
      if let opened = parameters(of: bytes, as: Opened.self)?.textDocument { beginEditing(opened.uri, opened.text) }
    case (.running, "textDocument/didChange"):
      struct Changed: Decodable {
        struct Change: Decodable {
          let range: WireRange?
          let text: String
        }
        let textDocument: WireDocument
        let contentChanges: [Change]
      }
      guard let changed = parameters(of: bytes, as: Changed.self) else { return [] }
      for change in changed.contentChanges { edit(changed.textDocument.uri, change.range, change.text) }
    case (.running, "textDocument/didClose"):
      struct Closed: Decodable { let textDocument: WireDocument }
      if let closed = parameters(of: bytes, as: Closed.self) { return endEditing(closed.textDocument.uri) }
    case (.running, "workspace/didChangeWatchedFiles"): return readAgain()
    default: break
    }
    return []
  }

  private mutating func beginEditing(_ uri: String, _ text: String) {
    let path = path(ofURI: uri) ?? uri
    let file = WorkspaceFile(path: path, bytes: Array(text.utf8))
    if let folder = libraries.values.first(where: { $0.places[path] != nil })?.folder ?? load(path, file),
      let index = libraries[folder]?.places[path]
    {
      open[uri] = OpenDocument(folder: folder, index: index, lines: LineIndex(file.bytes))
    } else {
      let alone = EditorWorkspace(folder: path, files: [file], listing: WorkspaceListing(folder: "", files: []))
      libraries[path] = EditedLibrary(alone, scope: .documents, today: today)
      open[uri] = OpenDocument(folder: path, index: 0, lines: LineIndex(file.bytes))
    }
    note(uri)
  }

  private mutating func edit(_ uri: String, _ range: WireRange?, _ text: String) {
    guard let document = open[uri] else { return }
    open[uri]?.lines = LineIndex(document.lines.replacing(range, with: text))
    note(uri)
  }

  private mutating func note(_ uri: String) {
    guard let document = open[uri] else { return }
    libraries[document.folder]?.change(document.index, toText: document.lines.utf8)
  }

  /// What is kept counts again; of a document that stands alone nothing is said any more.
  private mutating func endEditing(_ uri: String) -> [UInt8] {
    guard let document = open.removeValue(forKey: uri) else { return [] }
    guard path(ofURI: uri) != document.folder, uri != document.folder else {
      libraries[document.folder] = nil
      return Outgoing.diagnostics([], of: uri)
    }
    return readAgain()
  }

  /// Reads the workspaces again, and puts what is open over them.
  private mutating func readAgain(with new: WorkspaceFile? = nil) -> [UInt8] {
    var said: [UInt8] = []
    for (folder, before) in libraries.sorted(by: { $0.key < $1.key }) {
      guard let kept = workspace(folder + "/programme.xml") else { continue }
      let unsaved = open.filter { $0.value.folder == folder }.map { uri, document in
        WorkspaceFile(path: path(ofURI: uri) ?? uri, bytes: document.lines.utf8)
      }
      let read = kept.adding((unsaved + [new].compactMap(\.self)).filter { kept.holds($0.path) })
      var library = EditedLibrary(read, scope: .workspace, today: today)
      for (index, _) in before.published where library.places[before.path(index)] == nil {
        said += Outgoing.diagnostics([], of: address(of: before.path(index)))
      }
      for (index, found) in before.published {
        if let place = library.places[before.path(index)] { library.published[place] = found }
      }
      libraries[folder] = library
      for (uri, document) in open where document.folder == folder {
        guard let index = path(ofURI: uri).flatMap({ library.places[$0] }) else { continue }
        open[uri] = OpenDocument(folder: folder, index: index, lines: document.lines)
        note(uri)
      }
      _ = libraries[folder]?.settle()
      said += publish(folder)
    }
    return said
  }

  /// The folder of the workspace in which a document lies, perhaps one that is not kept yet.
  private mutating func load(_ path: String, _ file: WorkspaceFile) -> String? {
    guard let read = workspace(path) else { return nil }
    if libraries[read.folder] == nil { libraries[read.folder] = EditedLibrary(read, scope: .workspace, today: today) }
    if libraries[read.folder]?.places[path] == nil, read.holds(path) { _ = readAgain(with: file) }
    return read.folder
  }

  // MARK: Findings

  private mutating func publish(_ folder: String) -> [UInt8] {
    guard let library = libraries[folder] else { return [] }
    var found = diagnostics(of: library)
    // Of what is open the editor is told even that nothing is found.
    for document in open.values where document.folder == folder { found[document.index, default: []] += [] }
    var said: [UInt8] = []
    for index in Set(found.keys).union(library.published.keys).sorted() {
      let now = found[index] ?? []
      guard now != library.published[index] else { continue }
      said += Outgoing.diagnostics(now, of: address(of: library.path(index)))
    }
    libraries[folder]?.published = found
    return said
  }

  /// The address of a document, as the editor spells it where it is open.
  func address(of path: String) -> String {
    open.keys.first { LanguageServer.path(ofURI: $0) == path || $0 == path } ?? uri(ofPath: path)
  }
}
