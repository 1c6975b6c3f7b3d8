import Foundation
import Testing

/// People, pairs and events from files, and back.
@Suite(.timeLimit(.minutes(30)))
struct ImportTests {
  @Test(arguments: SnapshotTests.languages)
  func importing(language: String) throws {
    let workspace = try Workspace()
    var transcript = Transcript(workspace, language)
    try workspace.write(
      "\u{FEFF}identifiant;nom;langue;souhaits;rattachement;âge\r\nawa;Awa Diallo;fr;;bruno;\r\nbruno;\"Lefèvre; Bruno\";;digcomp-3.0:2.2=3;;\r\n",
      to: "people.csv")
    try workspace.write(
      "id,name,language,wants,reports-to\nAwa,Awa,,,\nzoe,,,,\nzoe,Zoé,french!,,\nleo,Léo,fr,digcomp-3.0:9.9=1,\n"
        + "kim,Kim,fr,digcomp-3.0:2.2,\nana,Ana,fr,,anna\nliu,Liu \"X\",fr,,\nbruno,Bruno Ngô,fr,,\n",
      to: "wrong.csv")
    try workspace.write("id,junior,senior\npb,awa,bruno\n", to: "pairs.csv")
    try workspace.write(
      "occurred,kind,pair,person,module,minutes,competence,why\n2026-06-08,held,pb,,,50,,\n"
        + "2026-06-08,passed,pb,awa,ld-contract,,,\n2026-06-08,passed,pb,bruno,ld-contract,,,\n"
        + "2026-06-09,recognised,,bruno,,,digcomp-3.0:4.1=3,outside\n",
      to: "events.csv")
    try workspace.write(
      "occurred,kind,pair,person,module,minutes\n2026-06-08,held,bp,,,50\n2026-06-08,passed,pb,awa,ld-contrakt,\n"
        + "2026-06-31,held,pb,,,50\n",
      to: "wrong-events.csv")
    for command in [
      "person import people.csv", "person import people.csv", "person import wrong.csv", "person list",
      "pair import pairs.csv --now 2026-05-25T10:00:00Z", "pair import pairs.csv", "import events.csv",
      "import events.csv", "import wrong-events.csv", "import wrong-events.csv --format json", "import people.csv",
      "export --output all.csv", "import all.csv", "export --format xapi --output all.json", "import all.json",
      "pair end pb --reason \"Awa left\" --now 2026-07-01T10:00:00Z --event 00000000-0001-7000-8000-000000000000",
      "record missed pb --now 2026-07-02T10:00:00Z", "progress pb --now 2026-07-02T10:00:00Z",
    ] { try transcript.run(command) }
    try transcript.expectSnapshot("import")
  }

  @Test func nothingOfAFileIsTakenWhereOneLineCannotBe() throws {
    let workspace = try Workspace.withPair()
    let before = try workspace.told
    let good = "2026-06-08,held,awa-etienne,,,50\n"
    try workspace.write(
      "occurred,kind,pair,person,module,minutes\n" + String(repeating: good, count: 3) + "2026-06-09,held,x,,,50\n",
      to: "events.csv")
    #expect(try workspace.run(["import", "events.csv"]).status == 1)
    #expect(try workspace.run(["import", "none.csv"]).status == 66)
    #expect(try workspace.told == before)
  }

  @Test func aPassOutOfOrderIsRefusedUnlessSomebodySaysWhy() throws {
    let workspace = try Workspace.withPair()
    let heading = "occurred,kind,pair,person,module,reason\n"
    try workspace.write(
      heading
        + "2026-06-08,passed,awa-etienne,etienne,sm-account-safe,\n2026-06-08,passed,awa-etienne,awa,ld-contract,\n",
      to: "events.csv")
    let command = ["import", "events.csv", "--now", Workspace.now]
    let before = try workspace.told
    try workspace.refuses(
      command,
      Refusal(status: 1, en: "its conditions do not hold", fr: "ses conditions ne sont pas remplies"))
    try workspace.refuses(command, Refusal(status: 1, en: "events.csv:2: ", fr: "events.csv:2\u{A0}:"))
    try workspace.refuses(command, Refusal(status: 1, en: "--override \"REASON\"", fr: "--override \"RAISON\""))
    try workspace.refuses(
      command + ["--override", " "], Refusal(status: 64, en: "say why", fr: "dire pourquoi"))
    #expect(try workspace.told == before)
    for (word, times) in [("2 new", 1), ("2 known already", 2)] {
      for _ in 0..<times {
        let ending = try workspace.run(command + ["--override", "done at work", "--lang", "en"])
        #expect(ending.status == 0 && ending.output.contains(word), "\(ending.words)")
        #expect(ending.words.contains("1\u{A0}pass taken out of order, because: done at work") == (word == "2 new"))
      }
    }
    // What is recorded says why, so that the same file needs no reason any more, nor does what we write.
    #expect(try workspace.succeed("import", "events.csv", "--lang", "en").contains("2 known already"))
    let table = try workspace.succeed("export")
    #expect(table.contains("done at work"))
    try workspace.write(
      heading + "2026-06-08,passed,awa-etienne,etienne,sm-account-safe,done at work\n", to: "reason.csv")
    let other = try Workspace.withPair()
    try other.write(try String(contentsOf: workspace.url("reason.csv"), encoding: .utf8), to: "reason.csv")
    #expect(try other.succeed("import", "reason.csv", "--lang", "en").contains("1 new"))
  }

  @Test func aPairBeginsOnceInWhicheverOrderItIsTold() throws {
    let heading = "occurred,kind,pair,junior,senior,curriculum\n"
    func telling(_ day: String, _ people: String = "awa,etienne") -> String {
      heading + "\(day),enrolled,awa-etienne,\(people),digital-presence\n"
    }
    let workspace = try Workspace.withPair()
    try workspace.write(telling("2026-06-01"), to: "later.csv")
    #expect(try workspace.succeed("import", "later.csv", "--lang", "en") == "1\u{A0}event: 1 known already\n")
    try workspace.write(telling("2026-06-01", "etienne,awa"), to: "others.csv")
    try workspace.refuses("import others.csv", 1, en: "others.csv:2: the pair", fr: "existe déjà")
    // An earlier beginning is news, and counts; the table that was imported first stays known.
    try workspace.write(telling("2026-05-04"), to: "earlier.csv")
    for word in ["1 new", "1 known already"] {
      #expect(try workspace.succeed("import", "earlier.csv", "--lang", "en") == "1\u{A0}event: \(word)\n")
    }
    try workspace.write("id,junior,senior,curriculum\nawa-etienne,awa,etienne,digital-presence\n", to: "pairs.csv")
    #expect(try workspace.succeed("pair", "import", "pairs.csv", "--lang", "en").contains("1 known already"))

    let other = try Workspace()
    try other.write("id,name\nawa,Awa Diallo\netienne,Étienne Lefèvre\n", to: "people.csv")
    try other.succeed("person", "import", "people.csv")
    try other.write(telling("2026-05-04"), to: "earlier.csv")
    try other.succeed("import", "earlier.csv")
    try other.write("id,junior,senior,curriculum\nawa-etienne,awa,etienne,digital-presence\n", to: "pairs.csv")
    try other.succeed("pair", "import", "pairs.csv")
    for command in [["progress", "awa-etienne", "--now", Workspace.now], ["pair", "list"]] {
      #expect(try other.run(command) == workspace.run(command))
    }
    #expect(try other.succeed("export").split(separator: "\r\n").count == 2)
  }

  @Test func whatHappensAfterAPairsEndIsRefused() throws {
    let workspace = try Workspace.withPair()
    try workspace.succeed("pair", "end", "awa-etienne", "--now", "2026-07-01T10:00:00Z")
    let heading = "occurred,kind,pair,minutes\n"
    try workspace.write(
      heading + "2026-06-08,held,awa-etienne,50\n2026-07-08,held,awa-etienne,50\n", to: "events.csv")
    try workspace.refuses(
      "import events.csv", 1, en: "events.csv:3: the pair ‘awa-etienne’ ended on", fr: "a pris fin le")
    try workspace.write(heading + "2026-06-08,held,awa-etienne,50\n", to: "events.csv")
    try workspace.succeed("import", "events.csv")
  }

  @Test func twoLinesThatContradictEachOtherAreSaid() throws {
    let workspace = try Workspace.withPair()
    let before = try workspace.told
    let id = "019cf1a2-0000-7000-8000-000000000001"
    try workspace.write(
      "event,occurred,kind,pair,minutes\n\(id),2026-06-08,held,awa-etienne,50\n,2026-06-09,held,awa-etienne,50\n"
        + "\(id),2026-06-08,held,awa-etienne,55\n",
      to: "events.csv")
    try workspace.refuses("import events.csv", 1, en: "events.csv:4: event \(id) stands", fr: "à la ligne 2")
    #expect(try workspace.told == before)
  }

  @Test func theShippedRosterIsImportedOnceAndComesBackWhole() throws {
    let workspace = try Workspace()
    for file in ["people", "pairs"] {
      try FileManager.default.copyItem(
        at: Program.package.appending(path: "Curricula/roster/\(file).csv"), to: workspace.url("\(file).csv"))
    }
    try workspace.write(
      try String(contentsOf: workspace.url("pairs.csv"), encoding: .utf8).split(separator: "\r\n")
        .filter { !$0.contains("ai-in") && !$0.contains("full-") && !$0.contains("first-") }.joined(separator: "\n"),
      to: "pairs.csv")
    for word in ["new", "known already"] {
      #expect(try workspace.succeed("person", "import", "people.csv", "--lang", "en") == "40\u{A0}people: 40 \(word)\n")
      #expect(try workspace.succeed("pair", "import", "pairs.csv", "--lang", "en") == "6\u{A0}pairs: 6 \(word)\n")
    }
    let table = try workspace.succeed("export")
    let statements = try workspace.succeed("export", "--format", "xapi")
    // Accounts stand under the page of the organisation that programme.xml names.
    #expect(statements.contains("\"homePage\":\"https://passerelle.example\""))
    let other = try Workspace()
    try other.write(statements, to: "statements.json")
    #expect(try other.run(["import", "statements.json"]).status == 66)
    try other.succeed("person", "import", workspace.folder + "/people.csv")
    try other.write(table, to: "table.csv")
    #expect(try other.succeed("import", "table.csv").hasPrefix("46\u{A0}"))
    #expect(try other.run(["pair", "list"]) == workspace.run(["pair", "list"]))
  }
}
