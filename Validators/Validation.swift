package import Bilingual
package import CurriculumModel
package import CurriculumReading
package import Diagnostics
internal import Markup

/// A file of a workspace, as read from wherever it is kept.
package struct WorkspaceFile: Sendable {
  /// The path as the user knows it.
  package let path: String
  /// The bytes; none where they could not be read.
  package let bytes: [UInt8]
  /// Why it could not be read; nil where it was.
  package let refusal: Refusal?

  /// What keeps a file of the workspace from being read.
  package enum Refusal: Error, Hashable, Sendable {
    /// A folder, a pipe or a device that bears the name of a document.
    case notAFile
    /// The system refuses, for this reason.
    case notReadable(reason: String)
    /// It has more bytes than a document may have, and was left closed.
    case tooLarge(bytes: Int)
    /// It was written to each time that it was read.
    case changing
  }

  /// A file from its path and bytes.
  package init(path: String, bytes: [UInt8]) {
    self.init(path: path, reading: .success(bytes))
  }

  /// A file from its path and what came of reading it.
  package init(path: String, reading: Result<[UInt8], Refusal>) {
    self.path = path
    switch reading {
    case .success(let bytes): (self.bytes, refusal) = (bytes, nil)
    case .failure(let refusal): (bytes, self.refusal) = ([], refusal)
    }
  }
}

/// What validating documents yields.
package struct Validation: Sendable {
  /// What was found sound; nil where an error was found or the documents are not a whole workspace.
  private let sound: CurriculumDraft?
  /// What was found, and in what.
  package let verdict: Verdict
  /// The path of each module's document.
  package let modulePaths: [Identifier<Module>: String]
  private let readings: [DocumentReading]

  init(
    sound: CurriculumDraft?, verdict: Verdict, modulePaths: [Identifier<Module>: String], readings: [DocumentReading]
  ) {
    self.sound = sound
    self.verdict = verdict
    self.modulePaths = modulePaths
    self.readings = readings
  }

  /// What documents are called, sound or not, by path.
  var names: [String: DocumentName] {
    Dictionary(
      readings.compactMap { reading in reading.name.map { (reading.source.path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The documents as written; nil where an error was found or the documents are not a whole workspace.
  package var written: CurriculumDraft? { sound }

  /// Everything found, in reading order.
  package var findings: [Diagnostic] { verdict.findings }
  /// The documents, for lines and columns.
  package var sources: Sources { verdict.sources }
  /// How many documents of which kind were read.
  package var counts: [DocumentKind: Int] { verdict.counts }
  /// What the programme makes of findings; `findings` weigh what their rules say.
  package var severities: SeverityChoices { verdict.severities }

  /// Makes the library; nil where an error was found or the documents are not a whole workspace.
  ///
  /// Made when asked for, because `check` needs none of its texts; O(n) for n bytes of documents.
  package func makeLibrary() -> Library? {
    guard let sound, let programme = sound.programmes.first?.value else { return nil }
    let outlines = ModuleOutlines(sound.modules.map(\.outline))
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
///   - recorded: The texts in which modules were passed; without them no change is found.
package func validate(
  _ files: [WorkspaceFile], scope: ValidationScope, today: CalendarDay? = nil, listing: WorkspaceListing? = nil,
  recorded: RecordedTexts? = nil
) -> Validation {
  LibraryReading(files, today: today).validation(scope: scope, listing: listing) { draft in
    guard let recorded else { return [] }
    let texts = draft.modules.compactMap { module in
      module.version.map { (module.id.value, $0, files[module.id.span.source.index].bytes) }
    }
    return recorded.unraised(among: texts)
  }
}

extension ProgrammeDraft {
  /// What the programme makes of findings; the first choice counts where there are several for an id.
  var severities: SeverityChoices {
    var severities = SeverityChoices()
    for finding in findings.reversed() {
      let id = Diagnostic.ID(trimmed(finding.required("id").value))
      severities[id] = finding.choice("severity", of: SeverityChoices.Choice.self)
    }
    return severities
  }
}
