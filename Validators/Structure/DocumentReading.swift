internal import Bilingual
internal import CurriculumReading
package import Diagnostics
internal import Markup
internal import RelaxNG

/// One document read: what came of it and what was found.
struct DocumentReading: Sendable {
  enum Outcome: Sendable {
    case accepted(DocumentContext)
    case unread(CurriculumDraft.UnreadDocument)
  }

  /// The characters, for lines and columns.
  let source: Source
  let outcome: Outcome
  let findings: [Diagnostic]
}

extension Source {
  /// The characters of a file as its findings show them, even where they cannot be read.
  package init(showing file: WorkspaceFile) {
    do {
      self.init(path: file.path, utf8: try decode(file.bytes).utf8)
    } catch {
      self.init(path: file.path, utf8: error.shown ?? file.bytes)
    }
  }
}

/// Reads one document: decoding, well-formedness, libxml2's verdict on the grammar, and either the explanation of a
/// refusal or what the rules on single documents find.
///
/// The same bytes on the same day have the same reading, whatever stands beside them and was read before.
func readDocument(
  _ file: WorkspaceFile, as id: SourceID, today: CalendarDay?, with reader: inout MarkupReader
) -> DocumentReading {
  if let refusal = file.refusal {
    return DocumentReading(
      source: Source(path: file.path, utf8: []), outcome: .unread(.init(kind: nil, id: nil)),
      findings: [refusal.diagnostic(in: id)])
  }
  let decoded: DecodedSource
  do {
    decoded = try decode(file.bytes)
  } catch {
    let source = Source(path: file.path, utf8: error.shown ?? file.bytes)
    return DocumentReading(
      source: source, outcome: .unread(.init(kind: nil, id: nil)), findings: [error.diagnostic(in: id)])
  }
  let source = Source(path: file.path, utf8: decoded.utf8)
  let reading = reader.read(decoded.utf8, as: id)
  guard let root = reading.tree?.root else {
    let fault = reading.fault ?? MarkupFault(.empty, at: 0..<0)
    return DocumentReading(
      source: source, outcome: .unread(.init(kind: nil, id: nil)), findings: [fault.diagnostic(in: id)])
  }
  guard case .refused(let line, let message) = reading.verdict else {
    let document = DocumentContext(root, path: file.path, today: today)
    return DocumentReading(
      source: source, outcome: .accepted(document), findings: documentRules.flatMap { $0.findings(in: document) })
  }
  let explained = vocabulary.explain(root, in: source, line: line, message: message)
  // What is no identifier names nothing: what others ask of the document under its true one is not missing.
  let name = root[attribute: "id"].map(\.value).flatMap { isIdentifier($0) ? $0 : nil }
  let document = CurriculumDraft.UnreadDocument(kind: DocumentKind(root: root), id: name)
  return DocumentReading(source: source, outcome: .unread(document), findings: explained)
}
