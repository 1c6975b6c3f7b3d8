import ArgumentParser
import Bilingual
import CanonicalLayout
import FoundationEssentials
import StarterDocuments
import Validators

/// `init [DIR]`: a workspace that validates and plans at once.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "init", en: "Make a workspace to begin with, which validates and plans at once.",
      fr: "Créer un espace de travail de départ, valide et planifiable aussitôt.")
  }

  @Argument(
    help: help(
      en: "The folder, new or empty; otherwise the one where the command runs.",
      fr: "Le dossier, nouveau ou vide\u{202F}; sinon celui où la commande est lancée.", value: .folder))
  var folder = "."

  @Option(
    help: help(
      en: "The organisation, as certificates name it; otherwise the folder’s name.",
      fr: "L’organisation, telle que la nomment les attestations\u{202F}; sinon le nom du dossier.", value: .name))
  var name: String?

  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let around = WorkspaceFolder.parent(of: WorkspaceFolder.absolute(folder))
    if let outer = WorkspaceFolder.nearest(to: around) {
      throw CommandFailure(
        .conflict,
        Wording(
          en: "\(folder) would lie within the workspace \(outer.path), whose documents are all below it",
          fr: "\(folder) serait dans l’espace de travail \(outer.path), qui comprend tout document sous lui"),
        remedies: [
          Wording(
            en: "add documents to it with ‘passerelle new’, or begin elsewhere",
            fr: "y ajouter des documents avec «\u{A0}passerelle new\u{A0}», ou commencer ailleurs")
        ])
    }
    let folderName = WorkspaceFolder.absolute(folder).split(separator: "/").last.map(String.init) ?? "passerelle"
    let name = self.name.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? folderName
    let id = DocumentIdentifier.suggested(for: name) ?? DocumentIdentifier.suggested(for: folderName) ?? "passerelle"
    let starter = StarterWorkspace(
      id: id, name: name.isEmpty ? folderName : name, language: spokenLanguage, today: clock.moment.day)
    let rules = LayoutRules(makeLayoutAid(), languages: Language.allCases.map(\.rawValue))
    var files =
      starter.files.map { file -> NewFolder.File in
        let isDocument = file.path.hasSuffix(".xml") && !file.path.hasSuffix(WorkspaceSurvey.schemaLocations)
        let written = Array(file.text.utf8)
        return NewFolder.File(path: file.path, bytes: isDocument ? rules.laidOut(written) ?? written : written)
      }
    files.append(.init(path: StarterWorkspace.grammar, bytes: publishedGrammar))
    files.append(.init(path: StarterWorkspace.compactGrammar, bytes: Array(makeCompactGrammar().utf8)))
    try NewFolder(path: folder).fill(with: files)
    try report(files.map(\.path).sorted())
  }

  private func report(_ paths: [String]) throws {
    guard printing.format == .text else {
      return try JSONOutput.print(InitRecord(folder: WorkspaceFolder.absolute(folder), files: paths))
    }
    for path in paths { Conversation.print(folder == "." ? path : "\(folder)/\(path)") }
    Conversation.hint(said(en: "Next:", fr: "Ensuite\u{A0}:"))
    if folder != "." { Conversation.hint("  cd \(folder)") }
    for command in ["check", "plan", "new module " + said(en: "my-first-module", fr: "mon-premier-module")] {
      Conversation.hint("  passerelle \(command)")
    }
  }
}

/// What programs read of `init`.
private struct InitRecord: Encodable {
  /// The workspace.
  let folder: String
  /// What was written, from the workspace.
  let files: [String]
}
