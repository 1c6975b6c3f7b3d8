import Bilingual
import FoundationEssentials
import Testing

@testable import Certificates

struct DIDKeyTests {
  /// The pair of the method's test vectors (w3c-ccg/did-method-key, test-vectors/nist-curves.json).
  @Test func privateKeyGivesThePublishedIdentifier() throws {
    let bytes = try #require(Base58.decode("9p4VRzdmhsnq869vQjVCTrRry7u4TtfRxhvBFJTGU2Cp"))
    let key = try #require(IssuerKey(rawRepresentation: bytes))
    #expect(key.did.text == "did:key:zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb")
  }

  /// The examples of the method's specification, section 5: P-256 by its coordinates.
  @Test func identifierGivesThePublishedCoordinates() throws {
    let did = try #require(DIDKey("did:key:zDnaeUKTWUXc1HDpGfKbEK31nKLN19yX5aunFd7VK1CUMeyJu"))
    let jwk = try #require(VerificationKey(did)).jwk
    #expect(jwk["x"]?.text == "OcPddBMXKURtwbPaZ9SfwEb8vwcvzFufpRwFuXQwf5Y")
    #expect(jwk["y"]?.text == "nEA7FjXwRJ8CvUInUeMxIaRDTxUvKysqP2dSGcXZJfY")
    #expect(VerificationKey(did)?.did == did)
  }

  @Test(arguments: [
    "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
    "did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv",
    "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
  ])
  func publishedIdentifiersAreRead(text: String) {
    #expect(DIDKey(text)?.text == text)
  }

  @Test(arguments: [
    "", "did:key:", "did:key:z", "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU216",
    "did:key:mDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169", "did:web:acme.example",
    "DID:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
    "did:key:z1DnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
    "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169#x", "did:key:z" + String(repeating: "z", count: 50_000),
  ])
  func refusesOtherIdentifiers(text: String) {
    #expect(DIDKey(text) == nil)
  }

  @Test func aPointOffTheCurveIsNoKey() {
    let off = DIDKey(.p256, [0x02] + [UInt8](repeating: 0xFF, count: 32))
    #expect(VerificationKey(off) == nil)
  }

  @Test func privateKeysAreNeverPrinted() {
    let key = issuer().keys
    let secret = key.ed25519.pem.split(separator: "\n")[1]
    var dumped = ""
    dump([key], to: &dumped)
    for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] {
      #expect(!text.contains(secret.suffix(24)))
      #expect(text.contains("did:key:z6Mk"))
    }
  }
}

/// Each test has a folder of its own, removed when it ends.
final class IssuerKeyFileTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "passerelle-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func file(_ name: String) -> IssuerKeyFile {
    IssuerKeyFile(path: folder + "/" + name)
  }

  private func write(_ bytes: [UInt8], to file: IssuerKeyFile, mode: Int = 0o600) throws {
    try Data(bytes).write(to: URL(filePath: file.path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }

  @Test func aKeyIsKeptForItsOwnerAlone() throws {
    let file = file("issuer.pem")
    try file.create(issuer().keys)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect("\(try #require(mode))" == "384")  // 0600
    #expect(try file.load().dids == issuer().keys.dids)
  }

  @Test func aKeyIsNeverOverwritten() throws {
    let file = file("issuer.pem")
    try file.create(issuer(1).keys)
    #expect(throws: IssuerKeyFileError(.exists, file.path)) { try file.create(issuer(2).keys) }
    #expect(try file.load().dids == issuer(1).keys.dids)
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o620, 0o602, 0o610, 0o777])
  func aFileOpenToOthersIsRefused(mode: Int) throws {
    let file = file("issuer.pem")
    try write(Array(issuer().keys.pem.utf8), to: file, mode: mode)
    #expect(throws: IssuerKeyFileError(.openToOthers, file.path)) { try file.load() }
  }

  @Test func damagedContentIsRefused() throws {
    let pem = Array(issuer().keys.pem.utf8)
    let contents: [[UInt8]] = [
      [], Array(pem.prefix(100)), [0xFF, 0xFE], Array("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n".utf8),
      [UInt8](repeating: 0x41, count: 1_000_000),
    ]
    for (index, content) in contents.enumerated() {
      let file = file("damaged-\(index).pem")
      try write(content, to: file)
      #expect(throws: IssuerKeyFileError(.damaged, file.path)) { try file.load() }
    }
    #expect(throws: IssuerKeyFileError(.damaged, folder)) { try IssuerKeyFile(path: folder).load() }
  }

  @Test func aMissingFileOrFolderIsSaid() throws {
    let missing = file("none.pem")
    #expect(throws: IssuerKeyFileError(.missing, missing.path)) { try missing.load() }
    let nowhere = file("no-folder/issuer.pem")
    let error = #expect(throws: IssuerKeyFileError.self) { try nowhere.create(issuer().keys) }
    #expect(error?.code == .cannotWrite)
    #expect(error?.message.en.contains("No such file or directory") == true)
  }
}
