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
      "certificate", en: "Issue, export, verify, renew, revoke and list certificates.",
      fr: "Délivrer, exporter, vérifier, renouveler, révoquer et lister des attestations.",
      subcommands: [
        CertificateIssue.self, Export.self, Verify.self, CertificateRenew.self, CertificateRevoke.self,
        CertificateStatusList.self, CertificateList.self,
      ])
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

    @OptionGroup var handed: HandedOverOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let knowledge = try handed.knowledge()
      let now = clock.moment
      let verifications = try files.map { path in
        (path, verifyCertificate(try readDocumentFile(at: path, shownAs: path).bytes, knowing: knowledge, now: now))
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
  }
}
