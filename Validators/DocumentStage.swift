package import Diagnostics
internal import RelaxNG

/// How far a document comes: what is found at one stage hides what the next would find.
package enum DocumentStage: Int, Comparable, Sendable {
  /// It is not well-formed.
  case unreadable
  /// The grammar refuses it.
  case refused
  /// The grammar accepts it.
  case accepted

  /// The stage that a document with these findings reaches.
  package init(reachedWith findings: [Diagnostic]) {
    let ids = Set(findings.map(\.id))
    if !ids.isDisjoint(with: Diagnostic.ID.ofMarkup) {
      self = .unreadable
    } else {
      self = ids.isDisjoint(with: Diagnostic.ID.ofStructure) ? .accepted : .refused
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
