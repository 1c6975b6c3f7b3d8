internal import CLibXML2
package import Diagnostics

/// What reading one document yields.
package struct MarkupReading: Sendable {
  /// The tree; nil where the document is not well-formed.
  package let tree: MarkupTree?
  /// What keeps it from being well-formed.
  package let fault: MarkupFault?
  /// What the grammar says; nil where there is no tree or no grammar was given.
  package let verdict: GrammarVerdict?
}

/// Parses a document and asks the grammar; opens nothing, follows nothing, expands nothing.
///
/// O(n) for n bytes, within `MarkupLimits`.
package func read(_ utf8: [UInt8], as source: SourceID, grammar: Grammar?) -> MarkupReading {
  if let fault = faultBeforeParsing(utf8) { return MarkupReading(tree: nil, fault: fault, verdict: nil) }
  startLibXML2()
  let bytes = withoutDeclaredEncoding(utf8)
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    let recorder = TreeRecorder(bytes: bytes)
    guard let parser = unsafe Parser(buffer, recorder: recorder) else {
      let fault = MarkupFault(.other(message: "out of memory"), at: 0..<0)
      return MarkupReading(tree: nil, fault: fault, verdict: nil)
    }
    parser.run()
    guard let tree = recorder.tree(source: source) else {
      let fault = recorder.fault ?? MarkupFault(.empty, at: 0..<0)
      return MarkupReading(tree: nil, fault: fault, verdict: nil)
    }
    return MarkupReading(tree: tree, fault: nil, verdict: grammar.flatMap { parser.verdict(of: $0) })
  }
}

private func faultBeforeParsing(_ utf8: [UInt8]) -> MarkupFault? {
  if utf8.count > MarkupLimits.bytes {
    return MarkupFault(.tooLarge(bytes: utf8.count, limit: MarkupLimits.bytes), at: 0..<0)
  }
  guard let first = utf8.firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
    return MarkupFault(.empty, at: 0..<0)
  }
  if utf8[first] != UInt8(ascii: "<") {
    return MarkupFault(.notXML, at: first..<(first + 1))
  }
  // Below this size libxml2's time per tag is bounded by a few milliseconds whatever stands in it.
  if utf8.count > 1 << 16, let tag = tagWithTooManyAttributes(in: utf8, limit: MarkupLimits.attributes) {
    return MarkupFault(.tooManyAttributes(limit: MarkupLimits.attributes), at: tag)
  }
  return nil
}

/// The bytes with the declared encoding blanked out: they are UTF-8 by now, whatever the file was.
private func withoutDeclaredEncoding(_ utf8: [UInt8]) -> [UInt8] {
  guard utf8.starts(with: "<?xml".utf8), let end = utf8.prefix(200).firstIndex(of: UInt8(ascii: ">")) else {
    return utf8
  }
  var index = 5
  while index < end, !utf8[index...].starts(with: "encoding".utf8) { index += 1 }
  guard index < end else { return utf8 }
  let quotes = utf8[index..<end].indices.filter { utf8[$0] == UInt8(ascii: "\"") || utf8[$0] == UInt8(ascii: "'") }
  guard quotes.count >= 2, !utf8[quotes[0]...].starts(with: "\"UTF-8\"".utf8) else { return utf8 }
  var bytes = utf8
  for position in index...quotes[1] { bytes[position] = UInt8(ascii: " ") }
  return bytes
}

/// One run of libxml2's parser over one buffer, which must outlive it.
@safe private struct Parser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let recorder: TreeRecorder

  init?(_ buffer: UnsafeBufferPointer<UInt8>, recorder: TreeRecorder) {
    let start = unsafe UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
    guard let context = unsafe xmlCreateMemoryParserCtxt(start, Int32(buffer.count)) else { return nil }
    unsafe self.context = context
    self.recorder = recorder
    unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue))
    unsafe context.pointee._private = Unmanaged.passUnretained(recorder).toOpaque()
    if let handler = unsafe context.pointee.sax { unsafe listen(through: handler) }
  }

  deinit {
    if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe xmlFreeParserCtxt(context)
  }

  func run() {
    _ = unsafe xmlParseDocument(context)
  }

  func verdict(of grammar: Grammar) -> GrammarVerdict? {
    unsafe context.pointee.myDoc.map { unsafe grammar.verdict(on: $0) }
  }
}
