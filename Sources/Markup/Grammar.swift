internal import CLibXML2

/// A compiled RELAX NG grammar, which any number of threads may share.
///
/// A class, because the compiled schema is freed once, when the last user lets go of it. libxml2 only reads it
/// after compilation, so its address is kept as a number: two threads with a parser, a document and a validation
/// context each were run under ThreadSanitizer over one schema without a finding.
package final class Grammar: Sendable {
  private let address: UInt

  /// What is wrong with a grammar.
  package struct Refusal: Error, Sendable {
    /// libxml2's words.
    package let message: String
  }

  /// Compiles a grammar in RELAX NG's XML syntax.
  package init(relaxNG bytes: [UInt8]) throws(Refusal) {
    startLibXML2()
    let messages = MessageCollector()
    address = unsafe bytes.withUnsafeBytes { buffer -> UInt in
      guard
        let context = unsafe xmlRelaxNGNewMemParserCtxt(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
      else { return 0 }
      defer { unsafe xmlRelaxNGFreeParserCtxt(context) }
      unsafe xmlRelaxNGSetParserStructuredErrors(
        context, { data, error in unsafe collectMessage(data, error?.pointee.message, error?.pointee.line) },
        messages.opaque)
      return unsafe UInt(bitPattern: xmlRelaxNGParse(context))
    }
    guard address != 0 else {
      throw Refusal(message: messages.first?.text ?? "")
    }
  }

  deinit {
    unsafe xmlRelaxNGFree(OpaquePointer(bitPattern: address))
  }

  /// libxml2's verdict on a document.
  func verdict(on document: xmlDocPtr) -> GrammarVerdict {
    guard let context = unsafe xmlRelaxNGNewValidCtxt(OpaquePointer(bitPattern: address)) else {
      return .refused(line: 1, message: "out of memory")
    }
    defer { unsafe xmlRelaxNGFreeValidCtxt(context) }
    let messages = MessageCollector()
    unsafe xmlRelaxNGSetValidStructuredErrors(
      context, { data, error in unsafe collectMessage(data, error?.pointee.message, error?.pointee.line) },
      messages.opaque)
    guard unsafe xmlRelaxNGValidateDoc(context, document) != 0 else { return .accepted }
    return .refused(line: messages.first?.line ?? 1, message: messages.first?.text ?? "")
  }
}

/// What the grammar says of a document.
package enum GrammarVerdict: Equatable, Sendable {
  /// The document is as the grammar wants it.
  case accepted
  /// It is not; libxml2's first line and words, which are often beside the fault.
  case refused(line: Int, message: String)
}

/// The first message that libxml2 gives; a class, because a callback fills it through an opaque pointer.
final class MessageCollector {
  private(set) var first: (line: Int, text: String)?

  func add(line: Int, text: String) {
    if first == nil { first = (line, text) }
  }

  /// This object as libxml2 carries it; it must outlive the call.
  var opaque: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }
}

private func collectMessage(
  _ data: UnsafeMutableRawPointer?, _ message: UnsafeMutablePointer<CChar>?, _ line: Int32?
) {
  guard let data = unsafe data, let message = unsafe message else { return }
  let text = unsafe String(cString: message)
  let trimmed = text.last == "\n" ? String(text.dropLast()) : text
  unsafe Unmanaged<MessageCollector>.fromOpaque(data).takeUnretainedValue().add(line: Int(line ?? 1), text: trimmed)
}

/// Starts libxml2 once, with a loader that opens nothing.
func startLibXML2() {
  _ = started
}

private let started: Void = {
  xmlInitParser()
  unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
}()
