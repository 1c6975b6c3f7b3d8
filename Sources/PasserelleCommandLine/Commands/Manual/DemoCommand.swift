import ArgumentParser
import Bilingual
import FoundationEssentials

/// `demo`: the whole way on the shipped curricula, in a temporary workspace.
struct DemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "demo", en: "Show the whole way, from XML to a verified certificate.",
      fr: "Montrer tout le chemin, du XML à l’attestation vérifiée.")
  }

  @Option(
    help: help(
      en: "The language of every word and date.", fr: "Langue des mots et des dates.", value: .language))
  var lang: Language = spokenLanguage

  @OptionGroup var clock: ClockOptions

  @Option(
    help: help(
      en: "The curricula to show; the shipped ones otherwise.",
      fr: "Les parcours à montrer\u{202F}; ceux fournis sinon.", value: .folder))
  var curricula: String?

  func run() throws {
    let source = try curricula ?? shippedCurricula()
    guard WorkspaceFolder.at(source) != nil else {
      throw CommandFailure(
        .noInput,
        Wording(
          en: "\(source) is no workspace: it has no programme.xml",
          fr: "\(source) n’est pas un espace de travail\u{A0}: il n’a pas de programme.xml"))
    }
    let folder = FileManager.default.temporaryDirectory.path + "/passerelle-demo-" + UUID().uuidString.prefix(8)
    try copy(source, to: folder)
    guard FileManager.default.changeCurrentDirectoryPath(folder) else {
      throw CommandFailure(
        .inputOutput, Wording(en: "the folder \(folder) cannot be entered", fr: "le dossier \(folder) est inaccessible")
      )
    }
    try DemoScript(clock: clock).play()
    Conversation.print("")
    Conversation.print(
      said(
        en: "The workspace of this demonstration:\n  \(folder)",
        fr: "L’espace de travail de cette démonstration\u{A0}:\n  \(folder)"))
  }

  private func copy(_ source: String, to folder: String) throws {
    // House rules and logos belong to a workspace too.
    let documents = try WorkspaceFolder(path: source).documentPaths()
    let others = ((try? FileManager.default.subpathsOfDirectory(atPath: source)) ?? [])
      .filter { path in [".sch", ".png"].contains { path.hasSuffix($0) } }
    for path in documents + others {
      let target = folder + "/" + path
      do {
        try FileManager.default.createDirectory(
          atPath: WorkspaceFolder.parent(of: target), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: source + "/" + path, toPath: target)
      } catch {
        throw CommandFailure(
          .cannotCreate, Wording(en: "\(target) cannot be created", fr: "\(target) ne peut être créé"))
      }
    }
  }

  /// The `Curricula` of the checkout or the installation that the program belongs to.
  private func shippedCurricula() throws -> String {
    var folder = WorkspaceFolder.parent(of: WorkspaceFolder.absolute("/proc/self/exe"))
    while folder != "/" {
      for candidate in [folder + "/Curricula", folder + "/share/passerelle/Curricula"]
      where FileManager.default.fileExists(atPath: candidate + "/programme.xml") {
        return candidate
      }
      folder = WorkspaceFolder.parent(of: folder)
    }
    throw CommandFailure(
      .noInput,
      Wording(
        en: "the shipped curricula are not beside the program",
        fr: "les parcours fournis ne sont pas à côté du programme"),
      remedies: [Wording(en: "name them with --curricula DIR", fr: "les nommer avec --curricula DOSSIER")])
  }
}
