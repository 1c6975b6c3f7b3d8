package import Bilingual
package import CurriculumModel
package import CurriculumReading
package import Diagnostics
internal import Markup
internal import RelaxNG

/// A file of a workspace, as read from wherever it is kept.
package struct WorkspaceFile: Sendable {
  /// The path as the user knows it.
  package let path: String
  /// The bytes.
  package let bytes: [UInt8]

  /// A file from its path and bytes.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What validating documents yields.
package struct Validation: Sendable {
  /// The library; nil where an error was found or the documents are not a whole workspace.
  package let library: Library?
  /// Everything found, in reading order.
  package let findings: [Diagnostic]
  /// The documents, for lines and columns.
  package let sources: Sources
  /// How many documents of which kind were read.
  package let counts: [DocumentKind: Int]
  /// The path of each module's document.
  package let modulePaths: [Identifier<Module>: String]
}

/// What the documents given are.
package enum ValidationScope: Sendable {
  /// All documents of a workspace: references resolve or are wrong.
  case workspace
  /// Single documents: what needs the library is left out.
  case documents
}

/// Validates documents: well-formedness, grammar, and the rules on meaning.
///
/// The only maker of a `Library`.
///
/// - Parameters:
///   - files: The documents.
///   - scope: Whether they are a whole workspace.
///   - today: The day against which dates are held; without it no date is found to have passed.
///   - listing: The workspace's files; without it no file that a document points to is found missing.
package func validate(
  _ files: [WorkspaceFile], scope: ValidationScope, today: CalendarDay? = nil, listing: WorkspaceListing? = nil
) -> Validation {
  var sources = Sources()
  var draft = CurriculumDraft()
  var findings: [Diagnostic] = []
  for file in files {
    let reading = readDocument(file, into: &sources)
    findings += reading.findings
    switch reading.outcome {
    case .accepted(let root): draft.add(root)
    case .unread(let document): draft.unread.append(document)
    }
  }
  let context = RuleContext(
    draft, isWorkspace: scope == .workspace, today: today, listing: listing, sources: sources)
  findings += rules.flatMap { $0.findings(in: context) }
  findings = findings.inReadingOrder()
  let isSound = scope == .workspace && !findings.hasError
  return Validation(
    library: isSound ? soundLibrary(from: context) : nil, findings: findings, sources: sources,
    counts: counts(of: draft),
    modulePaths: Dictionary(
      draft.modules.map { ($0.id.value, sources[$0.id.span.source].path) }, uniquingKeysWith: { first, _ in first }))
}

private func soundLibrary(from context: RuleContext) -> Library? {
  guard let programme = context.draft.programmes.first?.value else { return nil }
  return Library(
    foundSound: programme, frameworks: context.draft.frameworks.map(\.value), modules: context.moduleValues,
    cards: context.draft.cards.map(\.value),
    curricula: context.draft.curricula.map { $0.value(modules: context.moduleValues) })
}

private func counts(of draft: CurriculumDraft) -> [DocumentKind: Int] {
  [
    .programme: draft.programmes.count, .framework: draft.frameworks.count, .module: draft.modules.count,
    .card: draft.cards.count, .curriculum: draft.curricula.count,
  ]
}
