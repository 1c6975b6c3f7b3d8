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
      en: "The language of every word and date: en or fr.", fr: "Langue des mots et des dates\u{A0}: en ou fr."))
  var lang: Language = spokenLanguage

  @OptionGroup var clock: ClockOptions

  @Option(
    help: help(
      en: "The curricula to show; the shipped ones otherwise.",
      fr: "Les parcours à montrer\u{202F}; ceux fournis sinon."))
  var curricula: String?

  func run() throws {
    let source = try curricula ?? shippedCurricula()
    let folder = FileManager.default.temporaryDirectory.path + "/passerelle-demo-" + UUID().uuidString.prefix(8)
    try copy(source, to: folder)
    guard FileManager.default.changeCurrentDirectoryPath(folder) else {
      throw CommandFailure(.inputOutput, Wording(same: folder))
    }
    try DemoScript(now: clock.moment).play()
    Conversation.print("")
    Conversation.print(
      said(
        en: "The workspace of this demonstration: \(folder)",
        fr: "L’espace de travail de cette démonstration\u{A0}: \(folder)"))
  }

  private func copy(_ source: String, to folder: String) throws {
    let workspace = WorkspaceFolder(path: source)
    for path in try workspace.documentPaths() {
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
