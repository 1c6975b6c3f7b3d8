import Foundation
import Testing

/// Plans on days: what cannot be spread is refused, and importing again updates.
@Suite(.timeLimit(.minutes(30)))
struct CalendarTests {
  private static let plan = "plan --pair awa-etienne --start 2026-12-01 --now \(Workspace.now)"

  @Test func badInputIsRefused() throws {
    let workspace = try Workspace.withPair()
    try workspace.write("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026\nEND:VEVENT\nEND:VCALENDAR\n", to: "bad.ics")
    try workspace.write("BEGIN:VCALENDAR\n" + String(repeating: "X-A:1\n", count: 1_700_000), to: "huge.ics")
    let now = "--now \(Workspace.now)"
    for (command, status, en, fr) in [
      (
        "\(Self.plan) --absences bad.ics", 1 as Int32, "bad.ics:3: no value of DTSTART",
        "ce n’est pas une valeur de DTSTART"
      ),
      ("\(Self.plan) --absences huge.ics", 1, "huge.ics:1: too large for absences", "trop grand pour des absences"),
      ("\(Self.plan) --absences none.ics", 66, "there is no file none.ics", "il n’y a pas de fichier none.ics"),
      ("\(Self.plan) --at 25:00", 64, "25:00", "25:00"),
      ("\(Self.plan) --at 10:00 --zone Mars/Base", 64, "Mars/Base", "Mars/Base"),
      (
        "plan --pair awa-etienne --start 2026-11-01 \(now)", 64, "--start lies before today",
        "--start précède aujourd’hui"
      ),
      ("\(Self.plan) --until 2026-11-30", 64, "--until lies before --start", "--until précède --start"),
      ("\(Self.plan) --until 2026-12-08", 64, "the rhythm is longer than the span", "le rythme dépasse la durée"),
      ("plan --goal mentee-presence --start 2026-12-01", 64, "days are a pair’s", "les jours sont ceux d’un binôme"),
      ("plan --pair awa-etienne --output x.ics", 64, "--output goes with days", "--output va avec des jours"),
    ] { try workspace.refuses(command, status, en: en, fr: fr) }
    #expect(throws: (any Error).self) { try workspace.bytes("x.ics") }
  }

  @Test func importingAgainUpdates() throws {
    let workspace = try Workspace.withPair()
    func events(_ now: String, _ start: String) throws -> [String: [String: String]] {
      try workspace.succeed(
        "plan", "--pair", "awa-etienne", "--start", start, "--output", "p.ics", "--format", "ics", "--now", now)
      let text = String(decoding: try workspace.bytes("p.ics"), as: UTF8.self).replacing("\r\n ", with: "")
      var events: [String: [String: String]] = [:]
      for event in text.split(separator: "BEGIN:VEVENT").dropFirst() {
        let lines = event.split(whereSeparator: \.isNewline).map {
          $0.split(separator: ":", maxSplits: 1).map(String.init)
        }
        let members = Dictionary(lines.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
        events[members["UID"] ?? ""] = members
      }
      return events
    }
    let first = try events("2026-11-23T10:00:00Z", "2026-12-01")
    #expect(try events("2026-11-23T10:00:00Z", "2026-12-01") == first)
    try workspace.succeed("record", "missed", "awa-etienne", "--now", "2026-12-01T10:00:00Z")
    let later = try events("2026-12-01T11:00:00Z", "2026-12-08")
    #expect(Set(first.keys) == Set(later.keys) && first.count > 3)
    for (id, event) in first {
      let moved = try #require(later[id])
      #expect(moved["DTSTART;VALUE=DATE"] != event["DTSTART;VALUE=DATE"])
      #expect(try #require(moved["SEQUENCE"].flatMap { Int($0) }) > #require(event["SEQUENCE"].flatMap { Int($0) }))
      #expect(id.hasSuffix("@passerelle") && !id.contains("awa"))
    }
    // What a shorter plan no longer has is cancelled where it was imported.
    try workspace.succeed("record", "held", "awa-etienne", "--passed", "ld-contract", "--now", "2026-12-08T10:00:00Z")
    try workspace.succeed(
      "record", "recognised", "etienne", "--module", "dt-passwords", "--reason", "outside", "--now",
      "2026-12-09T10:00:00Z")
    let rest = try events("2026-12-10T10:00:00Z", "2026-12-22")
    let numbers = rest.keys.compactMap {
      $0.split(separator: "@").first?.split(separator: "-").last.flatMap { Int($0) }
    }
    #expect(Set(numbers).count == rest.count && !numbers.contains(1))
    #expect(rest.values.contains { $0["STATUS"] == "CONFIRMED" })
  }
}
