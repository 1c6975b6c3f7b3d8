import RDFCanonicalization

/// The statements of a document in N-Quads, which tests are written in; lines that are none are left out.
func quads(_ document: String) -> [Quad] {
  document.split(separator: "\n").compactMap { line in
    var reader = NQuadsLine(line)
    guard let subject = reader.term(), case .iri(let predicate)? = reader.term(), let object = reader.term() else {
      return nil
    }
    return Quad(subject, predicate, object, graph: reader.term())
  }
}

/// One line of N-Quads, read from left to right.
private struct NQuadsLine {
  private var rest: Substring.UnicodeScalarView

  init(_ line: Substring) {
    rest = line.unicodeScalars
  }

  mutating func term() -> Term? {
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    switch rest.first {
    case "<":
      rest.removeFirst()
      return .iri(upTo(">"))
    case "_":
      rest.removeFirst(2)
      return .blank(word())
    case "\"":
      rest.removeFirst()
      return literal(upTo("\""))
    default: return nil
    }
  }

  private mutating func literal(_ text: String) -> Term {
    if rest.first == "@" {
      rest.removeFirst()
      return .text(text, language: word())
    }
    guard rest.first == "^" else { return .string(text) }
    rest.removeFirst(3)
    return .literal(text, datatype: upTo(">"))
  }

  private mutating func word() -> String {
    let word = rest.prefix { $0 != " " && $0 != "\t" }
    rest = rest[word.endIndex...]
    return String(word)
  }

  private mutating func upTo(_ end: Unicode.Scalar) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst(), scalar != end { text.append(scalar == "\\" ? escaped() : scalar) }
    return String(text)
  }

  private mutating func escaped() -> Unicode.Scalar {
    switch rest.popFirst() {
    case "t": "\t"
    case "b": "\u{08}"
    case "n": "\n"
    case "r": "\r"
    case "f": "\u{0C}"
    case "u": hexadecimal(4)
    case "U": hexadecimal(8)
    case let other: other ?? "\\"
    }
  }

  private mutating func hexadecimal(_ count: Int) -> Unicode.Scalar {
    let digits = rest.prefix(count)
    rest = rest.dropFirst(count)
    return UInt32(String(String.UnicodeScalarView(digits)), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
  }
}
