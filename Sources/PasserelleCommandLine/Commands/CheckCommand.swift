import ArgumentParser
import Bilingual
import CurriculumReading
import Diagnostics
import FoundationEssentials
import Validators

/// `check [PATH…]`: validates documents and says what is wrong, where, and what to do.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "check", en: "Validate the workspace, or the files and folders given.",
      fr: "Valider l’espace de travail, ou les fichiers et dossiers donnés.")
  }

  @Argument(
    help: help(
      en: "Files and folders; the workspace where there are none.",
      fr: "Fichiers et dossiers\u{202F}; l’espace de travail s’il n’y en a pas.", value: .path))
  var paths: [String] = []

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let request = try CheckRequest(paths: paths, workspace: workspace)
    let validation = Validators.validate(
      request.files, scope: request.scope, today: clock.moment.day, listing: request.listing)
    let findings = validation.findings.filter { request.reports(validation.sources[$0.span.source].path) }
    switch printing.format {
    case .json:
      try JSONOutput.print(CheckRecord(findings, validation: validation, isPartial: request.scope == .documents))
    case .text:
      let style: TextStyle = Conversation.isColoured ? .coloured : .plain
      let report = TextReport(sources: validation.sources, language: spokenLanguage, style: style)
      if !findings.isEmpty { Conversation.print(findings.map(report.text(of:)).joined(separator: "\n").trimmedEnd) }
      say(findings, validation, request)
    }
    if findings.hasError { throw ExitCode(CommandFailure.Status.notSound.rawValue) }
  }

  private func say(_ findings: [Diagnostic], _ validation: Validation, _ request: CheckRequest) {
    if request.scope == .documents {
      Conversation.note(
        said(
          en: "outside a workspace, what needs the library was left out (references, what can be reached)",
          fr: "hors d’un espace de travail, ce qui demande la bibliothèque n’a pas été vérifié (références, accès)"))
    }
    guard !findings.isEmpty || Conversation.errorIsTerminal else { return }
    let language = spokenLanguage
    let documents = language.count(
      validation.sources.count, CountableNoun(one: Wording(same: "document"), many: Wording(same: "documents")))
    let errors = language.count(
      findings.count { $0.severity == .error },
      CountableNoun(one: Wording(en: "error", fr: "erreur"), many: Wording(en: "errors", fr: "erreurs")))
    let warnings = language.count(
      findings.count { $0.severity == .warning },
      CountableNoun(
        one: Wording(en: "warning", fr: "avertissement"), many: Wording(en: "warnings", fr: "avertissements")))
    Conversation.say("\(documents)\(language.colon)\(errors), \(warnings)")
    if Conversation.errorIsTerminal, let id = findings.first?.id {
      Conversation.say(
        said(
          en: "more about a finding: ‘passerelle explain \(id)’, and likewise for each name between brackets",
          fr:
            "pour en savoir plus\u{A0}: «\u{A0}passerelle explain \(id)\u{A0}», de même pour chaque nom entre crochets")
      )
    }
  }
}

/// Which documents a check reads, and whose findings it shows.
private struct CheckRequest {
  let files: [WorkspaceFile]
  let scope: ValidationScope
  /// The workspace's files; nil outside a workspace.
  private(set) var listing: WorkspaceListing?
  private var shown: [String]?

  init(paths: [String], workspace options: WorkspaceOptions) throws {
    guard !paths.isEmpty else {
      let contents = try WorkspaceFolder.find(options).contents()
      (files, listing) = (contents.documents, contents.listing)
      scope = .workspace
      return
    }
    for path in paths where !FileManager.default.fileExists(atPath: path) {
      throw CommandFailure(
        .noInput, Wording(en: "there is no file or folder \(path)", fr: "il n’y a ni fichier ni dossier \(path)"))
    }
    let folders = try paths.map { path in
      options.workspace != nil
        ? try WorkspaceFolder.find(options)
        : WorkspaceFolder.nearest(
          to: Self.isFolder(path) ? path : WorkspaceFolder.parent(of: WorkspaceFolder.absolute(path)))
    }
    if let folder = folders.first ?? nil, folders.allSatisfy({ $0?.path == folder.path }) {
      let contents = try folder.contents()
      (files, listing) = (contents.documents, contents.listing)
      scope = .workspace
      shown = paths.map(WorkspaceFolder.absolute)
      // A file that is no *.xml of the workspace is read beside it, because it was asked for.
      let known = Set(files.map { WorkspaceFolder.absolute($0.path) })
      for path in paths where !Self.isFolder(path) && !known.contains(WorkspaceFolder.absolute(path)) {
        _ = try readDocumentFile(at: path, shownAs: path)
      }
    } else {
      files = try paths.flatMap { path in
        Self.isFolder(path)
          ? try WorkspaceFolder(path: path).documents() : [try readDocumentFile(at: path, shownAs: path)]
      }
      scope = .documents
    }
  }

  /// Whether findings in this document are shown.
  func reports(_ path: String) -> Bool {
    guard let shown else { return true }
    let path = WorkspaceFolder.absolute(path)
    return shown.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}

/// The members of `check --format json`.
private struct CheckRecord: Encodable {
  struct Summary: Encodable {
    let files: Int
    let modules: Int
    let curricula: Int
    let errors: Int
    let warnings: Int
  }

  let valid: Bool
  /// Whether what needs the library was left out.
  let partial: Bool
  let summary: Summary
  let diagnostics: [DiagnosticRecord]

  init(_ findings: [Diagnostic], validation: Validation, isPartial: Bool) {
    valid = !findings.hasError
    partial = isPartial
    summary = Summary(
      files: validation.sources.count, modules: validation.counts[.module] ?? 0,
      curricula: validation.counts[.curriculum] ?? 0, errors: findings.count { $0.severity == .error },
      warnings: findings.count { $0.severity == .warning })
    diagnostics = findings.map { DiagnosticRecord($0, sources: validation.sources, language: spokenLanguage) }
  }
}

extension String {
  /// The text without line feeds at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
