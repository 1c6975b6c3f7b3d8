import Foundation
import Testing

/// How pairs and the programme go, told to those who may know.
@Suite(.timeLimit(.minutes(30)))
struct ReportTests {
  private static let now = ["--now", Workspace.now]

  @Test(arguments: SnapshotTests.languages)
  func everyForm(language: String) throws {
    let workspace = try Workspace.withRoster()
    var transcript = Transcript(workspace, language)
    for options in ["", "--format csv", "--format json", "--format html", "--curriculum first-leadership"] {
      try transcript.run("report \(options) --now \(Workspace.now)".replacing("  ", with: " "))
    }
    try transcript.run("progress --now \(Workspace.now)")
    try transcript.run("progress --format csv --now \(Workspace.now)")
    try transcript.run("progress yasmine-nadia --now \(Workspace.now)")
    try transcript.expectSnapshot("report")
  }

  @Test(arguments: SnapshotTests.languages)
  func webPageIsAccessibleAndPrints(language: String) throws {
    let workspace = try Workspace.withRoster()
    try workspace.succeed(
      ["report", "--format", "html", "--output", "report.html", "--lang", language] + Self.now)
    let (page, printed) = try BrowsedPage.open("report.html", in: workspace)
    page.expectSound(language: language)
    let pictures = (page.roles["image"] ?? 0) + (page.roles["img"] ?? 0)
    #expect(pictures == 6 && page.roles["table"] == 7, "\(page.roles)")
    #expect(try workspace.soundPages(printed) < 8)
  }

  /// Neither a name nor an identifier of a person or a pair stands in a report, in whichever form.
  @Test func reportsNameNobody() throws {
    let workspace = try Workspace.withRoster()
    let people = try workspace.csv("roster/people.csv")
    let names =
      people.flatMap { [$0["id"] ?? "", $0["name"] ?? ""] }
      + Set(try workspace.csv("roster/pairs.csv").compactMap { $0["id"] })
    #expect(names.count > 80 && names.allSatisfy { $0.count > 2 })
    for form in ["text", "json", "csv", "html"] {
      let output = try workspace.succeed(["report", "--format", form] + Self.now)
      #expect(names.filter(output.contains) == [], "\(form)")
    }
  }

  /// The means are recomputed here from the file that the events came from.
  @Test func meansAreThoseOfTheAnswers() throws {
    let workspace = try Workspace.withRoster()
    var answers: [String: [String: [String: [Double]]]] = [:]
    for event in try workspace.csv("roster/history.csv") where event["kind"] == "assessed" {
      for answer in (event["answers"] ?? "").split(separator: " ") {
        let parts = answer.split { $0 == ":" || $0 == "=" }.map(String.init)
        guard parts.count == 3, parts[0] == "digcomp-3.0", let rating = Double(parts[2]) else { continue }
        let area = String(parts[1].prefix { $0 != "." })
        answers[area, default: [:]][event["stage"] ?? "", default: [:]][event["person"] ?? "", default: []].append(
          rating)
      }
    }
    let report = try workspace.json(["report", "--format", "json"] + Self.now)
    let areas = try #require(report["areas"] as? [[String: Any]])
    var told = 0
    for line in areas where line["framework"] as? String == "digcomp-3.0" {
      let area = try #require(line["area"] as? String)
      for stage in ["start", "middle", "end"] {
        let figure = try #require(line[stage] as? [String: Any])
        let people = answers[area]?[stage] ?? [:]
        let means = people.values.map { $0.reduce(0, +) / Double($0.count) }
        if means.count >= 5 {
          told += 1
          #expect(figure["people"] as? Int == means.count)
          let mean = means.reduce(0, +) / Double(means.count)
          #expect(abs((figure["value"] as? Double ?? -1) - mean) < 0.06, "\(area) \(stage)")
        } else {
          #expect(figure["value"] is NSNull && (means.isEmpty || figure["withheld"] as? String == "fewPeople"))
        }
      }
    }
    #expect(told > 4)
  }

  /// Four people are told nothing about; with a third pair it is told, and a part whose rest is small stays withheld.
  @Test func smallGroupsAreWithheld() throws {
    let workspace = try Workspace()
    let curriculum = try String(contentsOf: workspace.url("curricula/digital-presence.xml"), encoding: .utf8)
    let second = curriculum.replacing("id=\"digital-presence\"", with: "id=\"second\"")
      .replacing(/(<certificate id|<group id|group)="([^"]+)"/) { "\($0.1)=\"second-\($0.2)\"" }
    try workspace.write(second, to: "curricula/second.xml")
    func begin(_ number: Int, _ curriculum: String) throws {
      for side in ["j", "s"] {
        try workspace.succeed("person", "add", "Person \(side)\(number)", "--id", "\(side)\(number)")
      }
      try workspace.succeed(
        "pair", "add", "p\(number)", "--junior", "j\(number)", "--senior", "s\(number)", "--curriculum", curriculum,
        "--now", "2026-06-01T10:00:00Z")
      try workspace.succeed(
        "record", "held", "p\(number)", "--passed", "ld-contract", "--now", "2026-06-02T10:00:00Z")
      for person in ["j\(number)", "s\(number)"] {
        for (stage, rating) in [("start", 1), ("end", 3)] {
          try workspace.succeed(
            "record", "self-assessment", "p\(number)", person, "--stage", stage, "--rating",
            "digcomp-3.0:2.5=\(rating)",
            "--now", "2026-06-0\(rating + 2)T10:00:00Z")
        }
      }
    }
    func figures(_ options: [String]) throws -> (change: [String: Any], balance: [String: Any]) {
      let report = try workspace.json(["report", "--format", "json"] + options + Self.now)
      let area = try #require(
        (report["areas"] as? [[String: Any]])?.first { $0["framework"] as? String == "digcomp-3.0" })
      return (try #require(area["change"] as? [String: Any]), try #require(report["balance"] as? [String: Any]))
    }
    for number in 1...2 { try begin(number, "digital-presence") }
    let four = try figures([])
    for figure in [four.change, four.balance] {
      #expect(figure["withheld"] as? String == "fewPeople" && figure["value"] is NSNull && figure["people"] is NSNull)
    }
    let words = try workspace.succeed(["report", "--lang", "fr"] + Self.now).split { $0.isWhitespace }.joined(
      separator: " ")
    #expect(words.contains("non publié") && words.contains("moins de 5 personnes"))
    try begin(3, "digital-presence")
    let six = try figures([])
    #expect(six.change["value"] as? Double == 2 && six.change["people"] as? Int == 6)
    try begin(4, "second")
    #expect(try figures([]).change["people"] as? Int == 8)
    #expect(try figures(["--curriculum", "second"]).change["withheld"] as? String == "fewPeople")
    // Eight less six would tell about the two.
    #expect(try figures(["--curriculum", "digital-presence"]).change["withheld"] as? String == "fewOthers")
  }

  @Test(arguments: SnapshotTests.languages)
  func whatNeedsSomebodyIsTold(language: String) throws {
    let workspace = try Workspace.withPair()
    try workspace.succeed(
      "record", "held", "awa-etienne", "--passed", "ld-contract", "--passed", "dt-passwords", "--passed",
      "dt-phishing", "--now", "2026-06-08T10:00:00Z")
    try workspace.succeed("record", "missed", "awa-etienne", "--now", "2026-06-22T10:00:00Z")
    var transcript = Transcript(workspace, language)
    try transcript.run("progress --now 2026-06-23T10:00:00Z")
    try workspace.succeed("record", "missed", "awa-etienne", "--now", "2026-07-06T10:00:00Z")
    try workspace.replace(
      "id=\"dt-phishing\" version=\"1.1.0\"", with: "id=\"dt-phishing\" version=\"2.0.0\"",
      in: "modules/dt-phishing.xml")
    try workspace.replace("of=\"1.1.0\"", with: "of=\"2.0.0\"", in: "modules/dt-phishing.xml")
    try transcript.run("progress --now 2026-07-07T10:00:00Z")
    try transcript.run("progress awa-etienne --now 2026-07-07T10:00:00Z")
    try transcript.run("progress awa-etienne --now 2028-05-01T10:00:00Z")
    try transcript.run("progress awa-etienne --now 2028-05-01T10:00:00Z --format json")
    try transcript.expectSnapshot("standing")
  }

  @Test func badInputIsToldAndNothingIsWritten() throws {
    let workspace = try Workspace.withPair()
    let before = try workspace.contents
    func ending(_ arguments: String...) throws -> Program.Ending {
      try workspace.run(["report"] + arguments + Self.now + ["--lang", "en"])
    }
    let unknown = try ending("--curriculum", "digital-presense")
    #expect(unknown.status == 66 && unknown.words.contains("did you mean ‘digital-presence’?"))
    #expect(try ending("--format", "html", "--output", "none/report.html").status == 73)
    #expect(try ending("--as-of", "2026-02-30").status == 64)
    #expect(try workspace.contents == before)
    // Before anything began, a report is empty, and says so in whole sentences.
    let early = try ending("--as-of", "2020-01-01")
    #expect(early.status == 0 && early.words.contains("0\u{A0}pairs, 0\u{A0}people"))
  }
}

extension Workspace {
  /// The shipped workspace with the history of its invented organisation.
  static func withRoster() throws -> Workspace {
    let workspace = try Workspace(whole: true)
    try history.get().write(to: workspace.url("ledger.sqlite"))
    return workspace
  }

  /// The ledger of that history, made once for all tests.
  private static let history = Result {
    let workspace = try Workspace(whole: true)
    try workspace.succeed("person", "import", "roster/people.csv")
    try workspace.succeed("import", "roster/history.csv")
    return try workspace.bytes("ledger.sqlite")
  }

  /// The records of a plain table: no field of it has a comma or a quotation mark.
  func csv(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOf: url(path), encoding: .utf8).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// What a command prints as JSON.
  func json(_ arguments: [String]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(try succeed(arguments).utf8)) as? [String: Any])
  }
}
