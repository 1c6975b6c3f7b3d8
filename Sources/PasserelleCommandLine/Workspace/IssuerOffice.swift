import Bilingual
import Certificates
import CurriculumModel
import FoundationEssentials
import Glibc
import ProgrammeModel
import Validators

/// The keys with which a workspace's programme signs, and what everybody may know of them.
struct IssuerOffice {
  let workspace: OpenWorkspace
  let passphrase: PassphraseOptions

  /// Where the private keys are kept.
  var file: IssuerKeyFile { IssuerKeyFile(path: folder + "/issuer.pem") }

  /// Where the public keys are kept.
  var recordPath: String { folder + "/issuer.json" }

  private var folder: String { workspace.folder.shown("keys") }

  /// The public record, or nil where no key was made yet.
  func record() throws -> IssuerRecord? {
    guard FileManager.default.fileExists(atPath: recordPath) else { return nil }
    let bytes = try readDocumentFile(at: recordPath, shownAs: recordPath).bytes
    if let record = IssuerRecord(bytes) { return record }
    throw CommandFailure(
      .notSound,
      Wording(
        en: "\(recordPath) is no record of an issuer’s public keys; restore it from a backup",
        fr: "\(recordPath) n’est pas un registre de clés publiques d’émetteur\u{A0}; le restaurer d’une sauvegarde"))
  }

  /// Who signs: the keys on disk, made at the first issue where there are none.
  func signer(at now: Moment) throws -> SigningIssuer {
    let secret = try passphrase.given()
    let keys: IssuerKeys
    do throws(IssuerKeyFileError) {
      keys = try load(secret)
    } catch {
      guard error.code == .missing, try record() == nil else { throw failure(error) }
      let made = try make(
        IssuerRecord(name: nil, statusList: nil, keys: []), rsa: false, under: secret, at: now)
      Conversation.note(
        said(
          en: "made the issuer’s keys in \(file.path); keep a backup, and give them to nobody",
          fr: "clés de l’émetteur créées dans \(file.path)\u{202F}; en garder une copie, ne les donner à personne"))
      return SigningIssuer(made)
    }
    guard let record = try record(), record.isOf(keys) else {
      throw CommandFailure(
        .notSound,
        Wording(
          en: "\(recordPath) does not list the keys in \(file.path); restore both from the same backup",
          fr: "\(recordPath) ne liste pas les clés de \(file.path)\u{A0}; restaurer les deux de la même sauvegarde"))
    }
    return SigningIssuer(keys, under: record.name)
  }

  /// The private keys on disk, under a passphrase that is known; it is asked for where they are under one that is not.
  private func load(_ known: [UInt8]?) throws(IssuerKeyFileError) -> IssuerKeys {
    try file.load { () throws(IssuerKeyFileError) in known ?? PassphraseOptions.asked() }
  }

  /// Refuses to make keys where there are some, before anybody is asked for a passphrase.
  func refuseToReplace() throws {
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    throw failure(.existing(file.path))
  }

  /// Makes keys and writes them, under a passphrase where there is one, with their public record.
  @discardableResult
  func make(
    _ outline: IssuerRecord, rsa: Bool, under secret: [UInt8]?, at now: Moment
  ) throws -> IssuerKeys {
    try makeFolder()
    let keys = try Self.newKeys(rsa: rsa)
    do throws(IssuerKeyFileError) { try file.create(keys, under: secret) } catch { throw failure(error) }
    try write(
      IssuerRecord(
        name: outline.name, statusList: outline.statusList, keys: keys.dids.map { .init(did: $0, since: now) }))
    return keys
  }

  /// Puts new keys in the place of the old ones, whose public halves stay in the record.
  ///
  /// They come under the passphrase that is chosen, otherwise under the one of the old keys.
  func rotate(_ record: IssuerRecord, rsa: Bool, under chosen: NewPassphraseOptions, at now: Moment) throws {
    // The old keys are opened first: who cannot, must not replace them.
    let old = try oldPassphrase()
    do throws(IssuerKeyFileError) { _ = try load(old) } catch { throw failure(error) }
    let keys = try Self.newKeys(rsa: rsa)
    let secret = chosen.isAskedFor || old == nil ? try chosen.chosen() : old
    let rotated = record.rotated(to: keys, at: now)
    // The record first: a public key too many harms nobody, one too few would leave what it signed unverifiable.
    try write(rotated)
    do throws(IssuerKeyFileError) {
      try file.replace(with: keys, under: secret)
    } catch {
      try write(record)
      throw failure(error)
    }
  }

  /// Writes the public record.
  func write(_ record: IssuerRecord) throws {
    try writeAtomically(record.bytes, to: recordPath)
  }

  /// Copies the key file, sealed as it is, and the record into a new folder that only its owner can enter.
  func backUp(_ record: IssuerRecord, to folder: String) throws {
    let keys: IssuerKeys
    let secret = try oldPassphrase()
    do throws(IssuerKeyFileError) { keys = try load(secret) } catch { throw failure(error) }
    guard mkdir(folder, 0o700) == 0 else {
      throw CommandFailure(
        .cannotCreate,
        Wording(
          en: "the folder \(folder) cannot be created, or is there already",
          fr: "le dossier \(folder) ne peut être créé, ou existe déjà"))
    }
    do throws(IssuerKeyFileError) {
      try IssuerKeyFile(path: folder + "/issuer.pem").create(keys, under: secret)
    } catch { throw failure(error) }
    try writeAtomically(record.bytes, to: folder + "/issuer.json")
  }

  /// The address of the list of what was revoked: as recorded, otherwise below the issuer's page.
  func statusListID() throws -> String {
    if let recorded = try record()?.statusList { return recorded }
    let url = workspace.library.programme.issuer.url
    return url + (url.hasSuffix("/") ? "" : "/") + "passerelle-status-list.json"
  }

  /// The passphrase that the keys on disk are under, given or asked for; nil where they are under none.
  private func oldPassphrase() throws -> [UInt8]? {
    let isSealed: Bool
    do throws(IssuerKeyFileError) { isSealed = try file.isSealed() } catch { throw failure(error) }
    return isSealed ? try passphrase.given() ?? PassphraseOptions.asked() : nil
  }

  private static func newKeys(rsa: Bool) throws -> IssuerKeys {
    var generator = SystemRandomNumberGenerator()
    return IssuerKeys(using: &generator, rsa: rsa ? try IssuerKey(rsa: ()) : nil)
  }

  private func makeFolder() throws {
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFailure(
        .cannotCreate,
        Wording(en: "the folder \(folder) cannot be created", fr: "le dossier \(folder) ne peut être créé"))
    }
  }

  /// A key file's failure with its exit status.
  func failure(_ error: IssuerKeyFileError) -> CommandFailure {
    switch error.code {
    case .cannotRead: CommandFailure(.inputOutput, error.message)
    case .cannotWrite: CommandFailure(.cannotCreate, error.message)
    case .exists: CommandFailure(.conflict, error.message)
    case .missing: CommandFailure(.noInput, error.message)
    case .sealed, .wrongPassphrase, .openToOthers, .damaged: CommandFailure(.notSound, error.message)
    }
  }
}
