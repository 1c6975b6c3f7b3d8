import Foundation
import Testing

/// What looks at pages for the tests: a browser that dies or says nothing fails a test with a reason, and soon.
struct BrowserTests {
  /// What is said of a program that stands in for the browser and does this.
  private func words(ofABrowserThat does: String, patience: String) throws -> String {
    let workspace = try Workspace()
    let browser = workspace.folder + "/chromium"
    try workspace.write("#!/bin/sh\n\(does)\n", to: "chromium")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
    let script = Program.package.appending(path: "Tests/PasserelleTests/look-at-page.py").path
    let ending = try Program.run(
      [script, "page.html", "page.pdf"], in: workspace.folder,
      environment: ["PATH": workspace.folder + ":/usr/bin:/bin", "BROWSER_PATIENCE": patience],
      program: "/usr/bin/python3")
    #expect(ending.status == 1 && ending.output == "")
    return ending.words
  }

  @Test func aBrowserThatSaysNothingIsNotAwaitedForEver() throws {
    let words = try words(ofABrowserThat: "echo out of memory >&2; cat <&3 >/dev/null", patience: "1")
    #expect(words.contains("Chromium has not answered within 1 s; Target.createTarget was awaited"))
    #expect(words.contains("out of memory"))
  }

  @Test func aBrowserThatTalksOfOtherThingsIsNotAwaitedForEver() throws {
    let words = try words(
      ofABrowserThat: "while printf '{\"method\": \"Log.entryAdded\"}\\0' >&4; do :; done", patience: "1")
    #expect(words.contains("Chromium has not answered within 1 s; Target.createTarget was awaited"))
  }

  @Test func aBrowserThatEndsIsToldOf() throws {
    let words = try words(ofABrowserThat: "echo no display >&2; exit 7", patience: "60")
    #expect(words.contains("Chromium ended") && words.contains("no display"))
  }
}
