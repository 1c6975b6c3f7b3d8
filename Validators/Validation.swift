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
  /// What was found sound; nil where an error was found or the documents are not a whole workspace.
  private let sound: CurriculumDraft?
  /// Everything found, in reading order.
  package let findings: [Diagnostic]
  /// The documents, for lines and columns.
  package let sources: Sources
  /// How many documents of which kind were read.
  package let counts: [DocumentKind: Int]
  /// The path of each module's document.
  package let modulePaths: [Identifier<Module>: String]
  /// What the programme makes of findings; `findings` weigh what their rules say.
  package let severities: SeverityChoices
  /// The files of the organisation's own rules that the programme names; `findings` hold none of theirs.
  package let houseRules: [HouseRulesReference]

  init(
    sound: CurriculumDraft?, findings: [Diagnostic], sources: Sources, counts: [DocumentKind: Int],
    modulePaths: [Identifier<Module>: String], severities: SeverityChoices, houseRules: [HouseRulesReference]
  ) {
    self.sound = sound
    self.findings = findings
    self.sources = sources
    self.counts = counts
    self.modulePaths = modulePaths
    self.severities = severities
    self.houseRules = houseRules
  }

  /// Makes the library; nil where an error was found or the documents are not a whole workspace.
  ///
  /// Made when asked for, because `check` needs none of its texts; O(n) for n bytes of documents.
  package func makeLibrary() -> Library? {
    guard let sound, let programme = sound.programmes.first?.value else { return nil }
    let outlines = sound.modules.map(\.outline)
    return Library(
      foundSound: programme, frameworks: sound.frameworks.map(\.value),
      modules: concurrentMap(sound.modules) { $0.value }, cards: sound.cards.map(\.value),
      curricula: sound.curricula.map { $0.value(modules: outlines) })
  }
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
  let numbered = files.enumerated().map { (file: $0.element, id: SourceID(index: $0.offset)) }
  let readings = concurrentMap(numbered, with: { MarkupReader(grammar: vocabulary.grammar) }) { numbered, reader in
    readDocument(numbered.file, as: numbered.id, today: today, with: &reader)
  }
  var draft = CurriculumDraft()
  var documents: [DocumentContext] = []
  for reading in readings {
    switch reading.outcome {
    case .accepted(let document):
      draft.add(document.root)
      documents.append(document)
    case .unread(let document): draft.unread.append(document)
    }
  }
  let library = LibraryContext(
    draft, outlines: documents.compactMap(\.outline), isWorkspace: scope == .workspace, listing: listing)
  let beside = concurrentMap(documents) { document in referenceRules.flatMap { $0.findings(in: document, of: library) }
  }
  let together = concurrentMap(libraryRules) { $0.findings(in: library) }
  let findings = (readings.flatMap(\.findings) + beside.flatMap(\.self) + together.flatMap(\.self)).inReadingOrder()
  let sources = Sources(readings.map(\.source))
  return Validation(
    sound: scope == .workspace && !findings.hasError ? draft : nil, findings: findings, sources: sources,
    counts: counts(of: draft),
    modulePaths: Dictionary(
      draft.modules.map { ($0.id.value, sources[$0.id.span.source].path) }, uniquingKeysWith: { first, _ in first }),
    severities: draft.programmes.first?.severities ?? SeverityChoices(),
    houseRules: draft.programmes.first?.houseRules.map(HouseRulesReference.init) ?? [])
}

extension ProgrammeDraft {
  /// What the programme makes of findings; the first choice counts where there are several for an id.
  fileprivate var severities: SeverityChoices {
    var severities = SeverityChoices()
    for finding in findings.reversed() {
      let id = Diagnostic.ID(trimmed(finding.required("id").value))
      severities[id] = finding.choice("severity", of: SeverityChoices.Choice.self)
    }
    return severities
  }
}

private func counts(of draft: CurriculumDraft) -> [DocumentKind: Int] {
  [
    .programme: draft.programmes.count, .framework: draft.frameworks.count, .module: draft.modules.count,
    .card: draft.cards.count, .curriculum: draft.curricula.count,
  ]
}
