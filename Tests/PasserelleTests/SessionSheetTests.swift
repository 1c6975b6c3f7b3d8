import Foundation
import Testing

/// The session sheet in its forms, as the two of a pair get it.
@Suite(.timeLimit(.minutes(30)))
struct SessionSheetTests {
  private static let now = ["--now", Workspace.now]

  @Test(arguments: SnapshotTests.languages)
  func everyForm(language: String) throws {
    let workspace = try Workspace.withPair()
    try workspace.succeed(
      "record", "held", "awa-etienne", "--minutes", "55", "--passed", "ld-contract", "--failed", "dt-passwords",
      "--now", "2026-06-08T10:00:00Z")
    try workspace.succeed(
      "record", "contract", "awa-etienne", "--date", "2026-12-01", "--now", "2026-06-08T11:00:00Z")
    var transcript = Transcript(workspace, language)
    try transcript.run("next awa-etienne --now \(Workspace.now) --at 14:00")
    try transcript.run("next awa-etienne --now \(Workspace.now) --for junior")
    try transcript.run("next awa-etienne --now \(Workspace.now) --for senior --at 23:30 --format json")
    try transcript.run("next awa-etienne --now \(Workspace.now) --at 9h05 --format html")
    try workspace.succeed("record", "missed", "awa-etienne", "--now", "2026-11-02T10:00:00Z")
    try workspace.succeed("record", "missed", "awa-etienne", "--now", "2026-11-16T10:00:00Z")
    try transcript.run("next awa-etienne --now \(Workspace.now) --for junior --format json")
    try transcript.expectSnapshot("sheet")
  }

  @Test(arguments: SnapshotTests.languages)
  func webPageIsAccessibleAndPrintsOnTwoPages(language: String) throws {
    let workspace = try Workspace.withPair()
    for options in [[], ["--for", "senior"]] {
      try workspace.succeed(
        ["next", "awa-etienne", "--format", "html", "--output", "sheet.html", "--lang", language] + Self.now + options)
      let (page, printed) = try BrowsedPage.open("sheet.html", in: workspace)
      page.expectSound(language: language)
      #expect(page.roles["heading"] ?? 0 > 5 && page.roles["checkbox"] ?? 0 > 1 && page.roles["link"] ?? 0 > 2)
      #expect((1...2).contains(try workspace.soundPages(printed)))
    }
  }

  /// What the look at pages must find, so that finding nothing says something.
  @Test func looksFindWhatIsWrong() throws {
    let workspace = try Workspace.withPair()
    try workspace.write(
      """
      <!DOCTYPE html><html lang="en"><title>x</title><body><a href="#none"></a><input type="checkbox">
      <p style="color:#999;width:500px">pale</p><p id="a"></p><p id="a"></p><script>missing()</script>
      """, to: "bad.html")
    let (page, _) = try BrowsedPage.open("bad.html", in: workspace)
    #expect(page.console.count == 1 && page.unnamed.sorted() == ["checkbox", "link"])
    let narrow = try #require(page.looks["light 320"])
    #expect(narrow.poor.count == 1 && narrow.small == 1 && narrow.overflow > 100)
    #expect(narrow.repeated == ["a"] && narrow.loose == ["none"])
  }

  @Test(arguments: SnapshotTests.languages)
  func paperIsTaggedAndHoldsEveryWord(language: String) throws {
    let workspace = try Workspace.withPair()
    let arguments = ["next", "awa-etienne", "--format", "pdf", "--at", "14:00", "--lang", language] + Self.now
    try workspace.succeed(arguments + ["--output", "sheet.pdf"])
    #expect((1...2).contains(try workspace.soundPages("sheet.pdf")))
    let about = try workspace.look("pdfinfo", ["sheet.pdf"]).output
    #expect(about.contains(language == "fr" ? "Séance 1" : "Session 1"))
    #expect(
      try workspace.look("pdffonts", ["sheet.pdf"]).output.split(separator: "\n").dropFirst(2).allSatisfy {
        $0.contains(" yes yes yes ")
      })
    // Every word of the sheet for a terminal stands on paper, but for its rules and signs.
    let paper = words(try workspace.look("pdftotext", ["sheet.pdf", "-"]).output)
    let text = try workspace.run(Array(arguments.filter { $0 != "--format" && $0 != "pdf" })).output
    let missing = words(text).subtracting(paper).filter { $0.contains(where: \.isLetter) }
    // Identifiers stand beside titles on a terminal alone.
    #expect(missing.filter { !$0.contains("-") } == [], "\(missing)")
    try workspace.succeed(arguments + ["--output", "again.pdf"])
    #expect(try workspace.bytes("sheet.pdf") == workspace.bytes("again.pdf"))
    try workspace.succeed(arguments + ["--for", "junior", "--output", "own.pdf"])
    #expect(try workspace.bytes("own.pdf").count < workspace.bytes("sheet.pdf").count)
  }

  private func words(_ text: String) -> Set<String> {
    Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "’" && $0 != "'" }.map { $0.lowercased() })
  }

  @Test func ownPageTellsOneWhatTheyDo() throws {
    let workspace = try Workspace.withPair()
    let both = try page(of: workspace, [])
    let (junior, senior) = (
      try page(of: workspace, ["--for", "junior"]), try page(of: workspace, ["--for", "senior"])
    )
    for activity in try #require(both["parts"] as? [[String: Any]]).flatMap({
      $0["activities"] as? [[String: Any]] ?? []
    }) {
      let title = try #require(activity["title"] as? String)
      for (own, mine, other) in [(junior, "junior", "senior"), (senior, "senior", "junior")] {
        let same = try #require(
          (own["parts"] as? [[String: Any]])?.flatMap { $0["activities"] as? [[String: Any]] ?? [] }
            .first { $0["title"] as? String == title })
        #expect(same[mine] as? String == activity[mine] as? String && same[other] is NSNull)
        #expect((same["prompts"] as? [[String: Any]])?.allSatisfy { $0["from"] as? String == mine } == true)
      }
    }
  }

  private func page(
    of workspace: Workspace, _ options: [String], now: String = Workspace.now
  ) throws -> [String: Any] {
    let output = try workspace.succeed(["next", "awa-etienne", "--format", "json", "--now", now] + options)
    return try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  /// Content comes from people, and may stand in for a language in which it is missing.
  @Test func contentIsEscapedAndItsLanguageSaid() throws {
    let workspace = try Workspace.withPair()
    let module = "modules/ld-contract.xml"
    let text = try String(contentsOf: workspace.url(module), encoding: .utf8)
    let title = try #require(text.firstMatch(of: /<title>([^<]+)<\/title>\s*<title xml:lang="en">[^<]+<\/title>/))
    try workspace.write(
      text.replacing(title.0, with: "<title>\(title.1) &lt;b&gt;&amp;&quot;</title>"), to: module)
    let page = try workspace.succeed(["next", "awa-etienne", "--format", "html", "--lang", "en"] + Self.now)
    #expect(page.contains("<span lang=\"fr\">\(title.1) &lt;b&gt;&amp;&quot;</span>"))
    #expect(!page.contains("<b>"))
    let own = try workspace.succeed(["next", "awa-etienne", "--format", "html", "--lang", "fr"] + Self.now)
    #expect(!own.contains("lang=\"fr\">\(title.1)"))
  }

  @Test func aLongModuleGoesOnNextTime() throws {
    let workspace = try Workspace.withPair()
    try workspace.replace(
      "<rhythm minutes=\"60\"", with: "<rhythm minutes=\"40\"", in: "curricula/digital-presence.xml")
    let first = try page(of: workspace, [])
    let part = try #require((first["parts"] as? [[String: Any]])?.first)
    #expect(part["goesOn"] as? Bool == true && part["continued"] as? Bool == false)
    #expect((part["checks"] as? [Any])?.isEmpty == true)
    #expect((first["commands"] as? [String]) == ["passerelle record held awa-etienne"])
    #expect((first["after"] as? [String])?.first == part["module"] as? String)
    // What was done is not done again: the next session has the rest, and the checks.
    try workspace.succeed("record", "missed", "awa-etienne", "--now", "2026-12-01T10:00:00Z")
    try workspace.succeed("record", "held", "awa-etienne", "--now", "2026-12-08T10:00:00Z")
    let second = try page(of: workspace, [], now: "2026-12-08T11:00:00Z")
    let rest = try #require((second["parts"] as? [[String: Any]])?.first)
    #expect(rest["continued"] as? Bool == true && rest["goesOn"] as? Bool == false)
    func titles(_ part: [String: Any]) -> [String?] {
      (part["activities"] as? [[String: Any]] ?? []).map { $0["title"] as? String }
    }
    #expect(!titles(rest).isEmpty && Set(titles(rest)).isDisjoint(with: titles(part)))
    #expect((second["commands"] as? [String]) == ["passerelle record held awa-etienne --passed ld-contract"])
    #expect(try workspace.run(["next", "awa-etienne", "--now", "2026-12-09T10:00:00Z"]).conversation == "")
    // Who does not pass it does it again.
    try workspace.succeed(
      "record", "held", "awa-etienne", "--failed", "ld-contract", "--now", "2026-12-22T10:00:00Z")
    let again = try page(of: workspace, [], now: "2026-12-22T11:00:00Z")
    #expect(titles(try #require((again["parts"] as? [[String: Any]])?.first)) == titles(part))
  }

  @Test(arguments: [40, 57, 200])
  func linesFitTheTerminal(columns: Int) throws {
    let workspace = try Workspace.withPair()
    let ending = try workspace.run(
      ["next", "awa-etienne", "--lang", "fr"] + Self.now, environment: ["COLUMNS": "\(columns)"])
    let widest = ending.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(ending.status == 0 && widest <= min(columns, 80) && widest > min(columns, 80) - 8)
    #expect(!ending.output.contains("\u{1B}"))
  }

  /// Colour is for people at a terminal who want it.
  @Test func onlyATerminalIsColoured() throws {
    let workspace = try Workspace.withPair()
    let command = "\(Program.path) next awa-etienne --lang fr --now \(Workspace.now)"
    for (environment, isColoured) in [(["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": "1"], false)] {
      let ending = try Program.run(
        ["-qec", command, "/dev/null"], in: workspace.folder, environment: environment, program: "/usr/bin/script")
      #expect(ending.output.contains("\u{1B}[1;36m") == isColoured)
      #expect(ending.output.contains("\u{1B}[0m") == isColoured)
    }
  }

  @Test func badInputIsToldAndNothingIsWritten() throws {
    let workspace = try Workspace.withPair()
    func ending(_ arguments: String...) throws -> Program.Ending {
      try workspace.run(["next"] + arguments + Self.now + ["--lang", "en"])
    }
    let unknown = try ending("awa-etiene")
    #expect(unknown.status == 66 && unknown.words.contains("did you mean ‘awa-etienne’?"))
    let before = try workspace.contents
    let nowhere = try ending("awa-etienne", "--format", "html", "--output", "none/sheet.html")
    #expect(nowhere.status == 73 && nowhere.words.contains("its folder does not exist"))
    for time in ["24:00", "9", "9:5", "14:60", "noon", "-1:00", "14:000"] {
      let ending = try ending("awa-etienne", "--at=\(time)")
      #expect(ending.status == 64 && ending.words.contains(time), "\(ending.words)")
    }
    #expect(try ending("awa-etienne", "--for", "both").status == 64)
    #expect(try workspace.contents == before)
    try FileManager.default.removeItem(at: workspace.url("curricula/digital-presence.xml"))
    let lost = try ending("awa-etienne")
    #expect(lost.status == 66 && lost.words.contains("is on the curriculum ‘digital-presence’, which is not there"))
  }
}
