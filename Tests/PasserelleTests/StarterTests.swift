import Foundation
import Testing

/// The way of a trainer who begins: a folder, a workspace, a document, gaps that are filled in.
@Suite(.timeLimit(.minutes(30)))
struct StarterTests {
  /// An empty folder of its own, removed when the test is over.
  private final class Folder {
    let path: String

    init() throws {
      path =
        URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().path + "/passerelle-new-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func run(_ command: String, in folder: String = "") throws -> Program.Ending {
      try Program.run(
        command.split(separator: " ").map(String.init) + ["--lang", "en"], in: path + "/" + folder,
        environment: ["HOME": path])
    }

    /// Everything in it by path, with the bytes of files.
    var contents: [String: Data?] {
      get throws {
        var contents: [String: Data?] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: path) where !file.hasPrefix(".cache") {
          contents.updateValue(FileManager.default.contents(atPath: path + "/" + file), forKey: file)
        }
        return contents
      }
    }
  }

  private func expectNoFinding(_ check: Program.Ending, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      check.output.contains(#""errors" : 0"#) && check.output.contains(#""warnings" : 0"#), "\(check.output)",
      sourceLocation: sourceLocation)
  }

  private static let now = "--now 2026-11-23T10:00:00Z"

  @Test(arguments: ["en", "fr"])
  func aNewWorkspaceIsSoundPlannableAndLaidOut(language: String) throws {
    let folder = try Folder()
    let made = try Program.run(
      ["init", "Été & Co", "--now", "2026-11-23T10:00:00Z", "--lang", language], in: folder.path)
    #expect(made.status == 0, "\(made.conversation)")
    let check = try folder.run("check --format json \(Self.now)", in: "Été & Co")
    #expect(check.status == 0)
    expectNoFinding(check)
    let plan = try folder.run("plan --format json", in: "Été & Co")
    #expect(plan.status == 0)
    #expect(plan.output.contains(#""outcome" : "optimal""#), "\(plan.output)")
    #expect(try folder.run("format --check", in: "Été & Co").status == 0)
    #expect(try folder.run("show first-exchange", in: "Été & Co").status == 0)
    let programme = try String(contentsOfFile: folder.path + "/Été & Co/programme.xml", encoding: .utf8)
    #expect(programme.contains("id=\"ete-co\""))
    #expect(programme.contains("xml:lang=\"\(language)\""))
  }

  @Test func editorsFindTheGrammar() throws {
    let folder = try Folder()
    #expect(try folder.run("init \(Self.now)").status == 0)
    let contents = try folder.contents
    for path in [".vscode/settings.json", "schemas.xml", "modules/schemas.xml", "schemas/passerelle.rnc"] {
      #expect(contents[path] != nil, "\(path)")
    }
    let settings = try JSONSerialization.jsonObject(with: try #require(contents[".vscode/settings.json"] ?? nil))
    #expect(settings is [String: Any])
    // jing reads both syntaxes, and follows neither our code nor libxml2's.
    for (grammar, options) in [("schemas/passerelle.rng", []), ("schemas/passerelle.rnc", ["-c"])] {
      let documents = ["programme.xml", "modules/shared-screen.xml", "curricula/first-exchange.xml"]
      #expect(try jing(options + [grammar] + documents, in: folder.path) == 0)
      try Data("<card xmlns=\"urn:passerelle:1\" id=\"C\"/>".utf8).write(to: URL(filePath: folder.path + "/wrong"))
      #expect(try jing(options + [grammar, "wrong"], in: folder.path) == 1)
    }
  }

  private func jing(_ arguments: [String], in folder: String) throws -> Int32 {
    try Program.run(arguments, in: folder, program: "/usr/bin/jing").status
  }

  @Test func aFolderThatIsNotEmptyIsLeftAsItIs() throws {
    let folder = try Folder()
    try Data("mine".utf8).write(to: URL(filePath: folder.path + "/programme.xml"))
    let before = try folder.contents
    let ending = try folder.run("init")
    #expect(ending.status == 73)
    #expect(ending.conversation.contains("is a workspace already"))
    #expect(try folder.contents == before)
    #expect(try folder.run("init inner").status == 3)
    #expect(try folder.contents == before)
    let other = try Folder()
    try Data("mine".utf8).write(to: URL(filePath: other.path + "/notes"))
    for (command, words) in [
      ("init", "is not empty: there is ‘notes’"), ("init one/two", "the folder around it does not exist"),
      ("init notes", "cannot be created"),
    ] {
      let ending = try other.run(command)
      #expect(ending.status == 73)
      #expect(ending.words.contains(words), "\(ending.conversation)")
    }
    #expect(try other.contents.keys.sorted() == ["notes"])
  }

  /// A place that takes no files is named, with why, and nothing is begun.
  @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
    let folder = try Folder()
    // Nobody can make files there, not even root.
    let ending = try folder.run("init /proc/passerelle")
    #expect(ending.status == 73 && ending.words.contains("/proc/passerelle cannot be created ("), "\(ending.words)")
    #expect(try folder.run("init \(Self.now)").status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/cards")
    try Data("mine".utf8).write(to: URL(filePath: folder.path + "/cards"))
    let before = try folder.contents
    for (command, words) in [
      ("new card mine", "cards/mine.xml cannot be created: cards is no folder"),
      ("preview --output /proc/pages", "/proc/pages cannot be created ("),
      ("graph --output /proc/graph.svg", "/proc/graph.svg cannot be written ("),
    ] {
      let ending = try folder.run(command)
      #expect(ending.status == 73 && ending.words.contains(words), "\(command): \(ending.words)")
    }
    #expect(try folder.contents == before)
  }

  /// A name that nothing bears: what may be meant is listed where there are few, and otherwise how to begin it.
  @Test func aNameOfNothingSaysWhatToDo() throws {
    let folder = try Folder()
    #expect(try folder.run("init \(Self.now)").status == 0)
    let path = folder.path + "/modules/shared-screen.xml"
    let sound = try String(contentsOfFile: path, encoding: .utf8)
    for (old, new, words) in [
      (
        "theme=\"digital-tools\"", "theme=\"numerique\"",
        ["write ‘digital-tools’ instead", "write ‘leadership’ instead"]
      ),
      (
        "<passed module=\"first-meeting\"", "<passed module=\"ecran\"",
        ["begin what it names: ‘passerelle new module ecran’"]
      ),
      ("<passed module=\"first-meeting\"", "<passed module=\"Écran\"", ["[MalformedValue]", "write ‘ecran’ instead"]),
    ] {
      #expect(sound.contains(old))
      try Data(sound.replacing(old, with: new).utf8).write(to: URL(filePath: path))
      let check = try folder.run("check \(Self.now)")
      #expect(check.status == 1)
      for part in words { #expect(check.output.asWords.contains(part), "\(check.output)") }
    }
    try Data(sound.utf8).write(to: URL(filePath: path))
    let begun = try folder.run("new module mine --theme numerique")
    #expect(begun.status == 66 && begun.words.contains("programme.xml has ‘digital-tools’, ‘leadership’"))
  }

  @Test func aFolderUnderVersionControlCountsAsEmpty() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/.git", withIntermediateDirectories: false)
    #expect(try folder.run("init").status == 0)
  }

  @Test func checkNamesEachGapOfANewDocument() throws {
    let folder = try Folder()
    #expect(try folder.run("init \(Self.now)").status == 0)
    for (kind, path) in [("module", "modules"), ("curriculum", "curricula"), ("card", "cards")] {
      let made = try folder.run("new \(kind) mine-\(kind) \(Self.now)")
      #expect(made.output == "\(path)/mine-\(kind).xml\n")
      let check = try folder.run("check \(path)/mine-\(kind).xml \(Self.now)")
      #expect(check.status == 1)
      #expect(check.output.contains("‘title’ is empty"))
      #expect(check.output.contains("[LicenceMissing]"))
      // What the grammar says of an element is what its gap says.
      #expect(!check.output.contains("UnknownReference") && !check.output.contains("not according to"))
      #expect(try folder.run("format --check \(path)/mine-\(kind).xml").status == 0)
    }
    let check = try folder.run("check modules/mine-module.xml")
    #expect(check.output.contains("begins with a verb"))
  }

  @Test func aModuleIsSoundOnceItsGapsAreFilled() throws {
    let folder = try Folder()
    #expect(try folder.run("init \(Self.now)").status == 0)
    #expect(try folder.run("new module mine --theme leadership").status == 0)
    let path = folder.path + "/modules/mine.xml"
    let filled = try String(contentsOfFile: path, encoding: .utf8)
      .replacing(/<(\w+)([^>]*)><\/\w+>/) { "<\($0.1)\($0.2)>Words.</\($0.1)>" }
      .replacing("licence=\"\"", with: "licence=\"CC0-1.0\"")
    try Data(filled.utf8).write(to: URL(filePath: path))
    let check = try folder.run("check modules/mine.xml --format json")
    expectNoFinding(check)
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try Folder()
    #expect(try folder.run("init \(Self.now)").status == 0)
    try Data("mine".utf8).write(to: URL(filePath: folder.path + "/modules/note.xml"))
    let before = try folder.contents
    for (command, status, words) in [
      ("new module shared-screen", Int32(3), "exists already: modules/shared-screen.xml"),
      ("new module note", 3, "exists already: modules/note.xml"),
      ("new module Shared-Screen", 64, "did you mean ‘shared-screen’?"),
      ("new card Écran", 64, "did you mean ‘ecran’?"), ("new module mine --theme leadershp", 66, "‘leadership’"),
      ("new module ../x", 64, "is no identifier"),
    ] {
      let ending = try folder.run(command)
      #expect(ending.status == status, "\(command): \(ending.conversation)")
      #expect(ending.words.contains(words), "\(command): \(ending.conversation)")
    }
    #expect(try folder.contents == before)
  }
}
