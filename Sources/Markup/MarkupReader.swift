internal import CLibXML2
package import Diagnostics

/// Reads documents one after another with one parser, so that names and memory are found once and not for each.
@safe package struct MarkupReader: ~Copyable {
  private let grammar: Grammar?
  private var parser: xmlParserCtxtPtr?
  private let longestValue: Int
  private var recorder: TreeRecorder

  /// A reader that asks this grammar.
  ///
  /// - Parameter longestValue: How many bytes an attribute's value may have; a picture within a drawing has many.
  package init(grammar: Grammar?, longestValue: Int = MarkupLimits.value) {
    startLibXML2()
    self.grammar = grammar
    self.longestValue = longestValue
    recorder = TreeRecorder(longestValue: longestValue)
    unsafe parser = Self.makeParser()
  }

  deinit {
    unsafe xmlFreeParserCtxt(parser)
  }

  /// Parses a document and asks the grammar; opens nothing, follows nothing, expands nothing.
  ///
  /// The same bytes yield the same reading, whatever was read before. O(n) for n bytes, within `MarkupLimits`.
  package mutating func read(_ utf8: [UInt8], as source: SourceID) -> MarkupReading {
    if let fault = faultBeforeParsing(utf8) { return MarkupReading(fault: fault) }
    guard let parser = unsafe parser else {
      return MarkupReading(fault: MarkupFault(.other(message: "out of memory"), at: 0..<0))
    }
    let document = unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe recorder.begin(bytes)
      return unsafe Self.parse(bytes, with: parser, into: &recorder)
    }
    defer {
      unsafe xmlFreeDoc(document)
      forgetNames()
    }
    do throws(MarkupFault) {
      let tree = try recorder.finish(utf8, as: source)
      return MarkupReading(tree: tree, verdict: unsafe document.flatMap { unsafe grammar?.verdict(on: $0) })
    } catch {
      return MarkupReading(fault: error)
    }
  }

  /// Parses a document that is to be asked in XPath; nil where it is not well-formed.
  package mutating func readToQuery(_ utf8: [UInt8], as source: SourceID) -> QueriedDocument? {
    guard faultBeforeParsing(utf8) == nil, let parser = unsafe parser else { return nil }
    let document = unsafe utf8.withUnsafeBufferPointer { bytes in
      unsafe recorder.begin(bytes)
      return unsafe Self.parse(bytes, with: parser, into: &recorder)
    }
    defer { forgetNames() }
    guard let document = unsafe document else {
      _ = try? recorder.finish(utf8, as: source)
      return nil
    }
    guard let tree = try? recorder.finish(utf8, as: source) else {
      unsafe xmlFreeDoc(document)
      return nil
    }
    return unsafe QueriedDocument(tree: tree, taking: document)
  }

  /// Strange documents may hold any number of names, which must not pile up.
  private mutating func forgetNames() {
    guard recorder.names.names.count > 1000 else { return }
    unsafe xmlFreeParserCtxt(parser)
    unsafe parser = Self.makeParser()
    recorder = TreeRecorder(longestValue: longestValue)
  }

  private static func makeParser() -> xmlParserCtxtPtr? {
    let parser = unsafe xmlNewParserCtxt()
    if let handler = unsafe parser?.pointee.sax { unsafe listen(through: handler) }
    return unsafe parser
  }

  /// libxml2's own document, which its grammar wants; nil where it is not well-formed.
  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, with parser: xmlParserCtxtPtr, into recorder: inout TreeRecorder
  ) -> xmlDocPtr? {
    unsafe withUnsafeMutablePointer(to: &recorder) { recorder in
      unsafe parser.pointee._private = UnsafeMutableRawPointer(recorder)
      defer { unsafe parser.pointee._private = nil }
      let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      return unsafe xmlCtxtReadMemory(parser, start, Int32(bytes.count), nil, nil, options)
    }
  }

  /// The characters are UTF-8 by now, whatever the document says of its encoding.
  private static let options = [
    XML_PARSE_NONET, XML_PARSE_BIG_LINES, XML_PARSE_COMPACT, XML_PARSE_IGNORE_ENC,
  ].reduce(0) { $0 | Int32($1.rawValue) }
}
