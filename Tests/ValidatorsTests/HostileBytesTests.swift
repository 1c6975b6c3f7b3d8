import Bilingual
import CurriculumReading
import Diagnostics
import Markup
import Testing
import Validators

/// Damaged documents: each ends with findings inside the document, and none that libxml2 refuses is passed over.
struct HostileBytesTests {
  @Test func survivesMutations() throws {
    let files = try filesOfShippedCurricula()
    let grammar = try Grammar(relaxNG: publishedGrammar)
    var numbers = SeededNumbers(seed: 20_261_123)
    for _ in 0..<400 {
      let file = files[numbers.below(files.count)]
      var bytes = file.bytes
      for _ in 0...numbers.below(3) { mutate(&bytes, with: &numbers) }
      try check(WorkspaceFile(path: file.path, bytes: bytes), grammar)
    }
  }

  @Test func survivesTruncations() throws {
    let files = try filesOfShippedCurricula()
    let grammar = try Grammar(relaxNG: publishedGrammar)
    var numbers = SeededNumbers(seed: 7)
    for file in files {
      // What follows the root's end is white space, which may be missing.
      let end = file.bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
      for _ in 0..<12 {
        let cut = Array(file.bytes.prefix(numbers.below(end + 1)))
        #expect(try check(WorkspaceFile(path: file.path, bytes: cut), grammar), "\(file.path) cut at \(cut.count)")
      }
    }
  }

  /// A workspace in which every document is damaged at once.
  @Test func survivesADamagedWorkspace() throws {
    var numbers = SeededNumbers(seed: 11)
    let files = try filesOfShippedCurricula().map { file in
      var bytes = file.bytes
      for _ in 0..<3 { mutate(&bytes, with: &numbers) }
      return WorkspaceFile(path: file.path, bytes: bytes)
    }
    let validation = validate(
      files, scope: .workspace, today: CalendarDay(iso: "2026-11-23"),
      listing: WorkspaceListing(folder: "", files: Set(files.map(\.path))))
    #expect(!validation.findings.isEmpty)
    expectPlacesInside(validation)
  }

  /// Whether something was found; every place of it lies in the document, and it can be said in both languages.
  @discardableResult
  private func check(_ file: WorkspaceFile, _ grammar: Grammar) throws -> Bool {
    let validation = validate(
      [file], scope: .documents, today: CalendarDay(iso: "2026-11-23"),
      listing: WorkspaceListing(folder: "", files: [file.path]))
    expectPlacesInside(validation)
    if isRefused(file.bytes, by: grammar) { #expect(validation.findings.hasError, "nothing found in \(file.path)") }
    return !validation.findings.isEmpty
  }

  private func isRefused(_ bytes: [UInt8], by grammar: Grammar) -> Bool {
    guard let decoded = try? decode(bytes) else { return true }
    let reading = read(decoded.utf8, as: SourceID(index: 0), grammar: grammar)
    if case .refused = reading.verdict { return true }
    return reading.tree == nil
  }

  private func expectPlacesInside(_ validation: Validation) {
    for finding in validation.findings {
      let replaced = finding.solutions.flatMap(\.replacements).map(\.span)
      for span in [finding.span] + finding.notes.compactMap(\.span) + replaced {
        let count = validation.sources[span.source].utf8.count
        #expect(span.utf8.lowerBound >= 0 && span.utf8.upperBound <= count, "\(finding.id) at \(span.utf8) of \(count)")
      }
      for language in Language.allCases {
        let report = TextReport(sources: validation.sources, language: language, style: .plain)
        #expect(!report.text(of: finding).isEmpty)
        let names = fingerprints(of: [finding], in: validation.sources)
        let reported = names.map { ReportedFinding(finding, $0, isKnown: false) }
        #expect(
          reported.map { DiagnosticRecord($0, sources: validation.sources, language: language).line >= 1 } == [true])
      }
    }
  }
}

/// Numbers that look random and are the same on every run (SplitMix64; Steele, Lea and Flood 2014).
private struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to a bound.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }
}

/// Pieces that parsers stumble over.
private let stumblingBlocks: [[UInt8]] =
  [
    "<", ">", "&", "\"", "'", "/", "]]>", "<!--", "-->", "<![CDATA[", "<?x", "&#0;", "&#xD800;", "&amp", "</module>",
    "<p>", "xml:lang=\"\"", " id=\"a\"", "xmlns=\"urn:x\"", "x:y", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "\u{FEFF}",
    "\u{2028}", "\r", "\t", "𝄞",
  ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

/// Changes some bytes: one flipped, a stretch deleted, doubled or moved, or a stumbling block put in.
private func mutate(_ bytes: inout [UInt8], with numbers: inout SeededNumbers) {
  guard !bytes.isEmpty else { return }
  let start = numbers.below(bytes.count)
  let stretch = start..<min(bytes.count, start + 1 + numbers.below(40))
  switch numbers.below(6) {
  case 0: bytes[start] ^= 1 << UInt8(numbers.below(8))
  case 1: bytes.removeSubrange(stretch)
  case 2: bytes.insert(contentsOf: bytes[stretch], at: start)
  case 3:
    let moved = Array(bytes[stretch])
    bytes.removeSubrange(stretch)
    bytes.insert(contentsOf: moved, at: numbers.below(bytes.count + 1))
  default: bytes.insert(contentsOf: stumblingBlocks[numbers.below(stumblingBlocks.count)], at: start)
  }
}
