import Foundation
import Testing

/// Certificates that are not earned, issued twice, damaged, tampered with or forged.
@Suite(.timeLimit(.minutes(30)))
struct CertificateTests {
  @Test func whatIsNotEarnedIsNotIssued() throws {
    let workspace = try Workspace.withPair()
    let told = try workspace.told
    try workspace.refuses(
      "certificate issue awa-etienne mentee-presence", 3, en: "is not earned yet", fr: "n’est pas encore méritée")
    try workspace.refuses(
      "certificate issue awa-etienne mentee-presence", 3,
      en: "lacking: ‘First session: our contract’ passed (ld-contract)",
      fr: "il manque\u{A0}: «\u{A0}Première séance\u{A0}: notre contrat\u{A0}» validé (ld-contract)")
    try workspace.refuses(
      "certificate issue awa-etienne reverse-mentor", 3, en: "in this pair, of which 0 are done",
      fr: "dans ce binôme, dont 0 sont faits")
    #expect(try workspace.told == told)
    #expect(!FileManager.default.fileExists(atPath: workspace.url("keys").path))
  }

  @Test func whatWasIssuedIsNotIssuedAgain() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    let told = try workspace.told
    let id = try workspace.issued("exchange").id
    try workspace.refuses(
      "certificate issue awa-etienne exchange --now \(Workspace.now)", 3, en: "was issued on", fr: "a été délivrée le")
    try workspace.refuses(
      "certificate issue awa-etienne exchange --now \(Workspace.now)", 3, en: "passerelle certificate export \(id)",
      fr: "passerelle certificate export \(id)")
    #expect(try workspace.told == told)
  }

  @Test func aPlaceThatCannotBeWrittenIsSaid() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    let id = try workspace.issued("exchange").id
    for (place, en, fr) in [
      ("no/such/folder.pdf", "its folder does not exist", "son dossier n’existe pas"),
      ("README.md/a.pdf", "there is a file in the place of its folder", "un fichier tient lieu de dossier"),
      ("modules", "modules cannot be written (it is a folder)", "modules ne peut être écrit (c’est un dossier)"),
      ("/proc/a.pdf", "/proc/a.pdf cannot be written", "/proc/a.pdf ne peut être écrit"),
    ] {
      try workspace.refuses("certificate export \(id) --output \(place)", 73, en: en, fr: fr)
    }
  }

  @Test func aKeyThatOthersCanReadIsRefused() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    let key = workspace.url("keys/issuer.pem").path
    let manager = FileManager.default
    #expect(try manager.attributesOfItem(atPath: key)[.posixPermissions] as? Int == 0o600)
    #expect(try manager.attributesOfItem(atPath: workspace.url("keys").path)[.posixPermissions] as? Int == 0o700)
    let told = try workspace.told
    let issue = "certificate issue awa-etienne mentee-presence --now \(Workspace.now)"
    try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    try workspace.refuses(issue, 1, en: "open to others than its owner", fr: "keys/issuer.pem")
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
    try workspace.write("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", to: "keys/issuer.pem")
    try workspace.refuses(issue, 1, en: "does not hold an Ed25519 and a P-256", fr: "keys/issuer.pem")
    #expect(try workspace.told == told)
  }

  @Test func whatIsNoTrueCertificateIsRefused() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    let issuer = try workspace.issued("exchange").issuer
    let token = String(decoding: try workspace.bytes("exchange.jwt"), as: UTF8.self)
    let parts = token.split(separator: ".").map(String.init)
    let other = try Workspace.withEverythingPassed()
    try other.succeed("certificate", "issue", "awa-etienne", "exchange", "--now", Workspace.now)
    _ = try other.issued("exchange")
    let stranger = String(decoding: try other.bytes("exchange.jwt"), as: UTF8.self).split(separator: ".").map(
      String.init)
    for bad in [
      "", "hello", "\u{0}\u{1}", "..", String(token.dropLast(1)), String(token.dropLast(20)), token + "x",
      [parts[0], stranger[1], parts[2]].joined(separator: "."),
      [parts[0], parts[1], stranger[2]].joined(separator: "."),
      [stranger[0], parts[1], parts[2]].joined(separator: "."), [parts[0], parts[1]].joined(separator: "."),
    ] {
      try workspace.write(bad, to: "bad.jwt")
      for (language, word) in [("en", "bad.jwt: refused"), ("fr", "bad.jwt\u{A0}: refusée")] {
        let ending = try workspace.run(
          ["certificate", "verify", "bad.jwt", "--trust", issuer, "--now", Workspace.now, "--lang", language])
        #expect(ending.status == 1, "\(bad): \(ending.words)")
        #expect(ending.output.hasPrefix(word), "\(bad): \(ending.words)")
      }
      let record = try workspace.run(["certificate", "verify", "bad.jwt", "--format", "json"])
      #expect(record.status == 1)
      #expect(record.output.contains("\"verdict\" : \"refused\""))
      #expect(!record.output.contains("\"problems\" : [\n\n"))
    }
  }

  @Test func everyVerdictHasItsStatus() throws {
    let workspace = try Workspace.withEverythingPassed()
    try workspace.succeed("certificate", "issue", "awa-etienne", "mentee-presence", "--now", Workspace.now)
    let issuer = try workspace.issued("mentee-presence").issuer
    let verify = ["certificate", "verify", "mentee-presence.jwt"]
    #expect(try workspace.run(verify + ["--trust", issuer, "--now", Workspace.now]).status == 0)
    try workspace.write("# whom we trust\n\(issuer)\n", to: "trust.txt")
    #expect(try workspace.run(verify + ["--trust", "trust.txt", "--now", Workspace.now]).status == 0)
    #expect(try workspace.run(verify + ["--now", Workspace.now]).status == 1)
    #expect(try workspace.run(verify + ["--trust", issuer, "--now", "2036-01-01T00:00:00Z"]).status == 1)
    // Offline, without the workspace.
    let elsewhere = NSTemporaryDirectory()
    let path = workspace.url("mentee-presence.jwt").path
    let ending = try Program.run(
      ["certificate", "verify", path, "--trust", issuer, "--now", Workspace.now], in: elsewhere)
    #expect(ending.status == 0)
    try workspace.refuses(
      "certificate verify mentee-presence.jwt --trust did:key:zNope", 64, en: "names no issuer to trust",
      fr: "ne nomme aucun émetteur de confiance")
    try workspace.refuses(
      "certificate verify mentee-presence.jwt --trust nobody.txt", 66, en: "there is no file nobody.txt",
      fr: "il n’y a pas de fichier nobody.txt")
  }
}
