internal import Bilingual
internal import Synchronization

/// The catalogue's entries as they were last rendered, so that after a save only those that changed are rendered again.
///
/// What an entry looks like follows from its value alone, so a value that was there before looks as it did. A class,
/// because a site and the one after it share them.
final class RenderedEntries: Sendable {
  private let known = Mutex<[Language: [ModuleEntry: String]]>([:])

  /// The entries as HTML, in order; those of an earlier time that are not among them are forgotten.
  func html(of shelves: [[ModuleEntry]], in language: Language) -> [String] {
    let before = known.withLock { $0[language] ?? [:] }
    var now: [ModuleEntry: String] = [:]
    let rendered = shelves.map { entries in
      entries.map { entry in
        let html = before[entry] ?? entry.html
        now[entry] = html
        return html
      }.joined()
    }
    known.withLock { [now] in $0[language] = now }
    return rendered
  }
}
