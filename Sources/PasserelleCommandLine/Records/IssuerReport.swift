import Bilingual
import Certificates
import ProgrammeModel
import Stationery

/// What everybody may know of an issuer, as it is shown.
struct IssuerReport {
  /// A public key.
  private struct KeyRecord: Encodable {
    let did: String
    let since: String
    @OrNull var until: String?
  }

  /// The members of `issuer show --format json`.
  private struct Record: Encodable {
    @OrNull var name: String?
    let issuers: [String]
    let statusList: String
    let keys: [KeyRecord]
  }

  private let office: IssuerOffice

  init(_ office: IssuerOffice) {
    self.office = office
  }

  /// That no key was made yet.
  static let noKeys = CommandFailure(
    .noInput, Wording(en: "there are no issuer’s keys yet", fr: "il n’y a pas encore de clés d’émetteur"),
    remedies: [Wording(same: "passerelle issuer init")])

  /// Prints it.
  func print(_ format: OutputFormat) throws {
    guard let record = try office.record() else { throw Self.noKeys }
    let statusList = try office.statusListID()
    switch format {
    case .json:
      try JSONOutput.print(
        Record(
          name: record.name?.text, issuers: record.dids.map(\.text), statusList: statusList,
          keys: record.keys.map { KeyRecord(did: $0.did.text, since: $0.since.iso, until: $0.until?.iso) }))
    case .text: Conversation.print(text(record, statusList))
    }
  }

  private func text(_ record: IssuerRecord, _ statusList: String) -> String {
    var lines: [String] = []
    if let name = record.name { lines.append(said(en: "Name: \(name)", fr: "Nom\u{A0}: \(name)")) }
    lines.append(said(en: "Keys:", fr: "Clés\u{A0}:"))
    for key in record.keys {
      let since = key.since.day.words
      let time =
        key.until.map { end in
          said(
            en: "signed from \(since.en) to \(end.day.words.en), kept for verifying",
            fr: "a signé du \(since.fr) au \(end.day.words.fr), gardée pour vérifier")
        } ?? said(en: "signs since \(since.en)", fr: "signe depuis le \(since.fr)")
      lines += ["  \(key.did)", "    \(time)"]
    }
    lines.append(said(en: "Status list:", fr: "Liste d’état\u{A0}:"))
    lines.append("  \(statusList)")
    lines.append(
      said(
        en: "Line for a verifier’s trust list:", fr: "Ligne pour la liste de confiance d’un vérificateur\u{A0}:"))
    lines.append("  " + record.dids.map(\.text).joined(separator: " "))
    return lines.joined(separator: "\n")
  }
}
