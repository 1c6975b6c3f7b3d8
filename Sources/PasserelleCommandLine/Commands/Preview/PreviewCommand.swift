import ArgumentParser
import Bilingual
import CurriculumModel
import Diagnostics
import DomainWords
import FoundationEssentials
import LibraryPages
import PathPlanning
import Validators

/// `preview`: the library as web pages, on this machine alone or as a folder of files.
struct PreviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "preview", en: "Show the library as web pages that follow each save, or write them into a folder.",
      fr: "Montrer la bibliothèque en pages web qui suivent chaque enregistrement, ou les écrire dans un dossier.")
  }

  @Option(
    help: help(
      en: "Write the pages into this folder, new or written by an earlier run, and show nothing.",
      fr: "Écrire les pages dans ce dossier, nouveau ou déjà écrit ainsi, sans rien montrer.", value: .folder))
  var output: String?

  @Option(
    help: help(
      en: "The port on this machine; 0 for any that is free.",
      fr: "Le port sur cette machine\u{202F}; 0 pour n’importe quel port libre.", value: .number))
  var port: Int?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var clock: ClockOptions

  @Option(
    help: help(
      en: "The language of what the command says; the pages are in both.",
      fr: "Langue de ce que dit la commande\u{202F}; les pages sont dans les deux.", value: .language))
  var lang: Language = spokenLanguage

  private static let usualPort = 8600

  func validate() throws {
    if output != nil, port != nil {
      throw ValidationError(
        said(en: "--output shows nothing: leave --port out", fr: "--output ne montre rien\u{A0}: ne pas donner --port"))
    }
    if let port, !(0...65_535).contains(port) {
      throw ValidationError(
        said(
          en: "--port is a whole number from 0 to 65535", fr: "--port est un nombre entier de 0 à 65535"))
    }
  }

  func run() throws {
    let request = try CheckRequest(paths: [], workspace: workspace)
    if let output { return try write(request, to: SiteFolder(path: output)) }
    var preview = try LivePreview(request, today: clock.moment.day)
    try preview.run(port: port ?? Self.usualPort)
  }

  /// Writes the pages; a library that is not sound has pages all the same, and the status of a check.
  private func write(_ request: CheckRequest, to folder: SiteFolder) throws {
    try folder.refuseOthers()
    let files = request.files()
    let validation = Validators.validate(files, scope: .workspace, today: clock.moment.day, listing: request.listing)
    let part = LastSound(validation, of: files, today: clock.moment.day, listing: request.listing).part
    let published = try PublishedLibrary(
      part, WorkspaceCheck(validation.audited, request), request, day: clock.moment.day)
    let site = LibrarySite(published, reading: .published, plan: PlanForPages.plan)
    let paths = site.paths
    let pages = concurrentMap(paths) { (path: String) in site.file(at: path) ?? [] }
    let bytes = Dictionary(zip(paths, pages), uniquingKeysWith: { first, _ in first })
    try folder.write(paths) { bytes[$0] }
    let count = spokenLanguage.count(paths.count, Self.pageFiles)
    Conversation.say(
      said(
        en: "\(count) written to \(folder.path); open \(folder.path)/index.html",
        fr: "\(count) dans \(folder.path)\u{202F}; ouvrir \(folder.path)/index.html"))
    guard published.findings.contains(where: { $0.finding.severity == .error }) else { return }
    throw CommandFailure(
      .notSound,
      Wording(
        en: "the workspace is not sound: the page of a document with an error shows what is wrong with it",
        fr: "l’espace de travail n’est pas valide\u{A0}: la page d’un document qui a une erreur dit ce qui ne va pas"),
      remedies: [
        Wording(
          en: "see \(folder.path)/en/findings.html, or run ‘passerelle check’",
          fr: "voir \(folder.path)/fr/findings.html, ou lancer «\u{A0}passerelle check\u{A0}»")
      ])
  }

  private static let pageFiles = CountableNoun(
    one: Wording(en: "file", fr: "fichier écrit"), many: Wording(en: "files", fr: "fichiers écrits"))
}

/// How pages plan: as `plan` does, for a few seconds at most.
enum PlanForPages {
  private static let longest = Duration.seconds(5)

  /// The shortest plan, or the best that was found in time.
  @Sendable static func plan(_ problem: PlanningProblem) -> Plan {
    let watch = ContinuousClock()
    let deadline = watch.now + longest
    return problem.shortestPlan { watch.now >= deadline }
  }
}

extension PublishedLibrary {
  /// What pages are made of: the sound part of a workspace, and what a check of all of it found.
  init(_ part: SoundPart, _ check: WorkspaceCheck, _ request: CheckRequest, day: CalendarDay) throws {
    let findings = check.verdict.severities.applied(
      to: (check.verdict.findings + check.house.findings).inReadingOrder())
    var documents: [Subject: String] = [:]
    for (id, path) in part.modulePaths { documents[.module(id)] = request.portable(path) }
    for (id, path) in part.cardPaths { documents[.card(id)] = request.portable(path) }
    for (id, path) in part.curriculumPaths { documents[.curriculum(id)] = request.portable(path) }
    let leftOut = part.leftOut.map { document in
      LeftOutDocument(path: request.portable(document.path), subject: document.name.map(Subject.init))
    }
    self.init(
      library: part.library, documents: documents, leftOut: leftOut,
      findings: findings.map { FoundInDocument($0, in: check.house.sources, path: request.portable) }, day: day)
  }
}

extension PublishedLibrary.Subject {
  /// What a document is about, by its name.
  fileprivate init(_ name: DocumentName) {
    switch name {
    case .module(let id): self = .module(id)
    case .card(let id): self = .card(id)
    case .curriculum(let id): self = .curriculum(id)
    }
  }
}
