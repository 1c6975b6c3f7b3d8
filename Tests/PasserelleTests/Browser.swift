import Foundation
import Testing

/// A web page as headless Chromium meets it.
struct BrowsedPage: Decodable {
  /// What is seen in one window.
  struct Look: Decodable {
    /// How many pieces of text there are.
    let texts: Int
    /// Texts whose contrast is too low.
    let poor: [String]
    /// Controls that are too small to hit.
    let small: Int
    /// By how much the page is wider than the window.
    let overflow: Double
    /// Identifiers that stand there twice.
    let repeated: [String]
    /// Links into the page that lead nowhere.
    let loose: [String]
    /// The page's language.
    let lang: String
    /// The colour of text.
    let ink: String
  }

  /// By colour scheme and width.
  let looks: [String: Look]
  /// How many elements of each role have, or should have, a name.
  let roles: [String: Int]
  /// The roles of elements without a name.
  let unnamed: [String]
  /// What the console says.
  let console: [String]

  /// Opens a page of a workspace, prints it and looks.
  static func open(_ path: String, in workspace: Workspace) throws -> (page: BrowsedPage, printed: String) {
    let printed = path + ".pdf"
    let script = Program.package.appending(path: "Tests/PasserelleTests/look-at-page.py").path
    let ending = try Program.run([script, path, printed], in: workspace.folder, program: "/usr/bin/python3")
    try #require(ending.status == 0, "\(ending.conversation)")
    return (try JSONDecoder().decode(BrowsedPage.self, from: Data(ending.output.utf8)), printed)
  }

  /// Expects what WCAG 2.2 asks for and a machine can see, in light and dark, narrow and wide.
  func expectSound(language: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(console == [], sourceLocation: sourceLocation)
    #expect(unnamed == [], sourceLocation: sourceLocation)
    #expect(looks.count == 4)
    for (window, look) in looks.sorted(by: { $0.key < $1.key }) {
      #expect(look.texts > 10 && look.poor == [], "\(window)", sourceLocation: sourceLocation)
      #expect(look.small == 0 && look.overflow <= 0, "\(window)", sourceLocation: sourceLocation)
      #expect(look.repeated == [] && look.loose == [], "\(window)", sourceLocation: sourceLocation)
      #expect(look.lang == language, sourceLocation: sourceLocation)
    }
    #expect(looks["light 900"]?.ink != looks["dark 900"]?.ink, "one colour scheme", sourceLocation: sourceLocation)
  }
}

extension Workspace {
  /// Runs a program that looks at a PDF document of the workspace.
  func look(_ program: String, _ arguments: [String]) throws -> Program.Ending {
    try Program.run(arguments, in: folder, program: "/usr/bin/\(program)")
  }

  /// The number of pages of a PDF document; expects it to be sound and tagged.
  func soundPages(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
    let check = try look("qpdf", ["--check", path])
    #expect(check.status == 0, "\(check.words)", sourceLocation: sourceLocation)
    let about = try look("pdfinfo", [path]).output
    #expect(about.contains(/Tagged: +yes/), sourceLocation: sourceLocation)
    return about.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) } ?? 0
  }
}
