import ArgumentParser
import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import FoundationEssentials
import ProgrammeModel
import Validators

/// `certificate`: what was earned, as documents that anybody can verify.
struct CertificateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "certificate", en: "Issue, export, verify and list certificates.",
      fr: "Délivrer, exporter, vérifier et lister des attestations.",
      subcommands: [Issue.self, Export.self, Verify.self, List.self])
  }

  /// `certificate issue PAIR CERTIFICATE`.
  struct Issue: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "issue", en: "Issue a certificate that a pair has earned.",
        fr: "Délivrer une attestation qu’un binôme a méritée.")
    }

    @Argument(help: help(en: "The pair.", fr: "Le binôme.", value: .pair))
    var pair: String

    @Argument(help: help(en: "The certificate.", fr: "L’attestation.", value: .certificate))
    var certificate: String

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let open = try OpenWorkspace(workspace)
      let ledger = try open.ledger(.existing)
      let office = CertificateOffice(workspace: open, ledger: ledger)
      let credential = try office.issue(
        certificate, to: try ledger.knownPair(pair), at: clock.moment,
        by: IssuerOffice(workspace: open, passphrase: passphrase))
      let issuers = try office.issuers(of: credential).map(\.text)
      switch printing.format {
      case .json:
        try JSONOutput.print(CertificateIssueRecord(credential, issuers: issuers))
      case .text:
        Conversation.print(
          said(
            en: "Issued as \(credential.id)\nIssuer: \(issuers.joined(separator: "\n        "))",
            fr: "Délivrée sous \(credential.id)\nÉmetteur\u{A0}: \(issuers.joined(separator: "\n           "))"))
      }
    }
  }

  /// `certificate verify FILE…`.
  struct Verify: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "verify", en: "Say whether certificates are true, offline.",
        fr: "Dire si des attestations sont vraies, hors ligne.")
    }

    @Argument(help: help(en: "The files.", fr: "Les fichiers.", value: .file))
    var files: [String]

    @Option(
      help: help(
        en: "An issuer to trust (did:key:…), or a file of them; may be repeated.",
        fr: "Un émetteur de confiance (did:key:…), ou un fichier qui en liste\u{202F}; peut être répété.",
        value: .issuer))
    var trust: [String] = []

    @OptionGroup var clock: ClockOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let trust = TrustList(uniting: try trust.map(Self.trustList))
      let now = clock.moment
      let verifications = try files.map { path in
        (path, verifyCertificate(try Self.contents(of: path), trusting: trust, now: now))
      }
      switch printing.format {
      case .json:
        let records = verifications.map { VerificationRecord(file: $0.0, $0.1) }
        if records.count == 1, let only = records.first {
          try JSONOutput.print(only)
        } else {
          try JSONOutput.print(records)
        }
      case .text:
        Conversation.print(
          verifications.map { VerificationText(file: $0.0, verification: $0.1).text }.joined(separator: "\n\n"))
      }
      if verifications.contains(where: { $0.1.verdict != .valid }) {
        throw ExitCode(CommandFailure.Status.notSound.rawValue)
      }
    }

    private static func trustList(_ name: String) throws -> TrustList {
      let text: String
      if name.hasPrefix("did:") {
        text = name
      } else {
        text = String(decoding: try contents(of: name), as: UTF8.self)
      }
      do {
        return try TrustList(parsing: text)
      } catch {
        throw CommandFailure(
          .usage, Wording(en: "\(name) names no issuer to trust", fr: "\(name) ne nomme aucun émetteur de confiance"),
          remedies: error.messages)
      }
    }

    /// The bytes of a file; of a very large one only as many as tell that it is too large.
    private static func contents(of path: String) throws -> [UInt8] {
      try readDocumentFile(at: path, shownAs: path).bytes
    }
  }

  /// `certificate list`.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      about("list", en: "List issued certificates.", fr: "Lister les attestations délivrées.")
    }

    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let open = try OpenWorkspace(workspace)
      let ledger = try open.ledger(.existing)
      let names = Dictionary(uniqueKeysWithValues: try ledger.people().map { ($0.key, $0.name) })
      let issued = try CertificateOffice(workspace: open, ledger: ledger).issued()
      let now = clock.moment
      switch printing.format {
      case .json:
        try JSONOutput.print(issued.map { IssuedRecord($0, at: now) })
      case .text:
        for issued in issued {
          let holders = spokenLanguage.list(issued.holders.map { names[$0] ?? "—" })
          let (award, status) = (issued.award, issued.standing(at: now))
          TextLayout.wrap(
            "\(award.certificate) – \(holders), \(TokenWords.standing(status)) [\(award.credential)]",
            first: "\(issued.at.day.iso)  "
          ).forEach(Conversation.print)
        }
      }
    }
  }
}
