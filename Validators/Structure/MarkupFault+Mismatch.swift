internal import Bilingual
internal import Diagnostics
internal import Markup

extension MarkupFault {
  /// Whether an end tag is one of the open element's in other letters, or by another name for it.
  var isMisspelt: Bool {
    guard case .mismatchedTag(let open, _, let closed, _) = kind else { return false }
    return isNear(open, closed)
  }

  /// What can be done about an end tag that is not the open element's.
  func mismatchSolutions(
    _ open: String, _ openAt: Range<Int>, _ closed: String, _ text: Range<Int>?, at span: SourceSpan
  ) -> [Diagnostic.Solution] {
    renamings(open, openAt, closed, at: span) + (isMisspelt ? [] : openings(closed, text, at: span))
      + [
        .init(
          Wording(
            en: "close \(en(open)) before \(en("</\(closed)>"))", fr: "fermer \(fr(open)) avant \(fr("</\(closed)>"))"))
      ]
  }

  /// What can be done about a tag whose end, slash or name was mistyped.
  func solutionsForTag(at span: SourceSpan) -> [Diagnostic.Solution] {
    switch kind {
    case .openedAgain(let name):
      let slash = span.utf8.lowerBound + 1
      return [
        .init(
          Wording(en: "write \(en("</\(name)>"))", fr: "écrire \(fr("</\(name)>"))"),
          [.init(SourceSpan(span.source, slash..<slash), with: "/")])
      ]
    case .halfOpened(let name):
      return [
        .init(
          Wording(en: "write \(en("<\(name)>"))", fr: "écrire \(fr("<\(name)>"))"),
          [.init(SourceSpan(span.source, span.utf8.lowerBound..<span.utf8.lowerBound), with: "<")], certainty: .certain)
      ]
    case .unfinishedTag(let name, let isEnd) where isEnd || vocabulary.hasElement(named: name):
      return [
        .init(
          Wording(en: "write > at its end", fr: "écrire > à sa fin"),
          [.init(SourceSpan(span.source, span.utf8.upperBound..<span.utf8.upperBound), with: ">")],
          certainty: isEnd ? .certain : .suggested)
      ]
    case .unfinishedTag:
      let sign = span.utf8.lowerBound
      return [
        .init(
          Wording(en: "write ‘&lt;’", fr: "écrire «\u{A0}&lt;\u{A0}»"),
          [.init(SourceSpan(span.source, sign..<sign + 1), with: "&lt;")])
      ]
    case .backslash:
      return [
        .init(Wording(en: "write ‘/’", fr: "écrire «\u{A0}/\u{A0}»"), [.init(span, with: "/")], certainty: .certain)
      ]
    case .hyphensInComment(atEnd: true):
      return [
        .init(
          Wording(en: "delete what is too many", fr: "supprimer ce qui est de trop"), [.init(span, with: "")],
          certainty: .certain)
      ]
    case .hyphensInComment:
      return [
        .init(Wording(en: "write a dash, ‘–’", fr: "écrire un tiret, «\u{A0}–\u{A0}»"), [.init(span, with: "–")])
      ]
    default: return []
    }
  }

  /// An element that never holds anything, closed by its own tag.
  func closingAtOnce(_ name: String, at tag: SourceSpan) -> Diagnostic.Solution {
    let end = tag.utf8.upperBound - 1
    return .init(
      Wording(
        en: "end it with /> – \(en(name)) holds nothing", fr: "le finir par /> – \(fr(name)) ne contient rien"),
      [.init(SourceSpan(tag.source, end..<end), with: "/")], certainty: .certain)
  }
}

/// Whether two names are one but for a slip, or one is what the other is called elsewhere.
private func isNear(_ one: String, _ other: String) -> Bool {
  !nearest(to: other, among: [one]).isEmpty || namesElsewhere[one.lowercased()]?.contains(other) == true
    || namesElsewhere[other.lowercased()]?.contains(one) == true
}

/// One of two names that are near each other put in the place of the other; the one that the vocabulary has first.
private func renamings(
  _ open: String, _ openAt: Range<Int>, _ closed: String, at closing: SourceSpan
) -> [Diagnostic.Solution] {
  guard isNear(open, closed) else { return [] }
  let closingName = (closing.utf8.lowerBound + 2)..<(closing.utf8.lowerBound + 2 + closed.utf8.count)
  let openingName = (openAt.lowerBound + 1)..<(openAt.lowerBound + 1 + open.utf8.count)
  let closeByOpen = Diagnostic.Solution(
    Wording(en: "write \(en("</\(open)>"))", fr: "écrire \(fr("</\(open)>"))"),
    [.init(SourceSpan(closing.source, closingName), with: open)])
  let openByClosed = Diagnostic.Solution(
    Wording(en: "open it as \(en("<\(closed)>"))", fr: "l’ouvrir par \(fr("<\(closed)>"))"),
    [.init(SourceSpan(closing.source, openingName), with: closed)])
  guard vocabulary.hasElement(named: closed) else { return [closeByOpen] }
  return vocabulary.hasElement(named: open) ? [closeByOpen, openByClosed] : [openByClosed]
}

/// The start tag that is missing, or what is missing of it, before the words that an end tag closes.
private func openings(_ closed: String, _ text: Range<Int>?, at closing: SourceSpan) -> [Diagnostic.Solution] {
  guard let text, vocabulary.hasElement(named: closed) else { return [] }
  let place = SourceSpan(closing.source, text.lowerBound..<text.lowerBound)
  return [
    .init(
      Wording(
        en: "write \(en("<\(closed)>")) where its words begin",
        fr: "écrire \(fr("<\(closed)>")) là où son texte commence"),
      [.init(place, with: "<\(closed)>")])
  ]
}
