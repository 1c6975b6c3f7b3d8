/// A file that travels within a PDF document.
package struct PDFAttachment: Hashable, Sendable {
  /// The file's name.
  package let name: String
  /// What it is, such as `application/json`.
  package let mediaType: String
  /// What it is for, in a phrase.
  package let description: String
  /// Its content.
  package let bytes: [UInt8]

  /// An attachment from its parts.
  package init(name: String, mediaType: String, description: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.description = description
    self.bytes = bytes
  }
}

/// Why the attachments of a document cannot be told.
package enum PDFAttachmentProblem: Error, Hashable, Sendable {
  /// The document is damaged: libqpdf cannot read it, or only by guessing.
  case damagedDocument
  /// An attachment is damaged, filtered in a way that ours are not, or has more bytes than the limit.
  case unreadableAttachment
}

/// The files within a PDF document, each once, in the order in which the catalog and its name tree list them.
///
/// A document that would have to be repaired is refused: readers repair in different ways, and what one shows need not
/// be what another finds. Only plain and deflated streams are unpacked, so that a small file cannot become a huge one:
/// deflate gives at most 1,032 bytes for one. O(n) for n bytes.
///
/// - Parameters:
///   - limit: the most bytes that an attachment has within the file.
package func pdfAttachments(in pdf: [UInt8], limit: Int) throws(PDFAttachmentProblem) -> [[UInt8]] {
  guard let document = try? QPDFDocument.read(pdf) else { throw .damagedDocument }
  let attachments = try attachments(in: document, limit: limit)
  guard !document.isDamaged else { throw .damagedDocument }
  return attachments
}

private func attachments(
  in document: borrowing QPDFDocument, limit: Int
) throws(PDFAttachmentProblem) -> [[UInt8]] {
  var numbers: Set<Int> = []
  var attachments: [[UInt8]] = []
  for file in specifications(in: document) {
    guard let embedded = document[file, "/EF"] else { continue }
    for key in document.keys(of: embedded) {
      guard let stream = document[embedded, key], document.isStream(stream) else { throw .unreadableAttachment }
      // One stream may stand under several keys.
      guard numbers.insert(document.number(of: stream)).inserted else { continue }
      guard isPlain(stream, in: document), let encoded = document.bytes(of: stream, encoded: true),
        encoded.count <= limit, let bytes = document.bytes(of: stream), bytes.count <= limit
      else { throw .unreadableAttachment }
      attachments.append(bytes)
    }
  }
  return attachments
}

/// Whether a stream is within the file, and deflated once at most.
private func isPlain(_ stream: QPDFDocument.Object, in document: borrowing QPDFDocument) -> Bool {
  guard document[stream, "/DecodeParms"] == nil, document[stream, "/F"] == nil else { return false }
  guard let filter = document[stream, "/Filter"] else { return true }
  let filters = document.items(of: filter)
  return filters.count == 1 && document.name(filters[0]) == "/FlateDecode"
}

/// The file specifications of the catalog's associated files and of its name tree (ISO 32000-2, 7.11.4 and 14.13).
private func specifications(in document: borrowing QPDFDocument) -> [QPDFDocument.Object] {
  var files: [QPDFDocument.Object] = []
  var nodes: [QPDFDocument.Object] = []
  if let associated = document[document.root, "/AF"] { files += document.items(of: associated) }
  if let names = document[document.root, "/Names"], let tree = document[names, "/EmbeddedFiles"] { nodes.append(tree) }
  var visited = 0
  while let node = nodes.popLast(), visited < 100 {
    visited += 1
    if let names = document[node, "/Names"] {
      files += document.items(of: names).enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
    if let kids = document[node, "/Kids"] { nodes += document.items(of: kids).reversed() }
  }
  return files
}
