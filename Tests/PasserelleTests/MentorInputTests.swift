import Foundation
import Testing

/// What mentors and those who run a programme get wrong about plans, calendars and matches, refused in both languages
/// with nothing changed.
@Suite(.timeLimit(.minutes(30)))
struct MentorInputTests {
  private static let now = "--now \(Workspace.now)"

  @Test func aPairWithoutItsCurriculum() throws {
    let workspace = try Workspace.withPair()
    let curriculum = try workspace.bytes("curricula/digital-presence.xml")
    try FileManager.default.removeItem(at: workspace.url("curricula/digital-presence.xml"))
    for command in ["next awa-etienne", "progress awa-etienne", "progress", "report", "plan --pair awa-etienne"] {
      try workspace.refuses(
        "\(command) \(Self.now)", 66,
        en: "the pair awa-etienne is on the curriculum ‘digital-presence’, which is not there",
        fr: "le binôme awa-etienne suit le parcours «\u{A0}digital-presence\u{A0}», qui n’existe pas")
    }
    // Reminders of other pairs go out all the same.
    let due = try workspace.run(["due", "--now", Workspace.now, "--lang", "en"])
    #expect(due.status == 0 && due.words.contains("the pair awa-etienne is on the curriculum ‘digital-presence’"))
    try workspace.refuses(
      "pair add other --junior awa --senior etienne --curriculum digital-presense \(Self.now)", 66,
      en: "there is no curriculum ‘digital-presense’", fr: "il n’y a pas de parcours «\u{A0}digital-presense\u{A0}»")
    try curriculum.write(to: workspace.url("curricula/digital-presence.xml"))
    #expect(try workspace.run(["next", "awa-etienne", "--now", Workspace.now]).status == 0)
  }

  @Test func whichCurriculumIsAsked() throws {
    let workspace = try Workspace(whole: true)
    for name in ["Awa", "Bo"] { try workspace.succeed("person", "add", name) }
    try workspace.refuses(
      "pair add awa-bo --junior awa --senior bo \(Self.now)", 64, en: "which curriculum?", fr: "quel parcours")
  }

  @Test func absencesThatAreNoCalendar() throws {
    let workspace = try Workspace.withPair()
    func event(_ lines: String...) -> String {
      (["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1"] + lines + ["END:VEVENT", "END:VCALENDAR", ""])
        .joined(separator: "\r\n")
    }
    let faults: [(text: String, line: Int, en: String, fr: String)] = [
      ("", 1, "no iCalendar file", "ce n’est pas un fichier iCalendar"),
      ("<html>", 1, "no iCalendar file", "ce n’est pas un fichier iCalendar"),
      ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", 2, "the file ends too soon", "le fichier s’arrête trop tôt"),
      ("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", 2, "this ends what did not begin last", "ceci termine autre chose"),
      (event("SUMMARY:Leave"), 3, "this event has no DTSTART", "cet événement n’a pas de DTSTART"),
      (event("no colon"), 5, "not a name with a value", "ce n’est pas un nom suivi d’une valeur"),
      (event("DTSTART;VALUE=DATE:20261332"), 5, "no value of DTSTART", "ce n’est pas une valeur de DTSTART"),
      (
        event("DTSTART;TZID=Mars/Base:20261215T140000"), 3,
        "neither the file nor the system knows the time zone Mars/Base",
        "ni le fichier ni le système ne connaît le fuseau horaire Mars/Base"
      ),
      (
        event("DTSTART;VALUE=DATE:20261215", "RRULE:FREQ=SECONDLY"), 6, "this repetition is not understood",
        "cette répétition n’est pas comprise"
      ),
    ]
    for fault in faults {
      try workspace.write(fault.text, to: "leave.ics")
      for command in ["plan --pair awa-etienne --start 2026-12-01", "due"] {
        try workspace.refuses(
          "\(command) --absences leave.ics \(Self.now)", 1, en: "leave.ics:\(fault.line): \(fault.en)",
          fr: "leave.ics:\(fault.line)\u{A0}: \(fault.fr)")
      }
    }
    // Few bytes that make many days.
    let leave = (0..<20_000).map { number in
      "BEGIN:VEVENT\r\nUID:\(number)\r\nDTSTART;VALUE=DATE:20270\(1 + number % 9)10\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
    }
    try workspace.write("BEGIN:VCALENDAR\r\n" + leave.joined() + "END:VCALENDAR\r\n", to: "leave.ics")
    try workspace.refuses(
      "plan --pair awa-etienne --start 2026-12-01 --absences leave.ics \(Self.now)", 1, en: "too large for absences",
      fr: "trop grand pour des absences")
  }

  @Test func daysAndZonesThatAreNone() throws {
    let workspace = try Workspace.withPair()
    let plan = "plan --pair awa-etienne"
    for (command, status, en, fr) in [
      (
        "\(plan) --start 2026-11-22 \(Self.now)", 64 as Int32, "--start lies before today",
        "--start précède aujourd’hui"
      ),
      ("\(plan) --start 2026-02-30 \(Self.now)", 64, "2026-02-30", "2026-02-30"),
      (
        "\(plan) --start 2026-12-01 --until 2026-12-10 \(Self.now)", 64, "the rhythm is longer than the span",
        "le rythme dépasse la durée"
      ),
      ("\(plan) --start 2026-12-01 --zone Mars/Base \(Self.now)", 64, "Mars/Base", "Mars/Base"),
      ("due --zone Europe/Pariss \(Self.now)", 64, "Europe/Pariss", "Europe/Pariss"),
      (
        "record held awa-etienne --on 2026-12-24 \(Self.now)", 3, "24\u{A0}December 2026 is still to come",
        "le 24\u{A0}décembre 2026 n’est pas encore passé"
      ),
    ] { try workspace.refuses(command, status, en: en, fr: fr) }
    // A plan of a pair that has met goes on after the last time.
    try workspace.succeed("record", "held", "awa-etienne", "--passed", "ld-contract", "--now", Workspace.now)
    try workspace.refuses(
      "\(plan) --start 2026-11-23 \(Self.now)", 64, en: "--start is not after the last session recorded",
      fr: "--start ne suit pas la dernière séance consignée")
  }

  /// Where only the share of giving back is out of reach, the command says which one is not.
  @Test func aShareOutOfReach() throws {
    let workspace = try Workspace()
    let curriculum = "curricula/digital-presence.xml"
    try workspace.replace("at-least-percent=\"25\"", with: "at-least-percent=\"95\"", in: curriculum)
    let plan = ["plan", "--curriculum", "digital-presence", "--now", Workspace.now, "--lang", "en"]
    let refused = try workspace.run(plan)
    #expect(refused.status == 2, "\(refused.words)")
    let offer = try #require(refused.conversation.firstMatch(of: /add --min-return-percent (\d+)/), "\(refused.words)")
    #expect(try workspace.run(plan + ["--min-return-percent", String(offer.1)]).status == 0)
    #expect(try workspace.run(plan + ["--min-return-percent", "\((Int(offer.1) ?? 0) + 1)"]).status == 2)
    #expect(try workspace.run(plan + ["--quiet"]).conversation.isEmpty)
  }

  /// What trainers changed is told once, and never lost: not where only the product was wanted.
  @Test func newsWaitForSomebodyWhoHears() throws {
    let workspace = try Workspace.withPair()
    let next = ["next", "awa-etienne", "--now", Workspace.now, "--lang", "en"]
    #expect(try workspace.run(next).status == 0)
    try workspace.replace(
      "<lifecycle status=\"published\"", with: "<lifecycle status=\"withdrawn\"", in: "modules/dt-phishing.xml")
    #expect(try workspace.run(next + ["--quiet"]).conversation.isEmpty)
    let heard = try workspace.run(next)
    #expect(heard.conversation.contains("‘Spotting a scam before you click’ is no longer offered"), "\(heard.words)")
    #expect(try workspace.run(next).conversation.isEmpty)
  }

  @Test func matchesThatContradictThemselves() throws {
    let workspace = try Workspace.withPair()
    try workspace.write(
      "id,name,wants,haves\r\nzoe,Zoé,digcomp-3.0:2.5=2,lifecomp-2020:S2\r\n", to: "people.csv")
    try workspace.succeed("person", "import", "people.csv")
    for (command, status, en, fr) in [
      (
        "pair suggest --junior zoe --senior zoe", 64 as Int32, "‘zoe’ is named as a junior and as a senior",
        "«\u{A0}zoe\u{A0}» est à la fois junior et senior"
      ),
      ("pair suggest --at-most 0", 64, "--at-most must be 1 or more", "--at-most doit valoir 1 ou plus"),
      ("pair suggest --junior nobody", 66, "‘nobody’", "«\u{A0}nobody\u{A0}»"),
      (
        "pair suggest --junior awa", 64, "‘awa’ is in 1\u{A0}pair already, and --at-most 1 leaves no room",
        "«\u{A0}awa\u{A0}» est déjà dans 1\u{A0}binôme, et --at-most 1 ne laisse pas de place"
      ),
    ] { try workspace.refuses("\(command) \(Self.now)", status, en: en, fr: fr) }
    #expect(
      try workspace.run(["pair", "suggest", "--junior", "awa", "--at-most", "2", "--now", Workspace.now]).status == 0)
  }
}
