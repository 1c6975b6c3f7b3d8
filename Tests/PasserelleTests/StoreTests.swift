import Foundation
import GRDB
import Testing

/// Stores that are none, damaged, newer, locked or out of reach: never written to.
@Suite(.timeLimit(.minutes(30)))
struct StoreTests {
  private static let store = "ledger.sqlite"

  /// Commands that read and commands that write.
  private static let commands = [
    "person list", "person add Zoe", "record missed awa-etienne",
  ]

  @Test func aStoreThatCannotBeMadeIsSaid() throws {
    let workspace = try Workspace()
    for place in ["README.md/ledger.sqlite", "/proc/ledger.sqlite", "no/such/folder/ledger.sqlite", "modules"] {
      try workspace.replace(
        "sqlite:\(try workspace.place)", with: "sqlite:\(place)", in: "programme.xml")
      try workspace.refuses(
        "person add Awa", 73, en: "\(place) cannot be opened or created", fr: "\(place) ne peut être ni ouvert ni créé")
      try workspace.refuses(
        "person add Awa", 73, en: "allow writing in its folder", fr: "autoriser l’écriture dans son dossier")
    }
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aFolderThatCannotBeWrittenIsSaid() throws {
    let workspace = try Workspace()
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: workspace.folder)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.folder) }
    try workspace.refuses("person add Awa", 73, en: "cannot be opened or created", fr: "ne peut être ni ouvert ni créé")
  }

  @Test func aStoreOfAnotherKindIsRefused() throws {
    let workspace = try Workspace()
    try workspace.replace("sqlite:ledger.sqlite", with: "mysql://localhost/x", in: "programme.xml")
    try workspace.refuses("person add Awa", 1, en: "mysql", fr: "mysql")
  }

  @Test func beforeAnythingIsRecordedItIsSaid() throws {
    let workspace = try Workspace()
    for command in ["person list", "pair list", "progress", "next p", "certificate list", "record missed p"] {
      try workspace.refuses(command, 66, en: "nothing is recorded yet", fr: "rien n’est encore consigné")
    }
  }

  @Test func aFileThatIsNoLedgerIsLeftAlone() throws {
    let workspace = try Workspace()
    try workspace.write(String(repeating: "Bonjour. ", count: 500), to: Self.store)
    try expectRefusals(of: workspace, en: "is not a ledger of Passerelle", fr: "n’est pas un registre de Passerelle")
    try workspace.write("", to: Self.store)
    try workspace.refuses(
      "person list", 74, en: "is not a ledger of Passerelle", fr: "n’est pas un registre de Passerelle")
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    let workspace = try Workspace()
    try DatabaseQueue(path: workspace.url(Self.store).path).write {
      try $0.execute(sql: "CREATE TABLE recipe (name TEXT)")
    }
    try expectRefusals(of: workspace, en: "is not a ledger of Passerelle", fr: "n’est pas un registre de Passerelle")
  }

  @Test func aNewerLedgerIsLeftAlone() throws {
    let workspace = try Workspace.withPair()
    try writing(in: workspace) { try $0.execute(sql: "PRAGMA user_version = 7") }
    try expectRefusals(
      of: workspace, en: "was written by a newer version of Passerelle (format 7, this one knows 1)",
      fr: "vient d’une version plus récente de Passerelle (format 7, celle-ci connaît 1)")
  }

  @Test func aTruncatedLedgerIsLeftAlone() throws {
    let workspace = try Workspace.withPair()
    try writing(in: workspace) { try $0.execute(sql: "PRAGMA user_version") }
    let whole = try workspace.bytes(Self.store)
    for length in [whole.count / 2, 60] {
      try whole.prefix(length).write(to: workspace.url(Self.store))
      let before = try workspace.contents
      for command in Self.commands {
        let ending = try workspace.run(command.split(separator: " ").map(String.init))
        #expect(ending.status == 74, "\(length) bytes, \(command): \(ending.words)")
        #expect(ending.conversation.hasPrefix("error: ledger.sqlite is "))
        #expect(try workspace.contents == before)
      }
    }
  }

  @Test func whileOthersWriteNothingIsLost() throws {
    let workspace = try Workspace.withPair()
    try writing(in: workspace) { database in
      try database.execute(sql: "UPDATE person SET name = name")
      let ending = try workspace.run(["person", "add", "Zoe", "--lang", "fr"])
      #expect(ending.status == 75)
      #expect(ending.words.contains("une autre commande écrit dans ledger.sqlite"), "\(ending.words)")
    }
    #expect(try workspace.run(["person", "add", "Zoe"]).status == 0)
  }

  private func writing(in workspace: Workspace, _ body: (Database) throws -> Void) throws {
    try DatabaseQueue(path: workspace.url(Self.store).path).write(body)
  }

  private func expectRefusals(of workspace: Workspace, en: String, fr: String) throws {
    for command in Self.commands { try workspace.refuses(command, 74, en: en, fr: fr) }
  }
}

extension Workspace {
  /// Where the programme's store is, as programme.xml says.
  fileprivate var place: String {
    get throws {
      let text = try String(contentsOf: url("programme.xml"), encoding: .utf8)
      return try #require(text.firstMatch(of: /sqlite:([^"]+)"/).map { String($0.1) })
    }
  }
}
