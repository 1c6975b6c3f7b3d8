internal import Bilingual
package import Markup

/// A grammar in RELAX NG's compact syntax (ISO/IEC 19757-2, annex C), for editors that read no other.
///
/// Of RELAX NG's XML syntax the parts are written that `SchemaPatterns` reads; documentation becomes `##` comments in
/// its first language. O(n) for n bytes of grammar.
package func compactSyntax(of grammar: Element) -> String {
  var lines = ["default namespace = \(literal(grammar[attribute: "ns"]?.value ?? ""))"]
  for part in patterns(in: grammar) {
    lines.append("")
    let parts = patterns(in: part)
    if part.name.local == "start" {
      lines += ["start ="] + body(parts)
      continue
    }
    lines += documented(part.elements.filter { $0.isNamed("documentation") })
    lines += ["\(identifier(part[attribute: "name"]?.value ?? "")) ="] + body(parts)
  }
  return lines.joined(separator: "\n") + "\n"
}

private func body(_ parts: [Element]) -> [String] {
  ["  " + sequence(parts)]
}

private func documented(_ notes: [Element]) -> [String] {
  guard let first = notes.first else { return [] }
  return collapsed(textContent(of: first.children)).broken(first: "## ", rest: "## ", width: 100)
}

/// Patterns one after the other; an empty sequence is `empty`.
private func sequence(_ parts: [Element]) -> String {
  parts.isEmpty ? "empty" : parts.map(pattern).joined(separator: ", ")
}

private func pattern(_ element: Element) -> String {
  let parts = patterns(in: element)
  let name = element[attribute: "name"]?.value ?? ""
  switch element.name.local {
  case "ref": return identifier(name)
  case "element": return "element \(name) { \(sequence(parts)) }"
  case "attribute": return "attribute \(name) { \(parts.isEmpty ? "text" : sequence(parts)) }"
  case "optional": return "(\(sequence(parts)))?"
  case "zeroOrMore": return "(\(sequence(parts)))*"
  case "oneOrMore": return "(\(sequence(parts)))+"
  case "choice": return "(\(parts.map(pattern).joined(separator: " | ")))"
  case "interleave": return "(\(parts.map(pattern).joined(separator: " & ")))"
  case "group": return "(\(sequence(parts)))"
  case "mixed": return "mixed { \(sequence(parts)) }"
  case "list": return "list { \(sequence(parts)) }"
  case "value": return literal(textContent(of: element.children))
  case "data": return data(element, parts)
  default: return element.name.local
  }
}

private func data(_ element: Element, _ parameters: [Element]) -> String {
  let type = "xsd:" + (element[attribute: "type"]?.value ?? "string")
  guard !parameters.isEmpty else { return type }
  let written = parameters.map { parameter in
    "\(parameter[attribute: "name"]?.value ?? "") = \(literal(textContent(of: parameter.children)))"
  }
  return "\(type) { \(written.joined(separator: " ")) }"
}

/// A name as the compact syntax takes it, even where it is a word of its own.
private func identifier(_ name: String) -> String {
  keywords.contains(name) ? "\\" + name : name
}

private let keywords: Set<String> = [
  "attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar", "include", "inherit", "list",
  "mixed", "namespace", "notAllowed", "parent", "start", "string", "text", "token",
]

/// Characters between quotation marks; the compact syntax knows no references but for its own escapes.
private func literal(_ text: String) -> String {
  text.contains("\"") ? "'\(text)'" : "\"\(text)\""
}
