import Foundation
import Testing

/// Whole outputs in both languages, kept as files.
@Suite(.timeLimit(.minutes(30)))
struct SnapshotTests {
  static let languages = ["en", "fr"]

  /// The commands whose help is kept, one file each; the empty one is the program itself.
  static let commands = [
    "", "init", "new", "new module", "new curriculum", "new card", "format", "check", "language-server", "explain",
    "show", "coverage", "graph", "impact", "preview", "grammar", "plan", "what-if", "person", "person add",
    "person import",
    "person list", "pair", "pair add", "pair import", "pair list", "pair end", "pair suggest", "pair wish", "next",
    "due", "import", "export", "record",
    "record held", "record missed", "record passed", "record failed", "record completed", "record recognised",
    "record self-assessment", "record contract", "record correct", "record void", "progress", "report",
    "certificate", "certificate issue", "certificate export", "certificate verify", "certificate list",
    "certificate renew", "certificate revoke", "certificate status-list", "issuer", "issuer init", "issuer show",
    "issuer rotate", "issuer did-document", "issuer export", "manual", "demo",
    "person export", "person erase", "ledger", "ledger verify", "ledger backup", "ledger restore", "ledger migrate",
    "ledger account",
  ]

  @Test(arguments: languages)
  func helpPages(language: String) throws {
    let workspace = try Workspace()
    for command in Self.commands {
      var transcript = Transcript(workspace, language)
      try transcript.run(command.isEmpty ? "--help" : "\(command) --help")
      try transcript.expectSnapshot(
        "help/" + (command.isEmpty ? "passerelle" : command.replacing(" ", with: "-")))
    }
    var transcript = Transcript(workspace, language)
    try transcript.run("--version")
    try transcript.expectSnapshot("help/version")
  }

  @Test(arguments: languages)
  func checking(language: String) throws {
    let workspace = try Workspace()
    var transcript = Transcript(workspace, language)
    try transcript.run("check --now \(Workspace.now)")
    try transcript.run("check --format json --now \(Workspace.now)")
    try workspace.replace("minutes=\"45\"", with: "minutes=\"46\"", in: "modules/ld-listen.xml")
    try workspace.replace("\"ld-mentor-stance\"", with: "\"ld-mentor-stence\"", in: "modules/dt-passwords.xml")
    try transcript.run("check modules/ld-listen.xml --now \(Workspace.now)")
    try transcript.run("check modules/dt-passwords.xml --now \(Workspace.now)")
    try transcript.run("check modules/dt-passwords.xml --format json --now \(Workspace.now)")
    try transcript.run("plan")
    try transcript.expectSnapshot("check")
  }

  @Test(arguments: languages)
  func planning(language: String) throws {
    let workspace = try Workspace()
    var transcript = Transcript(workspace, language)
    for goal in ["mentee-presence", "reverse-mentor", "exchange", "widen", "sm-netiquette"] {
      try transcript.run("plan --goal \(goal)")
    }
    try transcript.run("plan --goal mentee-presence --format json")
    try transcript.run("plan")
    try workspace.write(
      #"{"junior": ["ld-contract"], "senior": ["ld-contract", "digcomp-3.0:4.1=3"], "pair": ["ld-contract"]}"#,
      to: "have.json")
    try transcript.run("plan --goal mentee-presence --have have.json")
    try workspace.write(#"{"senior": ["dt-passwords"]}"#, to: "reached.json")
    try transcript.run("plan --goal dt-passwords --have reached.json")
    try transcript.run("plan --goal dt-passwords --have reached.json --format json")
    try transcript.expectSnapshot("plan")
  }

  @Test(arguments: languages)
  func infeasiblePlans(language: String) throws {
    let workspace = try Workspace()
    try workspace.write(
      #"{"senior": ["sm-account-safe", "sm-netiquette", "sm-landscape", "dt-passwords", "dt-phishing"]}"#,
      to: "have.json")
    var transcript = Transcript(workspace, language)
    try transcript.run("plan --goal reverse-mentor --have have.json")
    try transcript.run("plan --goal reverse-mentor --have have.json --format json")
    try transcript.expectSnapshot("plan-infeasible")
  }

  @Test(arguments: languages)
  func budgetsAndWishes(language: String) throws {
    var transcript = Transcript(try Workspace.withPair(), language)
    try transcript.run("plan --goal mentee-presence --least sessions")
    try transcript.run("plan --goal mentee-presence --sessions 4")
    try transcript.run("plan --goal mentee-presence --minutes 200 --format json")
    try transcript.run("plan --goal mentee-presence --least sessions --proof p.json")
    try transcript.run("what-if awa-etienne --having dt-passwords --now \(Workspace.now)")
    try transcript.run("what-if awa-etienne --without ld-contract --now \(Workspace.now)")
    try transcript.run("pair wish awa-etienne --next dt-passwords --now 2026-12-01T10:00:00Z")
    try transcript.run("pair wish awa-etienne --never sm-account-safe --now 2026-12-02T10:00:00Z --format json")
    try transcript.run("next awa-etienne --now 2026-12-03T10:00:00Z")
    try transcript.run("pair wish awa-etienne --withdraw dt-passwords --now 2026-12-04T10:00:00Z")
    try transcript.expectSnapshot("wishes")
  }

  @Test(arguments: languages)
  func replanning(language: String) throws {
    let workspace = try Workspace.withPair()
    var transcript = Transcript(workspace, language)
    let day = { (number: Int) in "--now 2026-06-\(number)T10:00:00Z" }
    try transcript.run("record held awa-etienne --passed ld-contract \(day(10))")
    try transcript.run("record held awa-etienne --failed dt-passwords \(day(11))")
    try transcript.run("record missed awa-etienne \(day(12))")
    try transcript.run("record recognised etienne --module dt-passwords --reason outside \(day(13)) --format json")
    try transcript.news("next awa-etienne --prefer sm-landscape --avoid sm-account-safe \(day(14))")
    try transcript.news("next awa-etienne --prefer sm-landscape \(day(14))")
    // A trainer withdraws a module, revises another, and changes a third so that it must be done again.
    try workspace.replace("status=\"published\"", with: "status=\"withdrawn\"", in: "modules/dt-phishing.xml")
    try workspace.replace("version=\"1.0.0\"", with: "version=\"1.1.0\"", in: "modules/ld-mentor-stance.xml")
    try workspace.replace("version=\"1.0.0\"", with: "version=\"2.0.0\"", in: "modules/ld-contract.xml")
    try transcript.news("next awa-etienne --now 2026-12-01T10:00:00Z")
    try transcript.news("next awa-etienne --now 2026-12-02T10:00:00Z")
    try transcript.expectSnapshot("replanned")
  }

  @Test(arguments: languages)
  func calendar(language: String) throws {
    let workspace = try Workspace.withPair()
    try workspace.write(
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261222\r\n"
        + "DTEND;VALUE=DATE:20270104\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
        + "DTSTART;TZID=Europe/Paris:20261215T140000\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      to: "leave.ics")
    var transcript = Transcript(workspace, language)
    let plan = "plan --pair awa-etienne --start 2026-12-01"
    let now = "--now \(Workspace.now)"
    try transcript.run("\(plan) --absences leave.ics --at 14:30 --zone Europe/Paris \(now)")
    try transcript.run("\(plan) --absences leave.ics --until 2027-01-10 \(now)")
    try transcript.run("\(plan) --at 09:05 --zone Europe/Paris --format json \(now)")
    try transcript.run("\(plan) --at 14:30 --zone Europe/Paris --format ics \(now)")
    try transcript.run("record missed awa-etienne --now 2026-12-01T10:00:00Z")
    try transcript.run("record missed awa-etienne --now 2026-12-08T10:00:00Z")
    try transcript.run("plan --pair awa-etienne --start 2026-12-15 --now 2026-12-08T11:00:00Z")
    try transcript.run("due --now 2026-12-08T11:00:00Z --within 4w")
    try transcript.run("due --now 2026-12-08T11:00:00Z --within 7d --format json")
    try transcript.run("due --now 2027-01-08T11:00:00Z --within 0")
    try transcript.expectSnapshot("calendar")
  }

  @Test(arguments: languages)
  func peopleAndPairs(language: String) throws {
    var transcript = Transcript(try Workspace(), language)
    try transcript.run("person list")
    try transcript.run("person add \"Awa Diallo\"")
    try transcript.run("person add \"Étienne Lefèvre\" --format json")
    try transcript.run("person add \"  Zoë   van der Berg \" --id zoe-b")
    try transcript.run("person list")
    try transcript.run("person list --format json")
    try transcript.run("pair add awa-etienne --junior awa --senior etienne --now \(Workspace.now)")
    try transcript.run(
      "pair add zoe-awa --junior zoe-b --senior awa --goal mentee-presence --now \(Workspace.now) --format json")
    try transcript.run("pair list")
    try transcript.run("pair list --format json")
    try transcript.expectSnapshot("people")
  }

  @Test(arguments: languages)
  func firstSession(language: String) throws {
    var transcript = Transcript(try Workspace.withPair(), language)
    try transcript.run("next awa-etienne --now \(Workspace.now)")
    try transcript.run("next awa-etienne --now \(Workspace.now) --format json")
    try transcript.run("progress awa-etienne --now \(Workspace.now)")
    try transcript.expectSnapshot("next")
  }

  @Test(arguments: languages)
  func recording(language: String) throws {
    var transcript = Transcript(try Workspace.withPair(), language)
    let event = { (number: Int) in "--event 00000000-000\(number)-7000-8000-000000000000" }
    let day = { (number: Int) in "--now 2026-06-\(number)T10:00:00Z" }
    try transcript.run("record held awa-etienne --passed ld-contract \(day(10)) \(event(1))")
    try transcript.run("record missed awa-etienne \(day(11)) \(event(2))")
    try transcript.run("record missed awa-etienne --on 2026-06-12 \(day(13)) \(event(3)) --format json")
    try transcript.run("progress awa-etienne \(day(13))")
    try transcript.run("record recognised etienne --module sm-netiquette --reason outside \(day(14)) \(event(4))")
    try transcript.run(
      "record recognised etienne --competence digcomp-3.0:4.1=3 --reason tested-out \(day(14)) \(event(5))")
    try transcript.run("record failed awa-etienne dt-passwords \(day(15)) \(event(6))")
    try transcript.run("record passed awa-etienne ld-mentor-stance \(day(16)) \(event(7)) --format json")
    try transcript.run("record void 00000000-0003-7000-8000-000000000000 --reason \"A mistake\" \(day(17)) \(event(8))")
    try transcript.run("progress \(day(18))")
    try transcript.run("progress awa-etienne \(day(18))")
    try transcript.run("progress awa-etienne \(day(18)) --format json")
    try transcript.run("plan --pair awa-etienne --goal mentee-presence \(day(18))")
    try transcript.expectSnapshot("record")
  }

  @Test(arguments: languages)
  func certificates(language: String) throws {
    let workspace = try Workspace.withEverythingPassed()
    var transcript = Transcript(workspace, language)
    try transcript.run("next awa-etienne --now \(Workspace.now)")
    try transcript.run("certificate list --now \(Workspace.now)")
    try transcript.run("certificate issue awa-etienne mentee-presence --now 2026-11-20T10:00:00Z")
    try transcript.run("certificate issue awa-etienne exchange --now \(Workspace.now) --format json")
    try transcript.run("certificate list --now \(Workspace.now)")
    try transcript.run("certificate list --now \(Workspace.now) --format json")
    try transcript.run("progress awa-etienne --now \(Workspace.now)")
    let (issued, issuer) = try workspace.issued("mentee-presence")
    try transcript.run("certificate export \(issued) --format jwt --output held.jwt")
    let trusted = "--trust \(issuer)"
    try transcript.run("certificate verify held.jwt \(trusted) --now \(Workspace.now)")
    try transcript.run("certificate verify held.jwt \(trusted) --now \(Workspace.now) --format json")
    try transcript.run("certificate verify held.jwt --now \(Workspace.now)")
    try transcript.run("certificate verify held.jwt \(trusted) --now 2036-01-01T00:00:00Z")
    try transcript.expectSnapshot("certificate")
  }

  @Test(arguments: languages)
  func demonstration(language: String) throws {
    var transcript = Transcript(try Workspace(), language)
    try transcript.run("demo --curricula . --now \(Workspace.now)")
    try transcript.expectSnapshot("demo")
  }
}
