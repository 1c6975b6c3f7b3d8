import Bilingual
import Diagnostics
import Markup
import RelaxNG

/// How well the findings on documents with one fault each name it.
struct SingleFaultScore {
  /// How many documents were scored.
  var documents = 0
  /// The first finding is on the fault's line.
  var rightLine = 0
  /// Its span is the fault's.
  var exactSpan = 0
  /// Its summary names what is wrong.
  var rightThing = 0
  /// Its first solution makes the document what the author had meant.
  var remedyFirst = 0
  /// There is one finding.
  var oneMessage = 0
  /// libxml2 accepts the document after its first solution.
  var fixValidates = 0
  /// A machine may carry out the first solution.
  var certain = 0
  /// It may, and libxml2 accepts what it makes.
  var certainValidates = 0
  /// It may, and what it makes is what the author had meant.
  var certainIsMeant = 0

  /// A share in percent.
  func share(_ part: Int) -> Double { documents == 0 ? 100 : Double(part) * 100 / Double(documents) }

  /// Adds the counts of another score.
  mutating func add(_ other: SingleFaultScore) {
    documents += other.documents
    rightLine += other.rightLine
    exactSpan += other.exactSpan
    rightThing += other.rightThing
    remedyFirst += other.remedyFirst
    oneMessage += other.oneMessage
    fixValidates += other.fixValidates
    certain += other.certain
    certainValidates += other.certainValidates
    certainIsMeant += other.certainIsMeant
  }

  /// One row of a table.
  var row: String {
    let shares = [rightLine, exactSpan, rightThing, remedyFirst, oneMessage, fixValidates].map { part in
      let tenths = Int((share(part) * 10).rounded(.down))
      return "\(tenths / 10).\(tenths % 10)"
    }
    return "\(documents) | " + shares.joined(separator: " | ")
  }
}

extension SingleFaultScore {
  /// The score of one document; the original is what its author had meant.
  init(of fault: GeneratedFault, findings: [Diagnostic], original: String, grammar: Grammar) {
    documents = 1
    let source = Source(path: "x", utf8: Array(fault.text.utf8))
    oneMessage = findings.count == 1 ? 1 : 0
    guard let finding = findings.first else { return }
    let line = source.position(at: finding.span.utf8.lowerBound).line
    rightLine = fault.spans.contains { source.position(at: $0.lowerBound).line == line } ? 1 : 0
    exactSpan = fault.spans.contains(finding.span.utf8) ? 1 : 0
    let isNamed = { (name: String) in
      name.isEmpty || finding.summary.en.contains(Language.en.quote(collapsed(name)))
    }
    rightThing = fault.things.contains(where: isNamed) ? 1 : 0
    guard let solution = finding.solutions.first, !solution.replacements.isEmpty else { return }
    let mended = applying(solution.replacements, to: fault.text)
    let reading = read(Array(mended.utf8), as: SourceID(index: 0), grammar: grammar)
    fixValidates = reading.verdict == .accepted ? 1 : 0
    remedyFirst = isMeant(mended, fault, original, reading) ? 1 : 0
    guard solution.certainty == .certain else { return }
    (certain, certainValidates, certainIsMeant) = (1, fixValidates, remedyFirst)
  }
}

private func collapsed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A text after edits that do not overlap.
func applying(_ replacements: [Diagnostic.Solution.Replacement], to text: String) -> String {
  var bytes = Array(text.utf8)
  for edit in replacements.sorted(by: { $0.span.utf8.lowerBound > $1.span.utf8.lowerBound }) {
    bytes.replaceSubrange(edit.span.utf8, with: edit.text.utf8)
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isMeant(
  _ mended: String, _ fault: GeneratedFault, _ original: String, _ reading: MarkupReading
) -> Bool {
  guard let root = reading.tree?.root,
    let meant = read(Array(original.utf8), as: SourceID(index: 0), grammar: nil).tree?.root
  else { return false }
  switch fault.truth {
  case .original: return shape(root, .everything) == shape(meant, .everything)
  case .names: return shape(root, .names) == shape(meant, .names)
  case .children(let path): return childNames(root, path) == childNames(meant, path)
  case .attributes: return shape(root, .attributes) == shape(meant, .attributes)
  case .value: return reading.verdict == .accepted && shape(root, .attributes) == shape(meant, .attributes)
  }
}

/// The names of the children of the element at a path of positions.
private func childNames(_ root: Element, _ path: [Int]) -> [String]? {
  var element = root
  for position in path {
    let children = Array(element.elements)
    guard position < children.count else { return nil }
    element = children[position]
  }
  return element.elements.map(\.name.local)
}

/// How much of a document counts when two are compared.
private enum Detail: Int { case names, attributes, everything }

/// A document as text without layout.
private func shape(_ element: Element, _ detail: Detail) -> String {
  var text = "<" + (element.name.namespace ?? "") + " " + element.name.local
  if detail != .names {
    for attribute in element.attributes.sorted(by: { $0.name.local < $1.name.local }) {
      text += " " + attribute.name.local + (detail == .everything ? "=" + attribute.value.value : "")
    }
  }
  text += ">"
  var pieces: [(name: String, text: String)] = []
  for child in element.children {
    switch child {
    case .element(let inner): pieces.append((inner.name.local, shape(inner, detail)))
    case .text(let located): if detail == .everything { pieces.append(("", collapsed(located.value))) }
    }
  }
  // Where an element stood among its like before it was moved, nobody can know.
  if detail == .names {
    for index in pieces.indices.dropFirst() {
      var place = index
      while place > 0, pieces[place - 1].name == pieces[place].name, pieces[place].text < pieces[place - 1].text {
        pieces.swapAt(place - 1, place)
        place -= 1
      }
    }
  }
  return text + pieces.map(\.text).joined() + "</>"
}
