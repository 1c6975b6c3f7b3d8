import Bilingual
import Diagnostics
import Markup
import Validators

/// Documents whose certain fixes were made in memory, round after round, because one fault can hide another.
struct Mending {
  /// The documents as they would be.
  private(set) var files: [WorkspaceFile]
  /// What is found in them.
  private(set) var validation: Validation
  /// How many findings were mended.
  private(set) var mended = 0
  private let original: [WorkspaceFile]

  /// A document that has changed.
  struct Change {
    /// The path as the user knows it.
    let path: String
    /// The bytes that were checked.
    let before: [UInt8]
    /// The bytes that are to stand there.
    let after: [UInt8]
  }

  /// Mends what is certain in documents that `isWanted` admits.
  ///
  /// A round's edits of a document are kept only where it comes further by them: a later stage, or fewer errors at the
  /// same one. At most as many rounds as `limit`.
  init(
    _ files: [WorkspaceFile], limit: Int = 12, isWanted: (String) -> Bool,
    _ validate: ([WorkspaceFile]) -> Validation
  ) {
    original = files
    self.files = files
    validation = validate(files)
    var refused: Set<Int> = []
    for _ in 0..<limit {
      let edits = certainEdits(of: validation.findings).filter { document, _ in
        !refused.contains(document.index) && isWanted(self.files[document.index].path)
      }
      guard !edits.isEmpty else { return }
      var trial = self.files
      for (document, edits) in edits {
        let file = trial[document.index]
        guard let decoded = try? decode(file.bytes) else { continue }
        trial[document.index] = WorkspaceFile(path: file.path, bytes: decoded.encoded(edits.applied(to: decoded.utf8)))
      }
      let outcome = validate(trial)
      let before = Self.progress(validation.findings)
      let after = Self.progress(outcome.findings)
      let failed = edits.keys.filter { document in
        (after[document] ?? .sound) <= (before[document] ?? .sound)
      }
      if failed.isEmpty {
        mended += edits.values.reduce(0) { $0 + $1.mended }
        self.files = trial
        validation = outcome
      } else {
        refused.formUnion(failed.map(\.index))
      }
    }
  }

  /// The documents that have changed, in order.
  var changes: [Change] {
    zip(original, files).compactMap { before, after in
      before.bytes == after.bytes ? nil : Change(path: before.path, before: before.bytes, after: after.bytes)
    }
  }

  /// How far a document comes, and how many errors are left there.
  private struct Progress: Comparable {
    static let sound = Progress(stage: .accepted, place: .max, errors: 0)
    let stage: DocumentStage
    /// Where an unreadable document's fault stands: further on is better.
    let place: Int
    let errors: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.stage, a.stage == .unreadable ? a.place : 0, -a.errors) < (
        b.stage, b.stage == .unreadable ? b.place : 0, -b.errors
      )
    }
  }

  private static func progress(_ findings: [Diagnostic]) -> [SourceID: Progress] {
    Dictionary(grouping: findings, by: \.span.source).mapValues { findings in
      Progress(
        stage: DocumentStage(reachedWith: findings), place: findings.map(\.span.utf8.lowerBound).min() ?? .max,
        errors: findings.count { $0.severity == .error })
    }
  }
}
