import ArgumentParser
import Bilingual
import Certificates
import CompletionLedger
import CurriculumModel
import DomainWords
import ProgrammeModel

/// `certificate list`: what was issued, how it stands, and what expires soon.
struct CertificateList: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "list", en: "List issued certificates, and what expires soon.",
      fr: "Lister les attestations délivrées, et ce qui expire bientôt.")
  }

  /// Days before its end from which a certificate is said to expire soon.
  private static let soon = 90

  @Option(
    help: help(
      en: "Only those that expire within so many days.", fr: "Seulement celles qui expirent dans ce nombre de jours.",
      value: .count))
  var expiringWithin: Int?

  @OptionGroup var workspace: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let open = try OpenWorkspace(workspace)
    let ledger = try open.ledger(.existing)
    let now = clock.moment
    let issued = try CertificateOffice(workspace: open, ledger: ledger).issued().filter { issued in
      expiringWithin.map { most in issued.daysLeft(at: now).map { $0 <= most } ?? false } ?? true
    }
    switch printing.format {
    case .json: try JSONOutput.print(issued.map { IssuedRecord($0, at: now) })
    case .text:
      let names = Dictionary(uniqueKeysWithValues: try ledger.people().map { ($0.key, $0.name) })
      for issued in issued {
        let holders = spokenLanguage.list(issued.holders.map { names[$0] ?? "—" })
        let words = "\(issued.award.certificate) – \(holders), \(Self.standing(of: issued, at: now))"
        TextLayout.wrap("\(words) [\(issued.award.credential)]", first: "\(issued.at.day.columns[spokenLanguage])  ")
          .forEach(Conversation.print)
      }
    }
  }

  private static func standing(of issued: IssuedCertificate, at now: Moment) -> String {
    let standing = TokenWords.standing(issued.standing(at: now))[spokenLanguage]
    guard let days = issued.daysLeft(at: now), days <= soon, let end = issued.award.validUntil else { return standing }
    let left = spokenLanguage.count(days, .days)
    return standing
      + said(en: " until \(end.day.words.en) (\(left) left)", fr: " jusqu’au \(end.day.words.fr) (encore \(left))")
  }
}

extension IssuedCertificate {
  /// Whole days until a certificate that stands is no longer valid; nil where it does not stand, or has no end.
  func daysLeft(at now: Moment) -> Int? {
    guard standing(at: now) == .active, let end = award.validUntil else { return nil }
    return Int((end.milliseconds - now.milliseconds) / 86_400_000)
  }
}
