import ArgumentParser
import Bilingual
import Certificates
import CompletionLedger
import DomainWords
import TaggedPages

extension CertificateCommand {
  /// `certificate export ISSUED`, `certificate export --all --output DIR`.
  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "export", en: "Write issued certificates as PDF, JSON, JWT, SVG or PNG.",
        fr: "Écrire des attestations délivrées en PDF, JSON, JWT, SVG ou PNG.")
    }

    @Argument(
      help: help(
        en: "The issued certificate’s identifier, or its beginning.",
        fr: "L’identifiant de l’attestation délivrée, ou son début.", value: .id))
    var issued: String?

    @Flag(
      help: help(
        en: "Every certificate in force, into the folder that --output names.",
        fr: "Toutes les attestations en cours de validité, dans le dossier que nomme --output."))
    var all = false

    @Option(help: help(en: "What to write.", fr: "Ce qu’il faut écrire.", value: .form))
    var format: ExportForm = .pdf

    @Option(help: help(en: "The sheet of a page.", fr: "La feuille d’une page.", value: .sheet))
    var paper: PageFormat = .a4

    @OptionGroup var product: OutputOptions
    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var progress: ProgressOption

    func run() throws {
      let open = try OpenWorkspace(workspace)
      let office = CertificateOffice(workspace: open, ledger: try open.ledger(.existing))
      switch (issued, all, product.output) {
      case (nil, true, let folder?): try exportAll(office, to: folder)
      case (let id?, false, _): try export(id, office)
      case (nil, false, _), (_?, true, _):
        throw CommandFailure(
          .usage,
          Wording(
            en: "name one issued certificate, or write --all",
            fr: "nommer une attestation délivrée, ou écrire --all"),
          remedies: [
            Wording(en: "see ‘passerelle certificate list’", fr: "voir «\u{A0}passerelle certificate list\u{A0}»")
          ])
      case (nil, true, nil):
        throw CommandFailure(
          .usage,
          Wording(en: "--all needs a folder to write to", fr: "--all demande un dossier où écrire"),
          remedies: [Wording(en: "name one with --output", fr: "en nommer un avec --output")])
      }
    }

    private func export(_ id: String, _ office: CertificateOffice) throws {
      let sheet = try office.sheet(of: try office.credential(id), try office.design())
      let bytes = try sheet.file(format, on: paper)
      if product.output == nil, !format.isText, Conversation.outputIsTerminal {
        let name = format.rawValue.uppercased()
        throw CommandFailure(
          .usage, Wording(en: "a \(name) is not for a terminal", fr: "un \(name) n’est pas fait pour un terminal"),
          remedies: [Wording(en: "name a file with --output", fr: "nommer un fichier avec --output")])
      }
      try product.write(bytes)
    }

    private func exportAll(_ office: CertificateOffice, to folder: String) throws {
      let cohort = CohortExport(office: office, form: format, paper: paper, folder: folder, progress: progress)
      let count = try cohort.run(at: clock.moment)
      let certificates = spokenLanguage.count(count, .certificates)
      Conversation.print(
        said(en: "\(certificates) written to \(folder)", fr: "\(certificates) dans \(folder)"))
    }
  }
}

extension ExportForm: ExpressibleByArgument {}
extension PageFormat: ExpressibleByArgument {}
