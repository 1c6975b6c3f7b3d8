import Diagnostics
import FoundationEssentials
import Glibc
import Markup
import RelaxNG
import Testing

/// The verdicts on generated documents beside those of jing, an engine of other authors, where it is installed.
struct ThirdVoiceTests {
  private static let jing = ["/usr/bin/jing", "/usr/local/bin/jing"].first { (path: String) in access(path, X_OK) == 0 }

  @Test(.enabled(if: jing != nil, "jing is not installed")) func jingAgrees() throws {
    let (grammar, schema) = try SingleFaultTests.vocabulary()
    let folder = FileManager.default.temporaryDirectory.appending(path: "relaxng-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var refused: Set<String> = []
    var paths: [String] = []
    for (index, document) in SampleDocuments.all.enumerated() {
      guard var generator = FaultGenerator(document, seed: UInt64(100 + index)) else { continue }
      for kind in GeneratedFault.Kind.allCases {
        for _ in 0..<4 {
          guard let fault = generator.fault(kind) else { continue }
          let bytes = Array(fault.text.utf8)
          guard let root = read(bytes, as: SourceID(index: 0), grammar: grammar).tree?.root else { continue }
          let file = folder.appending(path: "\(paths.count).xml")
          try Data(bytes).write(to: file)
          paths.append(file.path)
          if !schema.accepts(root) { refused.insert(file.path) }
        }
      }
    }
    let named = try filesNamed(byJingOn: paths, in: folder)
    #expect(paths.count > 150)
    #expect(named.symmetricDifference(refused).sorted() == [])
  }

  /// The documents in which one run of jing finds an error.
  private func filesNamed(byJingOn paths: [String], in folder: URL) throws -> Set<String> {
    let report = folder.appending(path: "report.txt").path
    let schema = SingleFaultTests.folder.appending(path: "Validators/Schemas/passerelle.rng").path
    let arguments = [Self.jing ?? "jing", schema] + paths
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, report, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var process = pid_t()
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/local/bin:/usr/bin:/bin"), nil]
    defer { for pointer in environment { free(pointer) } }
    let failure = posix_spawn(&process, arguments[0], &actions, nil, &pointers, &environment)
    #expect(failure == 0)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let text = String(decoding: try Data(contentsOf: URL(filePath: report)), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.contains(": error: ") || $0.contains(": fatal: ") }
    return Set(lines.map { String($0.prefix { $0 != ":" }) })
  }
}
