import Bilingual
import CompletionLedger
import PostgreSQLRecords
import SQLiteRecords

/// Where a ledger is kept, as `programme.xml` and `--store` write it.
enum StoreAddress {
  /// An SQLite file at this path.
  case file(String)
  /// A PostgreSQL database at this address.
  case server(String)

  /// The address that a text writes; paths are taken from a folder.
  init(_ text: String, in folder: (String) -> String) throws {
    if PostgreSQLStore.isAddress(text) {
      self = .server(text)
    } else if text.hasPrefix("sqlite:"), text.utf8.count > "sqlite:".utf8.count {
      let name = String(text.dropFirst("sqlite:".count))
      self = .file(name.hasPrefix("/") ? name : folder(name))
    } else {
      throw CommandFailure(
        .notSound,
        Wording(en: "the store \(text) is not supported", fr: "l’emplacement \(text) n’est pas pris en charge"),
        remedies: [
          Wording(
            en: "write sqlite:FILE or postgresql://USER@HOST/DATABASE, in programme.xml or with --store",
            fr: "écrire sqlite:FICHIER ou postgresql://COMPTE@HÔTE/BASE, dans programme.xml ou avec --store")
        ])
    }
  }

  /// The store.
  func open(_ opening: Ledger.Opening) throws(LedgerFailure) -> any RecordStore {
    switch self {
    case .file(let path): try SQLiteStore(path: path, opening)
    case .server(let url): try PostgreSQLStore(url: url, opening)
    }
  }

  /// Says that nothing is recorded yet, in the place of a failure that means this.
  func explaining(_ failure: LedgerFailure) -> any Error {
    guard failure.code == .notFound else { return failure }
    let place = failure.path ?? ""
    let isFile = if case .file = self { true } else { false }
    return CommandFailure(
      .noInput,
      isFile
        ? Wording(
          en: "nothing is recorded yet: there is no \(place)",
          fr: "rien n’est encore consigné\u{A0}: il n’y a pas de \(place)")
        : Wording(
          en: "nothing is recorded yet: \(place) holds no ledger",
          fr: "rien n’est encore consigné\u{A0}: il n’y a pas de registre dans \(place)"),
      remedies: [
        Wording(
          en: "begin with ‘passerelle person add’ and ‘passerelle pair add’",
          fr: "commencer par «\u{A0}passerelle person add\u{A0}» et «\u{A0}passerelle pair add\u{A0}»")
      ])
  }
}
