import ArgumentParser
import Bilingual
import CurriculumModel

/// `show ID`: a module, card, curriculum, certificate or competence as a person reads it.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "show", en: "Show a module, card, curriculum, certificate or competence as a person reads it.",
      fr: "Montrer un module, une fiche, un parcours, une attestation ou une compétence comme on les lit.")
  }

  @Argument(
    help: help(
      en: "Its id; a competence as FRAMEWORK:CODE, such as digcomp-3.0:2.5.",
      fr: "Son identifiant\u{202F}; une compétence sous la forme RÉFÉRENTIEL:CODE, par exemple digcomp-3.0:2.5.",
      value: .id))
  var id: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let library = open.library
    if let module = library.modules[Identifier(id)] {
      try print(ModulePage(workspace: open, module: module).text, ModuleRecord(module, in: open))
    } else if let card = library.cards[Identifier(id)] {
      let page = CardPage(workspace: open, card: card)
      try print(page.text, page.record)
    } else if let curriculum = library.curricula[Identifier(id)] {
      let page = CurriculumPage(workspace: open, curriculum: curriculum)
      try print(page.text, page.record)
    } else if let (certificate, curriculum) = library.certificate(Identifier(id)) {
      let page = CertificateText(workspace: open, curriculum: curriculum, certificate: certificate)
      try print(page.lines.joined(separator: "\n"), page.record)
    } else if id.contains(":") {
      try show(try open.competence(id).competence, in: open)
    } else if let framework = library.frameworks[Identifier(id)] {
      let report = CoverageReport(workspace: open, coverage: library.coverage(of: framework))
      try print(report.text, report.record)
    } else {
      throw unknown(
        Wording(en: "module, card, curriculum or certificate", fr: "de module, de fiche, de parcours ni d’attestation"),
        id, among: known(in: library),
        called: open.moduleTitles + open.curriculumTitles + open.certificateTitles
          + library.cards.values.flatMap { Titled.all($0.id.rawValue, $0.title) })
    }
  }

  private func show(_ reference: CompetenceReference, in open: OpenWorkspace) throws {
    let report = CoverageReport(
      workspace: open, coverage: open.library.coverage(of: try open.framework("\(reference.framework)")))
    guard let line = report.coverage.lines.first(where: { $0.competence.code == reference.code }) else { return }
    let page = CompetencePage(workspace: open, framework: report.coverage.framework, line: line)
    try print(page.text, report.record(of: line))
  }

  private func print(_ text: String, _ record: some Encodable) throws {
    switch printing.format {
    case .json: try JSONOutput.print(record)
    case .text: Conversation.print(text)
    }
  }

  private func known(in library: Library) -> [String] {
    library.modules.keys.map(\.rawValue) + library.cards.keys.map(\.rawValue) + library.curricula.keys.map(\.rawValue)
      + library.frameworks.keys.map(\.rawValue)
      + library.curricula.values.flatMap { $0.certificates.map(\.id.rawValue) }
  }
}
