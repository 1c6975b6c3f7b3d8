import Bilingual
import CompletionLedger
import Crypto
import CurriculumModel
import Diagnostics
import DomainWords
import FoundationEssentials
import ProgrammeModel
import Validators

/// A workspace whose library was found sound, with the ledger beside it.
struct OpenWorkspace {
  /// The folder.
  let folder: WorkspaceFolder
  /// The library.
  let library: Library
  /// How many of a workspace's errors a command shows that only wanted to work with it.
  private static let shownErrors = 3

  /// The path of each module's document, from the workspace.
  private let digests: [Identifier<Module>: String]

  /// Where `--store` says that the ledger is kept.
  private let chosenStore: String?

  /// Opens the workspace, with the ledger where the options say.
  init(_ options: LedgerOptions) throws {
    try self.init(options.workspace, store: options.store)
  }

  /// Opens the workspace, or says what is wrong with its documents.
  init(_ options: WorkspaceOptions, store: String? = nil) throws {
    chosenStore = store
    folder = try WorkspaceFolder.find(options)
    let (files, listing) = try folder.contents()
    let validation = validate(files, scope: .workspace, listing: listing)
    guard let library = validation.makeLibrary() else {
      let report = TextReport(
        sources: validation.sources, language: spokenLanguage, style: .plain, width: TextLayout.width)
      let errors = validation.findings.filter { $0.severity == .error }
      // More would push the failure itself off the screen; check tells all.
      for finding in errors.prefix(Self.shownErrors) { Conversation.say(report.text(of: finding)) }
      let count = Wording { $0.count(errors.count, .errors) }
      throw CommandFailure(
        .notSound,
        Wording(
          en: "the workspace is not sound: \(count.en)", fr: "l’espace de travail n’est pas valide\u{A0}: \(count.fr)"),
        remedies: [
          Wording(
            en: "mend what ‘passerelle check’ finds, then try again",
            fr: "corriger ce que trouve «\u{A0}passerelle check\u{A0}», puis recommencer"),
          Wording(
            en: "read in the meantime what is sound: ‘passerelle preview’",
            fr: "lire entre-temps ce qui est valide\u{A0}: «\u{A0}passerelle preview\u{A0}»"),
        ])
    }
    self.library = library
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    digests = validation.modulePaths.compactMapValues { path in bytes[path].map { sha256($0) } }
  }

  /// The digest of a module's document, as events carry it.
  func digest(of module: Identifier<Module>) -> String {
    digests[module] ?? ""
  }

  /// The ledger that `--store` names, otherwise the programme; created where it is not there and the command writes.
  func ledger(_ opening: Ledger.Opening) throws -> Ledger {
    Ledger(try store(opening))
  }

  /// The ledger; nil where nothing was ever recorded.
  func ledgerIfAny() throws -> Ledger? {
    let address = try storeAddress
    do throws(LedgerFailure) {
      return Ledger(try address.open(.existing))
    } catch {
      guard error.code == .notFound else { throw error }
      return nil
    }
  }

  /// The store of the ledger.
  func store(_ opening: Ledger.Opening) throws -> any RecordStore {
    let address = try storeAddress
    do throws(LedgerFailure) { return try address.open(opening) } catch { throw address.explaining(error) }
  }

  /// Where the ledger is kept.
  var storeAddress: StoreAddress {
    get throws {
      if let chosenStore { return try StoreAddress(chosenStore) { $0 } }
      return try StoreAddress(library.programme.store ?? "sqlite:ledger.sqlite", in: folder.shown)
    }
  }

  /// The languages in which to look for a text, the language of this run first.
  var languages: [LanguageTag] { library.programme.languages(for: LanguageTag(spokenLanguage.rawValue)) }

  /// A phrase in the language of this run, or the one that stands in for it.
  func words(_ text: LocalizedPhrase) -> String {
    text.best(languages)?.content.plainText ?? ""
  }

  /// Blocks of text in the language of this run, or the one that stands in for it.
  func blocks(_ text: LocalizedProse) -> [Block] {
    text.best(languages)?.content ?? []
  }

  /// The characters of blocks of text, one line for each paragraph, point and row.
  func prose(_ text: LocalizedProse) -> String {
    blocks(text).map(\.plainText).joined(separator: "\n")
  }

  /// A module's title.
  func title(_ module: Identifier<Module>) -> String {
    library.modules[module].map { words($0.title) } ?? module.rawValue
  }
}

/// `sha256:` and 64 hexadecimal digits.
func sha256(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef")
  return "sha256:" + String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] })
}
