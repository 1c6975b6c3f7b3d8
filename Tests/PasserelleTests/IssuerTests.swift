import Foundation
import Testing

/// Certificates of a whole life: issued for all, renewed, revoked, under keys that are sealed and replaced.
@Suite(.timeLimit(.minutes(30)))
struct IssuerTests {
  private struct Listed: Decodable {
    let id: String
    let certificate: String
    let status: String
  }

  private struct Verified: Decodable {
    struct Problem: Decodable { let id: String }
    let verdict: String
    let status: String?
    let problems: [Problem]
  }

  private func listed(_ workspace: Workspace, at now: String) throws -> [Listed] {
    let output = try workspace.succeed("certificate", "list", "--format", "json", "--now", now)
    return try JSONDecoder().decode([Listed].self, from: Data(output.utf8))
  }

  private func verified(_ workspace: Workspace, _ file: String, _ options: String...) throws -> Verified {
    let ending = try workspace.run(["certificate", "verify", file, "--format", "json"] + options)
    return try JSONDecoder().decode(Verified.self, from: Data(ending.output.utf8))
  }

  @Test func aRenewedCertificateReplacesTheOldAndBothAreValid() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    let (old, _) = try workspace.issued("exchange")
    let later = "2026-12-01T10:00:00Z"
    try workspace.succeed("certificate", "renew", old, "--now", later)
    let all = try listed(workspace, at: later)
    #expect(all.map(\.status) == ["superseded", "active"])
    try workspace.refuses(
      "certificate renew \(old) --now \(later)", 3, en: "was replaced by \(all[1].id) already",
      fr: "a déjà été remplacée par \(all[1].id)")
    let trust = try trustList(workspace)
    for id in all.map(\.id) {
      try workspace.succeed("certificate", "export", id, "--format", "json", "--output", "\(id).json")
      #expect(try verified(workspace, "\(id).json", "--trust", trust, "--now", later).verdict == "valid")
    }
  }

  @Test func aStatusListSaysWhatWasRevoked() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "--all", "--now", Workspace.now)
    let all = try listed(workspace, at: Workspace.now)
    let (first, second) = (try #require(all.first), try #require(all.last))
    #expect(all.count > 1)
    for one in [first, second] {
      try workspace.succeed("certificate", "export", one.id, "--format", "json", "--output", "\(one.id).json")
    }
    let (revoked, later) = ("2026-12-01T10:00:00Z", "2026-12-02T10:00:00Z")
    try workspace.refuses(
      "certificate revoke 00000000 --reason mistaken", 66, en: "there is no issued certificate",
      fr: "il n’y a pas d’attestation délivrée")
    try workspace.succeed("certificate", "revoke", first.id, "--reason", "Issued by mistake", "--now", revoked)
    try workspace.succeed("certificate", "status-list", "--output", "list.json", "--now", revoked)
    let trust = try trustList(workspace)
    let known = try verified(
      workspace, "\(first.id).json", "--trust", trust, "--status-list", "list.json", "--now", later)
    #expect(known.verdict == "revoked" && known.status == "revoked")
    let other = try verified(
      workspace, "\(second.id).json", "--trust", trust, "--status-list", "list.json", "--now", later)
    #expect(other.verdict == "valid" && other.status == "active")
    // What nobody handed over is not known, and is said not to be.
    let alone = try verified(workspace, "\(first.id).json", "--trust", trust, "--now", later)
    #expect(alone.verdict == "valid" && alone.status == "unknown")
    try workspace.replace("encodedList\":\"uH", with: "encodedList\":\"uI", in: "list.json")
    try workspace.refuses(
      "certificate verify \(first.id).json --status-list list.json --now \(later)", 1,
      en: "list.json is no status list to rely on", fr: "list.json n’est pas une liste d’état fiable")
  }

  @Test func aCohortIsIssuedOnceAndOnlyWhatIsEarned() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("person", "add", "Noé Petit")
    try workspace.succeed("person", "add", "Rose Martin")
    try workspace.succeed("pair", "add", "noe-rose", "--junior", "noe", "--senior", "rose", "--now", Workspace.now)
    let first = try workspace.succeed("certificate", "issue", "--all", "--now", Workspace.now, "--lang", "en")
    #expect(first.contains("awa-etienne  exchange"))
    #expect(!first.contains("noe-rose"))
    let told = try workspace.told
    let second = try workspace.succeed("certificate", "issue", "--all", "--now", Workspace.now, "--lang", "fr")
    #expect(second.contains("déjà en vigueur"))
    #expect(try workspace.told == told)
    try workspace.refuses(
      "certificate issue awa-etienne", 64, en: "name a pair and a certificate",
      fr: "nommer un binôme et une attestation")
  }

  @Test func whatExpiresSoonIsListed() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "--all", "--now", Workspace.now)
    let none = try workspace.succeed("certificate", "list", "--expiring-within", "30", "--now", Workspace.now)
    #expect(none.isEmpty)
    let some = try workspace.succeed(
      "certificate", "list", "--expiring-within", "100000", "--now", Workspace.now, "--format", "json")
    #expect(some.contains("\"active\""))
  }

  @Test func keysUnderAPassphraseAreRotatedAndBackedUp() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.write("correct horse\n", to: "secret")
    try workspace.write("battery staple\n", to: "wrong")
    let sealed = ["--passphrase-file", "secret"]
    func signs(_ arguments: [String]) throws -> String {
      let ending = try workspace.run(arguments + sealed)
      #expect(ending.status == 0, "\(arguments): \(ending.words)")
      #expect(!ending.words.contains("PRIVATE KEY") && !ending.words.contains("correct horse"))
      return ending.output
    }
    _ = try signs(["issuer", "init", "--did", "did:web:acme.example", "--now", Workspace.now])
    #expect(!String(decoding: try workspace.bytes("keys/issuer.pem"), as: UTF8.self).contains("BEGIN PRIVATE KEY"))
    let issue = "certificate issue awa-etienne exchange --now \(Workspace.now)"
    try workspace.refuses(issue + " --passphrase-file wrong", 1, en: "passphrase", fr: "phrase secrète")
    try workspace.refuses(issue, 1, en: "passphrase", fr: "phrase secrète")
    try workspace.refuses("issuer init", 3, en: "keys/issuer.pem", fr: "keys/issuer.pem")
    _ = try signs(issue.split(separator: " ").map(String.init))
    let id = try #require(try listed(workspace, at: Workspace.now).first?.id)
    try workspace.succeed("certificate", "export", id, "--format", "json", "--output", "held.json")
    _ = try signs(["issuer", "export", "backup"])
    #expect(
      try FileManager.default.attributesOfItem(atPath: workspace.url("backup/issuer.pem").path)[.posixPermissions]
        as? Int == 0o600)
    _ = try signs(["issuer", "rotate", "--now", "2026-12-01T10:00:00Z"])
    try workspace.succeed("issuer", "did-document", "--output", "did.json")
    let after = try verified(workspace, "held.json", "--trust", "did.json", "--now", "2026-12-02T10:00:00Z")
    #expect(after.verdict == "valid")
    #expect(
      try verified(workspace, "held.json", "--trust", "did:web:acme.example").problems.map(\.id)
        == ["IssuerDocumentMissing"])
    // The backup is the keys as they were.
    for name in ["issuer.pem", "issuer.json"] {
      try FileManager.default.removeItem(at: workspace.url("keys/\(name)"))
      try FileManager.default.copyItem(at: workspace.url("backup/\(name)"), to: workspace.url("keys/\(name)"))
    }
    _ = try signs(["certificate", "renew", id, "--now", "2026-12-03T10:00:00Z"])
  }

  @Test func aPassphraseIsTypedUnseen() throws {
    let workspace = try Workspace.withEverythingPassed()
    func types(_ command: String, _ answers: (String, String)...) throws -> Terminal.Ending {
      let ending = try Terminal.run(
        command.split(separator: " ").map(String.init), in: workspace.folder, answering: answers)
      for (_, answer) in answers { #expect(!ending.shown.contains(answer), "\(ending.shown)") }
      return ending
    }
    let differing = try types(
      "issuer init --passphrase --lang en", ("New passphrase: ", "correct horse"),
      ("The same again: ", "battery staple"))
    #expect(differing.status == 64 && differing.shown.contains("the two passphrases differ"), "\(differing.shown)")
    #expect(!FileManager.default.fileExists(atPath: workspace.url("keys/issuer.pem").path))
    let made = try types(
      "issuer init --passphrase --lang fr --now \(Workspace.now)",
      ("Nouvelle phrase secrète\u{A0}: ", "correct horse"), ("La même, encore une fois\u{A0}: ", "correct horse"))
    #expect(made.status == 0, "\(made.shown)")
    #expect(!String(decoding: try workspace.bytes("keys/issuer.pem"), as: UTF8.self).contains("BEGIN PRIVATE KEY"))
    let issue = "certificate issue awa-etienne exchange --lang en --now \(Workspace.now)"
    let wrong = try types(issue, ("Passphrase: ", "battery staple"))
    #expect(wrong.status == 1 && wrong.shown.contains("does not open the key file"), "\(wrong.shown)")
    let right = try types(issue, ("Passphrase: ", "correct horse"))
    #expect(right.status == 0 && right.shown.contains("Issued as"), "\(right.shown)")
    // The environment holds it where nobody sits before a terminal.
    let other = try workspace.run(
      ["certificate", "issue", "awa-etienne", "mentee-presence", "--now", Workspace.now],
      environment: ["PASSERELLE_PASSPHRASE": "correct horse"])
    #expect(other.status == 0, "\(other.words)")
    try workspace.refuses(
      "issuer rotate --passphrase --passphrase-file nowhere", 66, en: "there is no file nowhere",
      fr: "il n’y a pas de fichier nowhere")
  }

  private func trustList(_ workspace: Workspace) throws -> String {
    let shown = try workspace.succeed("issuer", "show", "--lang", "en")
    let line = try #require(shown.split(separator: "\n").last)
    try workspace.write(line.trimmingPrefix { $0 == " " } + "\n", to: "trust.txt")
    return "trust.txt"
  }
}
