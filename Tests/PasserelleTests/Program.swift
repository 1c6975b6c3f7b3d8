import Foundation

/// The built `passerelle`, run as a program of its own.
enum Program {
  /// How a run ended and what it said.
  struct Ending: Equatable {
    /// The exit status; 128 and the signal's number where a signal ended it.
    let status: Int32
    /// What it printed.
    let output: String
    /// What it said beside it.
    let conversation: String

    /// Everything that it said, each run of blanks as one space, because long sentences are broken into lines.
    var words: String {
      (output + " " + conversation).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }
  }

  /// The program, beside the bundle of these tests.
  static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "passerelle").path

  /// The root of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs the program in a folder; its output goes through files, so that no pipe can fill up.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:], program: String = path,
    input: String? = nil
  ) throws -> Ending {
    let base = FileManager.default.temporaryDirectory.appending(path: "passerelle-run-\(UUID().uuidString)")
    let (output, conversation) = (base.appendingPathExtension("out"), base.appendingPathExtension("err"))
    defer { [output, conversation].forEach { try? FileManager.default.removeItem(at: $0) } }
    for file in [output, conversation] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "TMPDIR": folder, "HOME": "/nonexistent"].merging(environment) {
      $1
    }
    let answers = base.appendingPathExtension("in")
    defer { try? FileManager.default.removeItem(at: answers) }
    if let input { try Data(input.utf8).write(to: answers) }
    process.standardInput = input == nil ? .nullDevice : try FileHandle(forReadingFrom: answers)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: conversation)
    try process.run()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return Ending(
      status: process.terminationStatus + (isSignal ? 128 : 0), output: try text(output),
      conversation: try text(conversation))
  }

  private static func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
