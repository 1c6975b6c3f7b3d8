import ArgumentParser
import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import DomainWords
import ProgrammeModel

/// `certificate issue PAIR CERTIFICATE`, or `certificate issue --all` for everybody who has earned one.
struct CertificateIssue: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "issue", en: "Issue a certificate that a pair has earned, or all that were earned.",
      fr: "Délivrer une attestation qu’un binôme a méritée, ou toutes celles qui le sont.")
  }

  @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
  var pair: String?

  @Argument(help: help(en: "The certificate.", fr: "L’attestation.", value: .certificate))
  var certificate: String?

  @Flag(
    help: help(
      en: "Issue every certificate that any pair has earned.",
      fr: "Délivrer toutes les attestations que les binômes ont méritées."))
  var all = false

  @Option(
    help: help(
      en: "With --all: only pairs on this curriculum.", fr: "Avec --all\u{A0}: seulement les binômes de ce parcours.",
      value: .curriculum))
  var curriculum: String?

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var progress: ProgressOption
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    try refuseWhatDoesNotGoTogether()
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let office = CertificateOffice(workspace: open, ledger: ledger)
    var issuing = try CertificateIssuing(
      office, by: IssuerOffice(workspace: open, passphrase: passphrase), at: clock.moment)
    if let pair, let certificate {
      let claim = try office.claim(certificate, of: try ledger.knownPair(pair), at: clock.moment)
      try report(try issuing.issue(claim), claim, office)
    } else {
      try issueAll(&issuing)
    }
  }

  private func refuseWhatDoesNotGoTogether() throws {
    guard all ? pair == nil : pair != nil && certificate != nil && curriculum == nil else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "name a pair and a certificate, or ask for --all",
          fr: "nommer un binôme et une attestation, ou demander --all"))
    }
  }

  private func report(
    _ outcome: CertificateIssuing.Outcome, _ claim: CertificateClaim, _ office: CertificateOffice
  ) throws {
    switch outcome {
    case .issued(let credential): try CertificateReport(printing.format, office).print(credential)
    case .standing(let standing):
      if printing.format == .json, let credential = try office.ledger.credential(standing.award.credential) {
        try CertificateReport(printing.format, office).print(credential)
      }
      throw CommandFailure.issuedAlready(standing, claim)
    case .lacking(let lacking): throw CommandFailure.notEarned(claim, lacking)
    }
  }

  private func issueAll(_ issuing: inout CertificateIssuing) throws {
    let office = issuing.office
    let open = office.workspace
    let wanted = try curriculum.map { try open.curriculum($0).id }
    let pairs = try office.ledger.pairs().filter { pair in wanted.map { $0 == pair.curriculum } ?? true }
    var records: [CohortRecord] = []
    var line = ProgressLine(progress)
    for (number, pair) in pairs.enumerated() {
      line.show(number, of: pairs.count, spokenLanguage.count(pairs.count, .pairs))
      guard let curriculum = open.library.curricula[pair.curriculum] else { continue }
      for certificate in curriculum.certificates.map(\.id.rawValue) {
        guard self.certificate.map({ $0 == certificate }) ?? true else { continue }
        let claim = try office.claim(certificate, of: pair, at: clock.moment)
        records.append(CohortRecord(claim, try issuing.issue(claim)))
      }
    }
    line.clear()
    switch printing.format {
    case .json: try JSONOutput.print(records)
    case .text: Conversation.print(CohortRecord.text(of: records))
    }
  }
}
