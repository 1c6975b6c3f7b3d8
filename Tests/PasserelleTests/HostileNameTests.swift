import Foundation
import Testing

/// Names of people and titles that are HTML: in every form that a browser opens, they are text.
@Suite(.timeLimit(.minutes(30)))
struct HostileNameTests {
  private static let name = #"Bo <script>alert(1)</script> "x" onload='alert(2)' <img src=x onerror=alert(3)>"#

  @Test(arguments: SnapshotTests.languages)
  func namesAreTextWhereverABrowserReads(language: String) throws {
    let workspace = try Workspace.small()
    try workspace.succeed("person", "add", Self.name, "--id", "odd")
    try workspace.succeed(
      "pair", "add", "a-odd", "--junior", "awa", "--senior", "odd", "--now", "2026-05-25T10:00:00Z")
    let written = Self.name.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    try workspace.replace("<title>One</title>", with: "<title>\(written)</title>", in: "one.xml")
    try workspace.replace("<name>Tools</name>", with: "<name>\(written)</name>", in: "programme.xml")
    try workspace.replace(
      "name=\"Acme\"", with: "name=\"\(written.replacing("\"", with: "&quot;"))\"", in: "programme.xml")
    for command in [
      "next a-odd --format html", "next a-odd --for senior --format html", "graph --pair a-odd", "graph one",
      "report --format html",
    ] {
      let page = try workspace.succeed(
        command.split(separator: " ").map(String.init) + ["--lang", language, "--now", Workspace.now])
      #expect(page.contains("<svg ") || page.contains("<html "), "\(command)")
      for part in ["<script>alert", "<img src=x", "\"x\" onload"] {
        #expect(!page.contains(part), "\(command): \(part)")
      }
      #expect(!command.hasPrefix("report") ? page.contains("&lt;script>") || page.contains("&lt;script&gt;") : true)
    }
  }
}
