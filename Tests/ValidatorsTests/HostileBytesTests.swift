import Bilingual
import Diagnostics
import FindingLaws
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
      #expect(FindingLaws.breaches(in: WorkspaceFile(path: file.path, bytes: bytes), grammar: grammar) == [])
    }
  }

  @Test func survivesTruncations() throws {
    let files = try filesOfShippedCurricula()
    let grammar = try Grammar(relaxNG: publishedGrammar)
    var numbers = SeededNumbers(seed: 7)
    let shortest = files.map(\.bytes.count).min()
    for file in files {
      // What follows the root's end is white space, which may be missing.
      let end = file.bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
      // The shortest is cut at every byte.
      let lengths = file.bytes.count == shortest ? Array(0...end) : (0..<12).map { _ in numbers.below(end + 1) }
      for length in lengths {
        let cut = Array(file.bytes.prefix(length))
        let document = WorkspaceFile(path: file.path, bytes: cut)
        #expect(FindingLaws.breaches(in: document, grammar: grammar) == [])
        let validation = validate([document], scope: .documents, today: FindingLaws.today)
        #expect(validation.findings.hasError, "\(file.path) cut at \(cut.count)")
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
    #expect(FindingLaws.breaches(of: validation) == [])
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
