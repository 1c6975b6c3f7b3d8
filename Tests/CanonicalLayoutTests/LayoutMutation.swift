/// A document laid out at random, in ways in which XML and the vocabulary see no difference.
enum LayoutMutation {
  /// Elements that hold nothing, so that a pair of tags is no gap to fill.
  private static let empty: Set<String> = [
    "passed", "competence", "use", "rights", "time", "lifecycle", "module", "milestone", "translation", "rhythm",
  ]
  private static let inlines: Set<String> = ["em", "strong", "code", "link", "span"]

  /// White space moved, attributes in another order, other quotation marks, empty elements written as pairs.
  ///
  /// Empty lines and what stands beside comments stay: they are the author's.
  static func applied(to document: String, _ generator: inout SeededGenerator) -> String {
    var mutated = ""
    var rest = document[...]
    var isAfterComment = false
    while let open = rest.firstIndex(of: "<") {
      let text = rest[..<open]
      let isComment = rest[open...].hasPrefix("<!--")
      let isInstruction = rest[open...].hasPrefix("<?")
      let end =
        rest[open...].firstRange(of: isComment ? "-->" : isInstruction ? "?>" : ">")?.upperBound ?? rest.endIndex
      mutated += isComment || isAfterComment ? String(text) : spaced(text, &generator)
      let tag = rest[open..<end]
      mutated += isComment || isInstruction ? String(tag) : self.tag(tag, &generator)
      isAfterComment = isComment
      rest = rest[end...]
    }
    return mutated + rest
  }

  private static func spaced(_ text: Substring, _ generator: inout SeededGenerator) -> String {
    var made = ""
    var rest = text
    while let first = rest.first {
      if isSpace(first) {
        let run = rest.prefix(while: isSpace)
        rest = rest[run.endIndex...]
        let isEmptyLine = run.count(where: { $0 == "\n" }) > 1
        made +=
          isEmptyLine ? "\n \n\t\n" : [" ", "\n", "\t ", "\n      ", "  \n"].randomElement(using: &generator) ?? " "
      } else {
        made.append(first)
        rest = rest.dropFirst()
      }
    }
    return made
  }

  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\n" || character == "\t"
  }

  private static func tag(_ tag: Substring, _ generator: inout SeededGenerator) -> String {
    if tag.hasPrefix("</") {
      let isInline = inlines.contains(String(tag.dropFirst(2).dropLast()))
      return isInline ? String(tag) : (["", "\n  "].randomElement(using: &generator) ?? "") + tag
    }
    let isEmpty = tag.hasSuffix("/>")
    let name = tag.dropFirst().prefix { !isSpace($0) && $0 != ">" && $0 != "/" }
    let attributes = tag.matches(of: /([\w:.-]+)="([^"]*)"/).map { match in
      let quote = match.2.contains("'") ? "\"" : ["\"", "'"].randomElement(using: &generator) ?? "\""
      return "\(match.1)=\(quote)\(match.2)\(quote)"
    }.shuffled(using: &generator)
    let space = [" ", "\n   ", "  "].randomElement(using: &generator) ?? " "
    let start = (["<\(name)"] + attributes).joined(separator: space)
    if isEmpty {
      return empty.contains(String(name)) && Bool.random(using: &generator) ? "\(start) > </\(name)>" : "\(start)/>"
    }
    let isInline = inlines.contains(String(name))
    return start + (isInline ? ">" : [">", ">\n ", " >"].randomElement(using: &generator) ?? ">")
  }
}

/// A generator that gives the same numbers for the same seed (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
