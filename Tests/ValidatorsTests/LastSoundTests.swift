import Bilingual
import CurriculumModel
import Testing
import Validators

/// The sound library nearest to one that is being written.
struct LastSoundTests {
  private static let today = CalendarDay(iso: "2026-11-26")

  private struct Author {
    var files: [String: String]
    private(set) var last: LastSound

    init(_ documents: [WorkspaceFile]) {
      files = Dictionary(
        documents.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, uniquingKeysWith: { first, _ in first })
      last = LastSound(validate(documents, scope: .workspace, today: today), of: documents, today: today)
    }

    /// Writes documents, or deletes those without a text.
    mutating func save(_ changes: [String: String?]) {
      for (path, text) in changes { files[path] = text }
      let documents = files.sorted { $0.key < $1.key }.map { WorkspaceFile(path: $0.key, bytes: Array($0.value.utf8)) }
      last.follow(
        validate(documents, scope: .workspace, today: today), of: documents, today: today, listing: nil)
    }

    mutating func replace(_ old: String, with new: String, in path: String) {
      save([path: files[path]?.replacing(old, with: new)])
    }

    func isNew(_ id: Identifier<Module>) -> Bool {
      last.part.library?.modules[id].map { String(describing: $0.title).contains("New ") } ?? false
    }

    var leftOut: [String] { last.part.leftOut.map(\.path) }
  }

  @Test func aSaveWithAnErrorWaitsAndOthersDoNot() {
    var author = Author(SmallLibrary(sound: 6).files)
    #expect(author.last.part.library?.modules.count == 6 && author.leftOut == [])
    author.replace("minutes=\"30\"", with: "minutes=\"\"", in: "m3.xml")
    author.replace("<title>", with: "<title>New ", in: "m4.xml")
    #expect(author.last.part.library?.modules.count == 6 && author.leftOut == [])
    #expect(author.isNew("m4") && !author.isNew("m3"))
    // What the one with an error says besides is shown with it mended.
    author.replace("<title>", with: "<title>New ", in: "m3.xml")
    #expect(!author.isNew("m3"))
    author.replace("minutes=\"\"", with: "minutes=\"30\"", in: "m3.xml")
    #expect(author.isNew("m3"))
  }

  @Test func whatOthersRestOnStaysUntilTheyDoNot() {
    var author = Author(SmallLibrary(sound: 4).files)
    // The error is found in m3, which did not change: the deletion waits, another save does not.
    author.save(["m2.xml": String?.none])
    author.replace("<title>", with: "<title>New ", in: "m0.xml")
    #expect(author.last.part.library?.modules.count == 4 && author.isNew("m0"))
    author.replace("<requires><passed module=\"m2\"/></requires>", with: "", in: "m3.xml")
    #expect(author.last.part.library?.modules.keys.sorted() == ["m0", "m1", "m3"] && author.leftOut == [])
  }

  @Test func aDocumentThatWasNeverSoundIsNamedWithThoseThatRestOnIt() {
    var files = SmallLibrary(sound: 3).files
    let place = files.firstIndex { $0.path == "m1.xml" } ?? 0
    let text = String(decoding: files[place].bytes, as: UTF8.self).replacing(" direction=", with: " way=")
    files[place] = WorkspaceFile(path: "m1.xml", bytes: Array(text.utf8))
    var author = Author(files)
    #expect(author.leftOut == ["curriculum.xml", "m1.xml", "m2.xml"])
    #expect(author.last.part.leftOut.map(\.name) == [.curriculum("k"), .module("m1"), .module("m2")])
    #expect(author.last.part.library?.modules.keys.sorted() == ["m0"])
    author.replace(" way=", with: " direction=", in: "m1.xml")
    #expect(author.last.part.library?.modules.count == 3 && author.leftOut == [])
  }

  @Test func withoutASoundProgrammeThereIsNoLibraryYet() {
    let files = SmallLibrary(sound: 2).files
    var author = Author(files)
    let programme = author.files["programme.xml"]
    author.save(["programme.xml": "<programme/>"])
    #expect(author.last.part.library?.modules.count == 2)
    var late = Author(files.filter { $0.path != "programme.xml" })
    #expect(late.last.part.library == nil && late.last.part.leftOut.count == files.count - 1)
    late.save(["programme.xml": programme])
    #expect(late.last.part.library?.modules.count == 2 && late.leftOut == [])
  }

  /// Whatever is written, the library is sound, every document has its place, and what is sound as a whole is taken whole.
  @Test func whateverIsWrittenNothingIsLost() {
    var small = SmallLibrary(seed: 20_261_127)
    var last = LastSound(
      validate(small.files, scope: .workspace, today: Self.today), of: small.files, today: Self.today)
    for step in 0..<150 {
      _ = small.change()
      let validation = validate(small.files, scope: .workspace, today: Self.today)
      last.follow(validation, of: small.files, today: Self.today, listing: nil)
      let shown = Set(last.part.modulePaths.values).union(last.part.cardPaths.values)
        .union(last.part.curriculumPaths.values)
      let missing = small.files.map(\.path).filter { path in
        !shown.contains(path) && !last.part.leftOut.contains { $0.path == path }
          && !["programme.xml", "framework.xml"].contains(path)
      }
      #expect(missing == [], "step \(step)")
      if let whole = validation.makeLibrary() {
        #expect(last.part.leftOut.isEmpty && last.part.library?.modules == whole.modules, "step \(step)")
      }
    }
  }
}
