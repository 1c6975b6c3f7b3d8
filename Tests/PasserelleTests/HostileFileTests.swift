import Foundation
import Glibc
import Testing

/// Files made to do harm: each ends with a finding, opens nothing else, and takes little memory beyond its own bytes.
///
/// How long each takes is measured in `Tests/Benchmarks/validation-hostile`, not here.
struct HostileFileTests {
  struct Attack: CustomTestStringConvertible, Sendable {
    let name: String
    /// What stands before the root.
    var prolog = ""
    /// What stands in the root's start tag.
    var tag = ""
    /// What stands in the root, a module.
    var content = ""
    let finding: String

    var testDescription: String { name }

    var bytes: Data {
      Data("\(prolog)<module xmlns=\"urn:passerelle:1\" \(tag)>\(content)</module>".utf8)
    }
  }

  /// Each entity is ten times the one before.
  private static var bomb: String {
    var declarations = "<!ENTITY a0 'ha'>"
    for number in 1..<20 {
      let reference = "&a" + String(number - 1) + ";"
      declarations += "<!ENTITY a" + String(number) + " '" + String(repeating: reference, count: 10) + "'>"
    }
    return "<!DOCTYPE module [" + declarations + "]>"
  }

  private static var attributes: String {
    (0..<200_000).map { number in "a\(number)=''" }.joined(separator: " ")
  }

  private static let attacks: [Attack] = [
    Attack(name: "entity bomb", prolog: bomb, content: "&a19;", finding: "DoctypeRefused"),
    Attack(
      name: "one long entity, often",
      prolog: "<!DOCTYPE module [<!ENTITY a '\(String(repeating: "x", count: 100_000))'>]>",
      content: String(repeating: "&a;", count: 50_000), finding: "DoctypeRefused"),
    Attack(
      name: "an entity in a pipe", prolog: "<!DOCTYPE module [<!ENTITY a SYSTEM 'pipe'>]>", content: "&a;",
      finding: "DoctypeRefused"),
    Attack(
      name: "a parameter entity in a pipe", prolog: "<!DOCTYPE module [<!ENTITY % a SYSTEM 'pipe'> %a;]>",
      finding: "DoctypeRefused"),
    Attack(name: "a subset in a pipe", prolog: "<!DOCTYPE module SYSTEM 'pipe'>", finding: "DoctypeRefused"),
    Attack(
      name: "an inclusion of a pipe",
      content: "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='pipe'/>", finding: "UnknownElement"),
    Attack(name: "200,000 attributes", tag: attributes, finding: "LimitExceeded"),
    Attack(name: "depth 300,000", content: String(repeating: "<p>", count: 300_000), finding: "LimitExceeded"),
    Attack(
      name: "a name of 60,000 characters", content: "<\(String(repeating: "n", count: 60_000))/>",
      finding: "NotWellFormed"),
    Attack(
      name: "100,000 elements", content: String(repeating: "<titel/>", count: 100_000), finding: "LimitExceeded"),
    Attack(name: "12 MB of text", content: String(repeating: "x", count: 12_000_000), finding: "LimitExceeded"),
    Attack(
      name: "a value of 2 MB", tag: "theme='\(String(repeating: "x", count: 2_000_000))'", finding: "LimitExceeded"),
    Attack(name: "a NUL byte", content: "a\u{0}b", finding: "NotWellFormed"),
  ]

  @Test(arguments: attacks)
  func endsInAFinding(attack: Attack) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Whoever opened it to read would wait for a writer without end.
    #expect(mkfifo(folder.appending(path: "pipe").path, 0o600) == 0)
    try attack.bytes.write(to: folder.appending(path: "hostile.xml"))
    try Data("<module/>".utf8).write(to: folder.appending(path: "small.xml"))
    let usual = try peak(ofChecking: "small.xml", in: folder)
    let ending = try peak(ofChecking: "hostile.xml", in: folder)
    #expect(ending.status == 1)
    #expect(ending.output.contains("\"\(attack.finding)\""), "\(ending.output.prefix(500))")
    let beyond = ending.kilobytes - usual.kilobytes - attack.bytes.count / 1024
    #expect(beyond < 64 * 1024, "\(beyond) kB beyond the file")
  }

  /// A module that another program writes to all the while: every run ends and judges one of its versions, or says that
  /// it changes.
  @Test func aFileThatChangesEndsInAVerdict() async throws {
    let workspace = try Workspace()
    let module = workspace.url("modules/dt-passwords.xml")
    let text = try Data(contentsOf: module)
    let writer = Task {
      while !Task.isCancelled {
        for version in [Data(text.prefix(text.count / 2)), text + text, text] {
          // In place, so that half of it may be read.
          try version.write(to: module)
        }
      }
    }
    for _ in 0..<5 {
      let ending = try workspace.run(["check", "--now", Workspace.now])
      #expect(ending.status == 0 || ending.status == 1, "\(ending.conversation)")
    }
    writer.cancel()
    try await writer.value
  }

  /// Runs the program and asks the system for the most memory that it had.
  private func peak(ofChecking name: String, in folder: URL) throws -> (status: Int32, output: String, kilobytes: Int) {
    let arguments = ["check", "--format", "json", folder.appending(path: name).path]
    let output = folder.appending(path: "output")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([Program.path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    try #require(posix_spawn(&process, Program.path, &actions, nil, &words, &environment) == 0)
    var status: Int32 = 0
    var usage = rusage()
    try #require(wait4(process, &status, 0, &usage) == process)
    let said = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, said, Int(usage.ru_maxrss))
  }
}
