import Crypto
import Diagnostics
import FoundationEssentials
import Validators

/// A check of a workspace, kept so that the next one reads only what has changed since.
///
/// A file counts as unchanged while the system says nothing else of it and its last change lies well before it was looked
/// at; otherwise its digest decides.
struct CheckMemory {
  /// What the results depend on besides the files: program, day, workspace.
  let key: String
  /// When the files were looked at, in nanoseconds since 1970.
  var surveyedAt: Int64
  /// The XML files, in order of path.
  var documents: [WorkspaceSurvey.Entry]
  /// The other files, in order of path.
  var others: [WorkspaceSurvey.Entry]
  /// The digest of each document.
  var contents: [DocumentDigest]
  /// What was found by our rules.
  var library: LibraryMemory
  /// What those rules ask of each document, to be read where a change makes it worth while.
  var index: KeptIndex
  /// What was found by the organisation's own rules.
  var house: HouseRuleCheck.Kept

  /// What is written as JSON, because most often it is short.
  private struct Found: Codable {
    let facts: LibraryMemory.Facts
    let house: HouseRuleCheck.Kept
  }

  private static let opening = Array("passerelle check 2\n".utf8)

  /// The memory as bytes, its own digest last.
  func bytes() throws -> [UInt8] {
    var writer = MemoryWriter(Self.opening)
    writer.write(key)
    writer.write(surveyedAt)
    for entries in [documents, others] {
      writer.write(Int64(entries.count))
      for entry in entries {
        writer.write(entry.path)
        for figure in entry.signature.figures { writer.write(figure) }
      }
    }
    for digest in contents + library.visible { writer.append(digest.bytes) }
    index.write(to: &writer)
    writer.append(Array(try JSONEncoder().encode(Found(facts: library.facts, house: house))))
    return writer.bytes + DocumentDigest(of: writer.bytes).bytes
  }

  /// A memory from its bytes; nil where a bit of them is not as it was written, or they are about something else.
  init?(_ bytes: [UInt8], key wanted: String) {
    let end = bytes.count - DocumentDigest.size
    guard end > Self.opening.count, bytes.starts(with: Self.opening),
      DocumentDigest(of: Array(bytes[..<end])).bytes == Array(bytes[end...])
    else { return nil }
    var reader = MemoryReader(bytes[Self.opening.count..<end])
    guard let key = reader.text(), key == wanted, let surveyedAt = reader.number(),
      let documents = Self.entries(&reader), let others = Self.entries(&reader),
      let contents = Self.digests(&reader, documents.count), let visible = Self.digests(&reader, documents.count),
      let index = KeptIndex(&reader),
      let found = try? JSONDecoder().decode(Found.self, from: Data(reader.rest)),
      let library = LibraryMemory(found.facts, visible: visible)
    else { return nil }
    self.init(
      key: key, surveyedAt: surveyedAt, documents: documents, others: others, contents: contents, library: library,
      index: index, house: found.house)
  }

  /// A memory from its parts.
  init(
    key: String, surveyedAt: Int64, documents: [WorkspaceSurvey.Entry], others: [WorkspaceSurvey.Entry],
    contents: [DocumentDigest], library: LibraryMemory, index: KeptIndex, house: HouseRuleCheck.Kept
  ) {
    self.key = key
    self.surveyedAt = surveyedAt
    self.documents = documents
    self.others = others
    self.contents = contents
    self.library = library
    self.index = index
    self.house = house
  }

  private static func entries(_ reader: inout MemoryReader) -> [WorkspaceSurvey.Entry]? {
    guard let count = reader.number(), (0...Int64(reader.rest.count)).contains(count) else { return nil }
    var entries: [WorkspaceSurvey.Entry] = []
    entries.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let path = reader.text() else { return nil }
      var figures: [Int64] = []
      figures.reserveCapacity(6)
      for _ in 0..<6 {
        guard let figure = reader.number() else { return nil }
        figures.append(figure)
      }
      entries.append(.init(path: path, signature: FileSignature(figures: figures)))
    }
    return entries
  }

  private static func digests(_ reader: inout MemoryReader, _ count: Int) -> [DocumentDigest]? {
    var digests: [DocumentDigest] = []
    digests.reserveCapacity(count)
    for _ in 0..<count {
      guard let bytes = reader.bytes(DocumentDigest.size) else { return nil }
      digests.append(DocumentDigest(bytes: Array(bytes)))
    }
    return digests
  }
}
