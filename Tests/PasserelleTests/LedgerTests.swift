import Foundation
import GRDB
import TestServers
import Testing

/// `ledger`, `person export` and `person erase`, as whoever leads a programme uses them.
@Suite(.timeLimit(.minutes(30)))
struct LedgerTests {
  @Test func whatIsBackedUpComesBack() throws {
    let workspace = try Workspace.withPair()
    let before = try workspace.told
    #expect(try workspace.succeed("ledger", "verify", "--lang", "en").contains("every chain holds"))
    #expect(try workspace.succeed("ledger", "verify", "--lang", "fr").contains("chaque chaîne tient"))
    try workspace.succeed("ledger", "backup", "copy.sqlite")
    try workspace.refuses(
      "ledger backup copy.sqlite", 73, en: "a file copy.sqlite already", fr: "déjà un fichier copy.sqlite")
    try workspace.succeed("record", "missed", "awa-etienne", "--now", Workspace.now)
    try workspace.refuses(
      "ledger restore copy.sqlite", 3, en: "people would be given up", fr: "personnes à abandonner")
    try workspace.refuses("ledger restore README.md", 74, en: "is not a ledger", fr: "n’est pas un registre")
    try workspace.succeed("ledger", "restore", "copy.sqlite", "--replace")
    #expect(try workspace.told == before)
  }

  @Test func whatWasTamperedWithIsFound() throws {
    let workspace = try Workspace.withPair()
    try DatabaseQueue(path: workspace.url("ledger.sqlite").path).write {
      try $0.execute(sql: "UPDATE event SET occurred_at = 1")
    }
    let ending = try workspace.run(["ledger", "verify", "--lang", "fr"])
    #expect(ending.status == 1)
    #expect(ending.words.contains("awa\u{A0}: l’événement 1 manque ou a été modifié"), "\(ending.words)")
    #expect(try workspace.run(["ledger", "verify", "--mend", "--format", "json"]).status == 1)
  }

  @Test func aPersonIsExportedAndErased() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    let file = try workspace.succeed("person", "export", "awa")
    for word in ["Awa Diallo", "awa-etienne", "session-held", "\"token\""] { #expect(file.contains(word)) }
    let before = try workspace.told
    #expect(try workspace.succeed("person", "erase", "awa", "--lang", "en").contains("Nothing is changed yet"))
    #expect(try workspace.told == before)
    try workspace.succeed("person", "erase", "awa", "--yes")
    try workspace.refuses("person export awa", 66, en: "there is no person", fr: "il n’y a pas de personne")
    try workspace.succeed("ledger", "backup", "copy.sqlite")
    for name in ["ledger.sqlite", "ledger.sqlite-wal", "copy.sqlite"]
    where FileManager.default.fileExists(atPath: workspace.url(name).path) {
      let bytes = try workspace.bytes(name)
      for trace in ["Awa Diallo", "Diallo", "awa-etienne"] {
        #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace) in \(name)")
      }
    }
    #expect(try workspace.succeed("ledger", "verify", "--lang", "en").contains("every chain holds"))
    #expect(try workspace.succeed("pair", "list").contains("erased-"))
    #expect(try workspace.run(["progress"]).status == 0)
  }

  @Test(.enabled(if: PostgreSQLServer.isThere, "no PostgreSQL server can be had"))
  func aWorkspaceMovesToAServer() throws {
    let workspace = try Workspace.withEverythingPassed()
    let url = try PostgreSQLServer.shared.get().makeDatabase()
    let before = try workspace.told
    try workspace.refuses(
      "person list --store \(url)", 66, en: "nothing is recorded yet", fr: "rien n’est encore consigné")
    try workspace.succeed("ledger", "migrate", "--to", url)
    try workspace.replace("sqlite:ledger.sqlite", with: url.replacing("&", with: "&amp;"), in: "programme.xml")
    try FileManager.default.removeItem(at: workspace.url("ledger.sqlite"))
    #expect(try workspace.told == before)
    try workspace.succeed("record", "held", "awa-etienne", "--minutes", "60", "--now", Workspace.now)
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    #expect(try workspace.succeed("ledger", "verify", "--lang", "en").contains("every chain holds"))
    try workspace.succeed("ledger", "backup", "back.sqlite")
    #expect(
      try workspace.run(["progress", "--store", "sqlite:back.sqlite"]).output == workspace.run(["progress"]).output)
    #expect(!FileManager.default.fileExists(atPath: workspace.url("ledger.sqlite").path))
  }

  @Test func aServerThatIsNotThereIsSaid() throws {
    let workspace = try Workspace()
    let url = "postgresql://awa:s3cret@127.0.0.1:1/records"
    try workspace.refuses(
      ["person", "list", "--store", url],
      Refusal(status: 69, en: "the server of postgresql://awa@127.0.0.1:1/records", fr: "ne répond pas"))
    try workspace.refuses("person list --store mysql://x", 1, en: "sqlite:FILE", fr: "sqlite:FICHIER")
  }
}
