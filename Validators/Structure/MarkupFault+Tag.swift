internal import Bilingual
internal import Diagnostics
internal import Markup

extension MarkupFault {
  /// What can be done about a quotation mark, a space or an equals sign that is missing or mistyped in a tag.
  func solutionsInTag(at span: SourceSpan) -> [Diagnostic.Solution] {
    switch kind {
    case .closedByOtherMark(let quote, _):
      [
        .init(
          Wording(en: "end it with \(quote)", fr: "la finir par \(quote)"), [.init(span, with: quote)],
          certainty: .certain)
      ]
    case .unclosedValue(_, let quote, let isCertain):
      [
        .init(
          Wording(en: "write \(quote) at its end", fr: "écrire \(quote) à sa fin"), [.init(span.end, with: quote)],
          certainty: isCertain ? .certain : .suggested)
      ]
    case .quoteInValue(_, let quote, let marks):
      [quoteWithin(quote == "\"" ? "&quot;" : "&apos;", at: marks, in: span.source)]
    case .missingSpace(let name):
      [
        .init(
          Wording(en: "write a space before \(en(name))", fr: "écrire une espace avant \(fr(name))"),
          [.init(SourceSpan(span.source, span.utf8.lowerBound..<span.utf8.lowerBound), with: " ")],
          certainty: .certain)
      ]
    case .attributeWithoutValue(let name, true):
      [
        .init(
          Wording(en: "write = behind \(en(name))", fr: "écrire = après \(fr(name))"), [.init(span.end, with: "=")],
          certainty: .certain)
      ]
    case .attributeWithoutValue(let name, false):
      [.init(Wording(en: "write \(name)=\"…\", or delete it", fr: "écrire \(name)=\"…\", ou le supprimer"))]
    default: []
    }
  }

  private func quoteWithin(_ reference: String, at marks: [Int], in source: SourceID) -> Diagnostic.Solution {
    .init(
      Wording(en: "write \(en(reference)) within the value", fr: "écrire \(fr(reference)) à l’intérieur"),
      marks.map { .init(SourceSpan(source, $0..<$0 + 1), with: reference) })
  }
}

extension SourceSpan {
  /// The place behind the last character.
  fileprivate var end: SourceSpan { SourceSpan(source, utf8.upperBound..<utf8.upperBound) }
}
