import ArgumentParser
import Bilingual
import CanonicalLayout
import CurriculumModel
import CurriculumReading
import Diagnostics
import DomainWords
import FoundationEssentials
import Glibc
import Markup
import StarterDocuments
import Validators

/// `new module|curriculum|card ID`: a document of which only the parts are there, to be filled in.
struct NewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "new", en: "Begin a document: its parts are there, and check names what to fill in.",
      fr: "Commencer un document\u{A0}: ses parties y sont, et check nomme ce qui reste à écrire.",
      subcommands: [NewModule.self, NewCurriculum.self, NewCard.self])
  }
}

/// `new module ID`.
struct NewModule: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("module", en: "Begin a module.", fr: "Commencer un module.")
  }

  @OptionGroup var document: NewDocumentOptions

  @Option(
    help: help(
      en: "The theme under which it is filed; otherwise the programme’s first.",
      fr: "Le thème où il est rangé\u{202F}; sinon le premier du programme.", value: .theme))
  var theme: String?

  func run() throws {
    try document.begin(.module, in: "modules") { outline in
      let themes = outline.programme.themes.map(\.id.value.rawValue)
      guard let chosen = theme else { return .module(theme: themes.first ?? "") }
      guard themes.contains(chosen) else {
        throw unknownTheme(chosen, among: themes)
      }
      return .module(theme: chosen)
    }
  }

  /// No such theme; the programme has few, so that all are named where none is near.
  private func unknownTheme(_ chosen: String, among themes: [String]) -> CommandFailure {
    let failure = unknown(Wording(en: "theme", fr: "de thème"), chosen, among: themes)
    guard nearest(to: chosen, among: themes).isEmpty, !themes.isEmpty else { return failure }
    let listed = Wording { language in themes.map(language.quote).joined(separator: ", ") }
    return CommandFailure(
      failure.status, failure.summary,
      remedies: [
        Wording(
          en: "programme.xml has \(listed.en); another theme is added there",
          fr: "programme.xml a \(listed.fr)\u{202F}; un autre thème s’y ajoute")
      ])
  }
}

/// `new curriculum ID`.
struct NewCurriculum: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("curriculum", en: "Begin a curriculum.", fr: "Commencer un parcours.")
  }

  @OptionGroup var document: NewDocumentOptions

  func run() throws {
    try document.begin(.curriculum, in: "curricula") { _ in .curriculum }
  }
}

/// `new card ID`.
struct NewCard: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("card", en: "Begin a card.", fr: "Commencer une fiche.")
  }

  @OptionGroup var document: NewDocumentOptions

  func run() throws {
    try document.begin(.card, in: "cards") { _ in .card }
  }
}

/// What every new document is given.
struct NewDocumentOptions: ParsableArguments {
  @Argument(
    help: help(
      en: "Its identifier: lower-case letters, digits, hyphens and dots.",
      fr: "Son identifiant\u{A0}: minuscules sans accent, chiffres, traits d’union et points.", value: .id))
  var id: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  /// Writes a document that begins, and says how many gaps it has.
  func begin(
    _ kind: DocumentKind, in folder: String, _ skeleton: (WorkspaceOutline) throws -> DocumentSkeleton.Kind
  ) throws {
    let outline = try WorkspaceOutline(workspace)
    let known = outline.identifiers(of: kind)
    try DocumentIdentifier.required(id, among: known.map(\.id))
    if let other = known.first(where: { $0.id == id }) { throw exists(outline.folder.shown(other.path)) }
    if let near = known.first(where: { $0.id.lowercased() == id }) {
      throw CommandFailure(
        .conflict,
        Wording(
          en: "\(Language.en.quote(id)) differs from \(Language.en.quote(near.id)) by case alone",
          fr: "\(Language.fr.quote(id)) ne diffère de \(Language.fr.quote(near.id)) que par la casse"),
        remedies: [didYouMean([near.id])])
    }
    let path = "\(folder)/\(id).xml"
    let made = DocumentSkeleton(
      try skeleton(outline), id: id, languages: outline.languages, holder: outline.holder,
      grammar: outline.grammar(from: folder), remarks: Language(rawValue: outline.languages[0]) ?? spokenLanguage,
      today: clock.moment.day)
    let rules = LayoutRules(makeLayoutAid(), languages: outline.programme.allLanguages.map(\.rawValue))
    let written = Array(made.text.utf8)
    try write(rules.laidOut(written) ?? written, to: path, of: outline.folder)
    try report(outline.folder, path)
  }

  private func exists(_ path: String) -> CommandFailure {
    CommandFailure(
      .conflict,
      Wording(
        en: "\(Language.en.quote(id)) exists already: \(path)",
        fr: "\(Language.fr.quote(id)) existe déjà\u{A0}: \(path)"),
      remedies: [Wording(en: "choose another identifier", fr: "choisir un autre identifiant")])
  }

  /// Writes a file that must not be there yet, as a whole or not at all.
  private func write(_ bytes: [UInt8], to path: String, of folder: WorkspaceFolder) throws {
    let target = folder.path + "/" + path
    do {
      try FileManager.default.createDirectory(
        atPath: WorkspaceFolder.parent(of: target), withIntermediateDirectories: true)
    } catch {
      let (shown, place) = (folder.shown(path), WorkspaceFolder.parent(of: folder.shown(path)))
      throw CommandFailure(
        .cannotCreate,
        Wording(
          en: "\(shown) cannot be created: \(place) is no folder, or takes no files",
          fr: "\(shown) ne peut être créé\u{A0}: \(place) n’est pas un dossier, ou ne prend pas de fichier"))
    }
    let stage = "\(WorkspaceFolder.parent(of: target))/.\(id).\(getpid())"
    try writeAtomically(bytes, to: stage)
    defer { unlink(stage) }
    guard link(stage, target) == 0 else {
      let shown = folder.shown(path)
      throw errno == EEXIST
        ? exists(shown)
        : CommandFailure(
          .cannotCreate, Wording(en: "\(shown) cannot be created", fr: "\(shown) ne peut être créé"))
    }
  }

  private func report(_ folder: WorkspaceFolder, _ path: String) throws {
    let shown = folder.shown(path)
    let (files, listing) = try folder.contents()
    let validation = Validators.validate(files, scope: .workspace, today: clock.moment.day, listing: listing)
    let gaps = validation.findings.count { validation.sources[$0.span.source].path == shown }
    guard printing.format == .text else { return try JSONOutput.print(NewDocumentRecord(file: shown, gaps: gaps)) }
    Conversation.print(shown)
    let count = spokenLanguage.count(gaps, .gaps)
    Conversation.hint(
      said(
        en: "\(count) to fill in; ‘passerelle check \(shown)’ names each",
        fr: "\(count) à remplir\u{202F}; «\u{A0}passerelle check \(shown)\u{A0}» les nomme"))
  }
}

/// What programs read of `new`.
private struct NewDocumentRecord: Encodable {
  /// The document.
  let file: String
  /// How many findings it has to begin with.
  let gaps: Int
}
