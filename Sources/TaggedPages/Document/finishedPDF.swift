internal import Bilingual

/// Makes a document that Cairo drew into one that keeps the rules of PDF/A-3 and PDF/UA-1.
///
/// Cairo tags content and embeds fonts; what it leaves out is put in here. The rules that are kept, by their place in
/// ISO 19005-3 (A) and ISO 14289-1 (UA):
/// - the catalog says its language (A 6.7.4, UA 7.2) and that the title is shown (UA 7.1);
/// - metadata in XMP, equal to the information dictionary, with both standards' identification (A 6.6, UA 5);
/// - an output intent with a profile of sRGB (A 6.2.3);
/// - everything drawn is tagged or an artifact (UA 7.1), and every figure has words (UA 7.3);
/// - CID fonts name their glyph map (A 6.2.11.3), pictures are not smoothed (A 6.2.8);
/// - the attachment says what it is and stands among the associated files (A 6.8);
/// - a file identifier, which depends on the content alone (A 6.1.3).
///
/// The same input gives the same bytes. No independent authority has certified any of it.
package func finishedPDF(
  _ drawing: PageCanvas.Drawing, _ metadata: DocumentMetadata, attaching attachment: PDFAttachment? = nil
) throws(PageFailure) -> [UInt8] {
  let document = try QPDFDocument.read(drawing.bytes)
  let root = document.root
  document.set("/Lang", of: root, to: document.string(metadata.language.rawValue))
  document.set("/ViewerPreferences", of: root, to: document.parsed("<< /DisplayDocTitle true >>"))
  describe(document, metadata)
  addOutputIntent(to: document)
  try markArtifacts(in: document)
  sayFigures(drawing.figures, in: document)
  for index in 0..<document.pageCount {
    let page = document.page(index)
    document.set("/Tabs", of: page, to: document.parsed("/S"))
    var visited: Set<Int> = []
    if let resources = document[page, "/Resources"] { repair(resources, in: document, &visited) }
  }
  if let attachment { attach(attachment, to: document, metadata) }
  return try document.written()
}

/// The information dictionary, and the same in XMP.
private func describe(_ document: borrowing QPDFDocument, _ metadata: DocumentMetadata) {
  let date = pdfDate(metadata)
  if let information = document[document.trailer, "/Info"] {
    for key in ["/CreationDate", "/ModDate"] {
      document.set(key, of: information, to: document.string(date))
    }
    document.set("/Producer", of: information, to: document.string(DocumentMetadata.producer))
  }
  let packet = Array(xmpPacket(metadata).utf8)
  document.set("/Metadata", of: document.root, to: document.stream(packet, "<< /Type /Metadata /Subtype /XML >>"))
}

/// The time of a document as PDF writes it (ISO 32000-1, 7.9.4), in whole seconds.
private func pdfDate(_ metadata: DocumentMetadata) -> String {
  "D:" + metadata.created.iso.prefix(19).filter(\.isNumber) + "Z"
}

private func addOutputIntent(to document: borrowing QPDFDocument) {
  let intent = document.parsed(
    "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) >>")
  document.set("/DestOutputProfile", of: intent, to: document.stream(sRGBProfile, "<< /N 3 >>"))
  let intents = document.parsed("[ ]")
  document.append(document.indirect(intent), to: intents)
  document.set("/OutputIntents", of: document.root, to: intents)
}

private func markArtifacts(in document: borrowing QPDFDocument) throws(PageFailure) {
  for index in 0..<document.pageCount {
    let page = document.page(index)
    guard let content = document.content(ofPage: page), let marked = contentWithArtifacts(content) else {
      throw PageFailure(reason: "the content of a page is not as Cairo writes it")
    }
    document.set("/Contents", of: page, to: document.stream(marked, "<< >>"))
  }
}

/// Gives the figures their words: both stand in the order in which they were drawn.
private func sayFigures(_ figures: [String], in document: borrowing QPDFDocument) {
  guard let tree = document[document.root, "/StructTreeRoot"] else { return }
  var words = figures[...]
  var queue = [tree]
  while let element = queue.popLast() {
    if document.name(document[element, "/S"]) == "/Figure", let next = words.popFirst() {
      document.set("/Alt", of: element, to: document.string(next))
    }
    if let kids = document[element, "/K"] { queue += document.items(of: kids).reversed() }
  }
}

/// Mends what Cairo leaves out in fonts and pictures, here and in the forms that are used.
private func repair(
  _ resources: QPDFDocument.Object, in document: borrowing QPDFDocument, _ visited: inout Set<Int>
) {
  if let fonts = document[resources, "/Font"] {
    for key in document.keys(of: fonts) {
      guard let font = document[fonts, key], let descendants = document[font, "/DescendantFonts"] else { continue }
      for descendant in document.items(of: descendants)
      where document.name(document[descendant, "/Subtype"]) == "/CIDFontType2" {
        document.set("/CIDToGIDMap", of: descendant, to: document.parsed("/Identity"))
      }
    }
  }
  guard let objects = document[resources, "/XObject"] else { return }
  for key in document.keys(of: objects) {
    guard let object = document[objects, key], visited.insert(document.number(of: object)).inserted else { continue }
    document.remove("/Interpolate", of: object)
    if let mask = document[object, "/SMask"] { document.remove("/Interpolate", of: mask) }
    if let own = document[object, "/Resources"] { repair(own, in: document, &visited) }
  }
}

private func attach(
  _ attachment: PDFAttachment, to document: borrowing QPDFDocument, _ metadata: DocumentMetadata
) {
  let type = attachment.mediaType.replacing("/", with: "#2f")
  let stream = document.stream(
    attachment.bytes,
    "<< /Type /EmbeddedFile /Subtype /\(type) /Params << /Size \(attachment.bytes.count) /ModDate (\(pdfDate(metadata))) >> >>"
  )
  let embedded = document.parsed("<< >>")
  for key in ["/F", "/UF"] { document.set(key, of: embedded, to: stream) }
  let file = document.parsed("<< /Type /Filespec /AFRelationship /Data >>")
  for key in ["/F", "/UF"] { document.set(key, of: file, to: document.string(attachment.name)) }
  document.set("/Desc", of: file, to: document.string(attachment.description))
  document.set("/EF", of: file, to: embedded)
  let specification = document.indirect(file)
  let names = document.parsed("[ ]")
  document.append(document.string(attachment.name), to: names)
  document.append(specification, to: names)
  let tree = document.parsed("<< /EmbeddedFiles << >> >>")
  if let leaf = document[tree, "/EmbeddedFiles"] { document.set("/Names", of: leaf, to: names) }
  document.set("/Names", of: document.root, to: tree)
  let associated = document.parsed("[ ]")
  document.append(specification, to: associated)
  document.set("/AF", of: document.root, to: associated)
}
