package import Bilingual

/// Findings as good compilers print them: place, summary, source line with an underline, explanation, notes, help.
package struct TextReport: Sendable {
  /// The documents, for lines and columns.
  package let sources: Sources
  /// The language of the words.
  package let language: Language
  /// How words are coloured; `.plain` where the output is no terminal.
  package let style: TextStyle
  /// The columns of a line; source lines are shown within those of a page.
  package let width: Int

  /// So many words for one place are all shown.
  private static let mostAlternatives = 3

  /// A report in one language and style, in lines of a width.
  package init(sources: Sources, language: Language, style: TextStyle, width: Int = 80) {
    self.sources = sources
    self.language = language
    self.style = style
    self.width = width
  }

  /// One finding, with a line feed after each line.
  package func text(of finding: Diagnostic) -> String {
    let weight =
      switch finding.severity {
      case .error: style.error(language == .en ? "error" : "erreur")
      case .warning: style.warning(language == .en ? "warning" : "avertissement")
      }
    var lines = [
      "\(style.strong(place(of: finding.span))): \(weight)\(language.colon)"
        + "\(style.strong(finding.summary[language])) [\(finding.id)]"
    ]
    lines += excerpt(of: finding.span)
    if !finding.explanation[language].isEmpty {
      lines += finding.explanation[language].broken(first: "  ", width: width)
    }
    for note in finding.notes {
      let position = note.span.map { " (\(place(of: $0)))" } ?? ""
      lines += labelled("note", style.note, note.text[language] + position)
    }
    for solution in worthALine(finding.solutions) {
      lines += labelled(language == .en ? "help" : "aide", style.help, solution.summary[language])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `path:line:column`.
  package func place(of span: SourceSpan) -> String {
    let start = sources.positions(of: span).start
    return "\(sources[span.source].path):\(start.line):\(start.column)"
  }

  /// The solutions, or of many words for one place only what is certain and those near to what is written.
  ///
  /// All of them stand in the explanation already; editors offer each.
  private func worthALine(_ solutions: [Diagnostic.Solution]) -> [Diagnostic.Solution] {
    let words = solutions.compactMap { $0.replacements.count == 1 ? $0.replacements.first : nil }
    guard solutions.count > Self.mostAlternatives, words.count == solutions.count, let span = words.first?.span,
      words.allSatisfy({ $0.span == span }), case let utf8 = sources[span.source].utf8,
      span.utf8.upperBound <= utf8.count
    else { return solutions }
    let written = String(decoding: utf8[span.utf8], as: UTF8.self)
    let near = nearest(to: written, among: words.map(\.text))
    return solutions.filter { solution in
      solution.certainty == .certain || solution.replacements.contains { near.contains($0.text) }
    }
  }

  /// A text after its label, in lines of a page's width; the label is coloured only after lines are counted.
  private func labelled(_ label: String, _ colour: (String) -> String, _ text: String) -> [String] {
    let lines = text.broken(first: "  " + label + language.colon, rest: "    ", width: width)
    return lines.prefix(1).map { "  " + colour(label) + $0.dropFirst(2 + label.count) } + lines.dropFirst()
  }

  /// The source line and an underline; nothing where the line has no readable characters.
  private func excerpt(of span: SourceSpan) -> [String] {
    let source = sources[span.source]
    let (start, text) = source.line(around: span.utf8.lowerBound)
    guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\t" }) else { return [] }
    let scalars = Array(text.unicodeScalars)
    let before = source.scalarCount(start..<span.utf8.lowerBound)
    let length = max(1, min(source.scalarCount(span.utf8), scalars.count - before))
    // A long line is shown around the finding, within 100 columns.
    let from = before > 70 ? before - 40 : 0
    let shown = scalars[min(from, scalars.count)..<min(scalars.count, from + 100)]
    var line = String(String.UnicodeScalarView(shown.map { $0 == "\t" ? " " : $0 }))
    if from > 0 { line = "…" + line }
    if from + 100 < scalars.count { line += "…" }
    let underlined = String(repeating: "^", count: max(1, min(length, from + 100 - before)))
    let number = "\(source.position(at: span.utf8.lowerBound).line)"
    let gutter = String(repeating: " ", count: number.count)
    return [
      style.faint("\(number) | ") + line,
      style.faint("\(gutter) | ") + String(repeating: " ", count: before - from + (from > 0 ? 1 : 0))
        + style.caret(underlined),
    ]
  }
}

/// How a terminal shows emphasis, by ECMA-48's "select graphic rendition".
package enum TextStyle: Sendable {
  /// Characters alone.
  case plain
  /// Bold and colours.
  case coloured

  /// The weight of an error.
  package func error(_ text: String) -> String { wrap(text, "1;31") }
  /// The weight of a warning.
  package func warning(_ text: String) -> String { wrap(text, "1;33") }
  /// The word before a note.
  package func note(_ text: String) -> String { wrap(text, "1;36") }
  /// The word before a remedy.
  package func help(_ text: String) -> String { wrap(text, "1;32") }
  /// What must not be missed.
  package func strong(_ text: String) -> String { wrap(text, "1") }
  /// What only accompanies.
  package func faint(_ text: String) -> String { wrap(text, "2") }
  /// The underline.
  package func caret(_ text: String) -> String { wrap(text, "1;32") }

  private func wrap(_ text: String, _ code: String) -> String {
    self == .plain ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
