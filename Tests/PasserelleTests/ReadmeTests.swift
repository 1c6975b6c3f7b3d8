import Foundation
import Testing

/// What the README and the guides tell people to type works: each `sh` block, in order, in a workspace of its own.
struct ReadmeTests {
  @Test(arguments: ["README.md", "README.fr.md"])
  func everyCommandSucceeds(page: String) throws {
    let text = String(decoding: try Data(contentsOf: Program.package.appending(path: page)), as: UTF8.self)
    let workspace = try Workspace()
    var commands = 0
    for block in text.matches(of: /```sh\n((?:.|\n)*?)```/) {
      for line in block.1.split(separator: "\n") where line.hasPrefix("passerelle ") {
        let ending = try workspace.run(Array(words(of: line).dropFirst()))
        #expect(ending.status == 0, "\(line): \(ending.conversation)")
        commands += 1
      }
    }
    #expect(commands >= 8)
  }

  /// The words of a line as a shell splits them, with double quotes.
  private func words(of line: Substring) -> [String] {
    line.matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
  }
}
