package import Bilingual
package import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// The documents of a workspace in which no error is found, and the library that they make.
package struct SoundPart: Sendable {
  /// The library; nil where the programme itself is not sound.
  package let library: Library?
  /// The path of each module's document, as the files gave it.
  package let modulePaths: [Identifier<Module>: String]
  /// The path of each card's document.
  package let cardPaths: [Identifier<Card>: String]
  /// The path of each curriculum's document.
  package let curriculumPaths: [Identifier<Curriculum>: String]
  /// The documents that hold an error, or rest on one that does, in order of path.
  package let leftOut: [String]

  /// As many rounds of leaving out as are worth their time; a chain of references is seldom as long.
  private static let mostRounds = 50

  /// What was validated; nil where it is not sound as a whole.
  package init?(_ validation: Validation) {
    self.init(validation, leftOut: [])
    guard library != nil else { return nil }
  }

  /// The part of these documents that is left when those with errors go, then those that rest on them, and so on.
  ///
  /// O(r · n) for n bytes of documents and r rounds.
  package init(of files: [WorkspaceFile], today: CalendarDay? = nil, listing: WorkspaceListing? = nil) {
    var kept = files
    var leftOut: [String] = []
    for _ in 0..<Self.mostRounds {
      let validation = validate(kept, scope: .workspace, today: today, listing: listing)
      let flawed = Set(
        validation.findings.filter { $0.severity == .error }.map { validation.sources[$0.span.source].path })
      guard !flawed.isEmpty, !kept.isEmpty else {
        self.init(validation, leftOut: leftOut.sorted())
        return
      }
      kept.removeAll { flawed.contains($0.path) }
      leftOut += flawed
    }
    self.init(validate([], scope: .workspace), leftOut: files.map(\.path).sorted())
  }

  private init(_ validation: Validation, leftOut: [String]) {
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
