import Foundation

/// A guide of the manual as a reader works through it: commands with their answers, and files to write.
struct Guide {
  /// A command, and what the guide says that it answers.
  struct Command {
    /// What is typed, in one line or several.
    let typed: String
    /// The lines that it answers; `…` stands for any lines, or for any characters in a line.
    let answer: [String]
    /// The lines of the guide that hold the answer.
    let lines: Range<Int>
  }

  /// One step of the way.
  enum Step {
    /// Commands that are typed on a day, which may stay as it was.
    case console(day: String?, fails: Bool, needsServer: Bool, commands: [Command])
    /// A file to write, from the folder in which the reader is.
    case file(path: String, text: String)
    /// Something to look at.
    case reading(String)
  }

  /// The lines of the page.
  let lines: [String]

  /// What stands between fences, in order.
  var steps: [Step] {
    var steps: [Step] = []
    var index = 0
    while index < lines.count {
      guard let fence = lines[index].wholeMatch(of: /```(\w+)(?:\s(.+))?/) else {
        index += 1
        continue
      }
      let end = lines[(index + 1)...].firstIndex(of: "```") ?? lines.endIndex
      let words = (fence.2 ?? "").split(separator: " ").map(String.init)
      let body = index + 1..<end
      if fence.1 == "console" {
        steps.append(
          .console(
            day: words.first { $0.contains(/^\d{4}-\d\d-\d\d$/) }, fails: words.contains("fails"),
            needsServer: words.contains("postgresql"), commands: commands(in: body)))
      } else if let path = words.first {
        steps.append(.file(path: path, text: lines[body].joined(separator: "\n") + "\n"))
      } else {
        steps.append(.reading(lines[body].joined(separator: "\n")))
      }
      index = end + 1
    }
    return steps
  }

  private func commands(in body: Range<Int>) -> [Command] {
    var found: [Command] = []
    var index = body.lowerBound
    while index < body.upperBound {
      var typed = [String(lines[index].dropFirst("$ ".count))]
      while typed.last?.hasSuffix("\\") == true, index + 1 < body.upperBound {
        index += 1
        typed.append(lines[index])
      }
      let start = index + 1
      index = lines[start..<body.upperBound].firstIndex { $0.hasPrefix("$ ") } ?? body.upperBound
      found.append(
        Command(typed: typed.joined(separator: "\n"), answer: Array(lines[start..<index]), lines: start..<index))
    }
    return found
  }
}

extension Guide.Command {
  /// What is different in each run: identifiers and keys.
  private static var name: Regex<Substring> {
    /did:key:z[0-9A-Za-z]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
  }

  /// The identifiers and keys of a text, in order.
  static func names(in text: String) -> [String] { text.matches(of: name).map { String($0.output) } }

  /// Whether an answer is the one that the guide tells, whatever its identifiers and keys.
  func isAnswered(by text: String) -> Bool {
    Self.lines(of: text).fits(answer[...])
  }

  private static func lines(of text: String) -> ArraySlice<String> {
    guard !text.isEmpty else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .dropLast(text.hasSuffix("\n") ? 1 : 0)
  }

  /// Whether a line is the one that the guide tells.
  static func fits(_ line: String, _ told: String) -> Bool {
    let parts = told.replacing(name, with: "NAME").split(separator: "…", omittingEmptySubsequences: false)
    var rest = line.replacing(name, with: "NAME")[...]
    guard let first = parts.first, rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst() {
      guard let place = part.isEmpty ? rest.endIndex..<rest.endIndex : rest.ranges(of: part).last else { return false }
      rest = rest[place.upperBound...]
    }
    return rest.isEmpty
  }
}

extension ArraySlice<String> {
  /// Whether these lines are those that a guide tells; `…` stands for any number of them.
  fileprivate func fits(_ told: ArraySlice<String>) -> Bool {
    guard let first = told.first else { return isEmpty }
    if first == "…" { return indices.contains { self[$0...].fits(told.dropFirst()) } || told.count == 1 }
    guard let line = self.first, Guide.Command.fits(line, first) else { return false }
    return dropFirst().fits(told.dropFirst())
  }
}
