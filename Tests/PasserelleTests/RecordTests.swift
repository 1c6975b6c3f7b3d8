import Foundation
import Testing

/// What contradicts the ledger is refused, and the ledger stays as it was.
@Suite(.timeLimit(.minutes(30)))
struct RecordTests {
  @Test func unknownIdentifiersAreNamedWithTheNearest() throws {
    let workspace = try Workspace.withPair()
    let near = { (name: String) in
      (en: "did you mean ‘\(name)’?", fr: "vouliez-vous dire «\u{A0}\(name)\u{A0}»\u{202F}?")
    }
    for (command, name) in [
      ("plan --goal mentee-presense", "mentee-presence"), ("plan --curriculum digital-presense", "digital-presence"),
      ("plan --pair awa-etiene", "awa-etienne"), ("next awa-etiene", "awa-etienne"),
      ("progress awa-etiene", "awa-etienne"),
      ("pair add p --junior ava --senior etienne", "awa"), ("pair add p --junior awa --senior etiene", "etienne"),
      ("pair add p --junior awa --senior etienne --curriculum digital-presense", "digital-presence"),
      ("pair add p --junior awa --senior etienne --goal widn", "widen"),
      ("record held awa-etiene", "awa-etienne"), ("record held awa-etienne --passed ld-contrat", "ld-contract"),
      ("record held awa-etienne --failed ld-contrat", "ld-contract"), ("record missed awa-etiene", "awa-etienne"),
      ("record passed awa-etienne ld-contrat", "ld-contract"), ("record failed awa-etiene ld-contract", "awa-etienne"),
      ("record recognised etiene --module ld-listen --reason outside", "etienne"),
      ("record recognised etienne --module ld-listn --reason outside", "ld-listen"),
      ("record recognised etienne --competence lifecomp-2021:S1 --reason outside", "lifecomp-2020"),
      ("certificate issue awa-etiene exchange", "awa-etienne"), ("certificate issue awa-etienne exchang", "exchange"),
    ] {
      try workspace.refuses(command, 66, en: near(name).en, fr: near(name).fr)
    }
    try workspace.refuses(
      "record recognised etienne --competence digcomp-3.0:9.9=2 --reason outside", 66,
      en: "there is no competence of digcomp-3.0 ‘9.9’",
      fr: "il n’y a pas dans digcomp-3.0 de compétence «\u{A0}9.9\u{A0}»")
    try workspace.refuses(
      "record recognised etienne --competence lifecomp-2020:S2=3 --reason outside", 64,
      en: "lifecomp-2020 has no levels",
      fr: "lifecomp-2020 n’a pas de niveaux")
    try workspace.refuses(
      "record recognised etienne --competence listening --reason outside", 64, en: "‘listening’ names no competence",
      fr: "«\u{A0}listening\u{A0}» ne nomme aucune compétence")
    try workspace.refuses(
      "record void 00000000-0000-7000-8000-000000000000 --reason x", 66, en: "there is no event",
      fr: "il n’y a pas d’événement")
    try workspace.refuses(
      "record void abc --reason x", 64, en: "is no identifier of an event", fr: "n’est pas l’identifiant d’un événement"
    )
    try workspace.refuses(
      "certificate export 0190", 66, en: "there is no issued certificate ‘0190’",
      fr: "il n’y a pas d’attestation délivrée «\u{A0}0190\u{A0}»")
  }

  @Test func wishesOfOneMillisecondKeepTheirOrder() throws {
    let workspace = try Workspace.withPair()
    let now = ["--now", Workspace.now, "--format", "json"]
    let asked = ["sm-netiquette", "ld-listen", "dt-phishing", "dt-passwords"]
    try workspace.succeed("pair", "wish", "awa-etienne", "--next", asked[0], "--next", asked[1], "--now", Workspace.now)
    try workspace.succeed("pair", "wish", "awa-etienne", "--next", asked[2], "--next", asked[3], "--now", Workspace.now)
    let told = try workspace.run(["pair", "wish", "awa-etienne"] + now).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(told.utf8)) as? [String: Any])
    #expect((object["wishes"] as? [[String: Any]])?.compactMap { $0["module"] as? String } == asked)
  }

  @Test func whatExistsIsNotAddedAgain() throws {
    let workspace = try Workspace.withPair()
    let told = try workspace.told
    try workspace.refuses(
      "person add Awa", 3, en: "the person ‘awa’ exists already", fr: "la personne «\u{A0}awa\u{A0}» existe déjà")
    try workspace.refuses(
      "pair add awa-etienne --junior etienne --senior awa", 3, en: "the pair ‘awa-etienne’ exists already",
      fr: "le binôme «\u{A0}awa-etienne\u{A0}» existe déjà")
    try workspace.refuses(
      "pair add p --junior awa --senior awa", 64, en: "a pair is two people", fr: "un binôme, ce sont deux personnes")
    try workspace.refuses(
      "pair add Été --junior awa --senior etienne", 64, en: "cannot be an identifier",
      fr: "ne peut servir d’identifiant")
    try workspace.refuses(
      "person add Bob --id BOB", 64, en: "cannot be an identifier", fr: "ne peut servir d’identifiant")
    try workspace.refuses(
      ["person", "add", " \t"], Refusal(status: 64, en: "a person has a name", fr: "une personne a un nom"))
    #expect(try workspace.told == told)
  }

  @Test func conditionsBindUnlessSomebodySaysWhy() throws {
    let workspace = try Workspace.withPair()
    let told = try workspace.told
    for command in ["record passed awa-etienne dt-phishing", "record held awa-etienne --passed dt-phishing"] {
      try workspace.refuses(
        command, 3, en: "its conditions do not hold help: lacking:",
        fr: "ses conditions ne sont pas remplies aide\u{A0}: il manque\u{A0}:")
      try workspace.refuses(command, 3, en: "--override \"REASON\"", fr: "--override \"RAISON\"")
      #expect(try workspace.told == told)
    }
    try workspace.succeed("record", "passed", "awa-etienne", "dt-phishing", "--override", "Seen at work")
    try workspace.refuses(
      "record passed awa-etienne dt-phishing --override again", 3, en: "was passed on", fr: "a été validé le")
  }

  @Test func whatIsToComeIsNotRecorded() throws {
    let workspace = try Workspace.withPair()
    try workspace.refuses(
      "record held awa-etienne --on 2026-12-24 --now \(Workspace.now)", 3, en: "is still to come",
      fr: "n’est pas encore passé")
  }

  @Test func sayingItTwiceIsSayingItOnce() throws {
    let workspace = try Workspace.withPair()
    let event = ["--event", "00000000-0001-7000-8000-000000000000", "--now", "2026-06-08T10:00:00Z"]
    let command = ["record", "held", "awa-etienne", "--passed", "ld-contract"] + event
    #expect(try workspace.run(command).status == 0)
    let (told, database) = (try workspace.told, try workspace.contents)
    for (language, words) in [("en", "was recorded already"), ("fr", "était déjà consigné")] {
      let again = try workspace.run(command + ["--lang", language])
      #expect(again.status == 0)
      #expect(again.words.ranges(of: words).count == 3)
    }
    let later = try workspace.run(Array(command.dropLast()) + ["2026-07-01T10:00:00Z"])
    #expect(later.status == 0, "\(later.words)")
    #expect(try workspace.told == told)
    try workspace.refuses(
      ["record", "held", "awa-etienne", "--minutes", "10"] + event,
      Refusal(status: 3, en: "is recorded already with other content", fr: "est déjà consigné avec un autre contenu"))
    try workspace.refuses(
      ["record", "missed", "awa-etienne"] + event,
      Refusal(status: 3, en: "nothing was changed", fr: "rien n’a été modifié"))
    #expect(try workspace.told == told)
    #expect(try workspace.contents == database)
  }

  @Test func aTextThatChangedUnderItsVersionIsFound() throws {
    let workspace = try Workspace.withEverythingPassed()
    let check = ["check", "--recorded", "--now", Workspace.now, "--lang", "en"]
    #expect(try workspace.run(check).words == "")
    try workspace.replace(
      "</checks>", with: "<!-- edited --></checks>", in: "modules/ld-contract.xml")
    let ending = try workspace.run(check)
    #expect(ending.status == 0)
    #expect(ending.words.contains("‘ld-contract’ changed since its version"), "\(ending.words)")
    #expect(!(try workspace.run(["check", "--now", Workspace.now]).words.contains("ld-contract")))
    try FileManager.default.removeItem(at: workspace.url("ledger.sqlite"))
    #expect(try workspace.run(check).status == 66)
  }

  @Test func aVoidIsNotVoided() throws {
    let workspace = try Workspace.withPair()
    let first = "00000000-0001-7000-8000-000000000000"
    let void = "00000000-0002-7000-8000-000000000000"
    try workspace.succeed("record", "missed", "awa-etienne", "--event", first)
    try workspace.refuses(
      ["record", "void", first, "--reason", ""], Refusal(status: 3, en: "say why", fr: "dire pourquoi"))
    try workspace.succeed("record", "void", first, "--reason", "A mistake", "--event", void)
    try workspace.refuses("record void \(first) --reason x", 3, en: "was voided before", fr: "a déjà été annulé")
    try workspace.refuses(
      "record void \(void) --reason x", 3, en: "a void cannot be voided", fr: "une annulation ne s’annule pas")
  }
}
