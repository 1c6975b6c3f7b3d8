import Diagnostics
import Markup

/// Numbers that look random and are the same on every run (SplitMix64, Steele, Lea and Flood 2014).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// Numbers from a seed.
  init(seed: UInt64) { state = seed }

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Puts single faults into a valid document of the vocabulary.
///
/// Nothing here asks whether the result is invalid: whoever scores must drop the mutants that the grammar accepts.
struct FaultGenerator {
  private let utf8: [UInt8]
  private let root: Element
  private let all: [Element]
  private var numbers: SeededNumbers

  /// A generator over one document; nil where it is not well-formed.
  init?(_ document: String, seed: UInt64) {
    utf8 = Array(document.utf8)
    guard let root = read(utf8, as: SourceID(index: 0), grammar: nil).tree?.root else { return nil }
    self.root = root
    var all: [Element] = []
    var stack = [root]
    while let element = stack.popLast() {
      all.append(element)
      stack += element.elements.reversed()
    }
    self.all = all
    numbers = SeededNumbers(seed: seed)
  }

  /// One fault of a kind at a random place; nil where the place drawn has nothing to spoil.
  mutating func fault(_ kind: GeneratedFault.Kind) -> GeneratedFault? {
    switch kind {
    case .misspeltElement: misspeltElement()
    case .misspeltAttribute: misspeltAttribute()
    case .missingElement: missingElement()
    case .missingAttribute: missingAttribute()
    case .wrongOrder: wrongOrder()
    case .badEnumeration: badEnumeration()
    case .badDatatype: badDatatype()
    case .extraElement: extraElement()
    case .strayText: strayText()
    case .duplicateElement: duplicateElement()
    case .extraAttribute: extraAttribute()
    case .wrongNamespace: wrongNamespace()
    }
  }

  // MARK: Kinds

  private mutating func misspeltElement() -> GeneratedFault? {
    guard let element = all.randomElement(using: &numbers) else { return nil }
    let name = misspelt(element.name.local)
    var edits = [(element.nameSpan.utf8, name)]
    if element.tagSpan.utf8.upperBound != element.span.utf8.upperBound {
      let start = element.contentSpan.utf8.upperBound + 2
      edits.append((start..<(start + element.nameSpan.utf8.count), name))
    }
    return spoilt(.misspeltElement, edits, at: [0], [name], .original)
  }

  private mutating func misspeltAttribute() -> GeneratedFault? {
    guard let attribute = attribute() else { return nil }
    let written = characters(attribute.nameSpan.utf8)
    // A misspelt prefix would make the document ill-formed.
    let name = written.hasPrefix("xml:") ? "xml:" + misspelt("lang") : misspelt(written)
    return spoilt(.misspeltAttribute, [(attribute.nameSpan.utf8, name)], at: [0], [name], .original)
  }

  private mutating func missingElement() -> GeneratedFault? {
    guard let element = child(), let parent = element.parent else { return nil }
    return spoilt(
      .missingElement, [(parent.nameSpan.utf8, characters(parent.nameSpan.utf8)), (element.span.utf8, "")], at: [0],
      [element.name.local], .children(path(to: parent)))
  }

  private mutating func missingAttribute() -> GeneratedFault? {
    guard let element = all.filter({ !$0.attributes.isEmpty }).randomElement(using: &numbers),
      let attribute = element.attributes.randomElement(using: &numbers)
    else { return nil }
    return spoilt(
      .missingAttribute, [(element.nameSpan.utf8, characters(element.nameSpan.utf8)), (attribute.span.utf8, "")],
      at: [0], [characters(attribute.nameSpan.utf8)], .attributes)
  }

  private mutating func wrongOrder() -> GeneratedFault? {
    guard let parent = all.filter({ $0.elements.count > 1 }).randomElement(using: &numbers) else { return nil }
    let children = Array(parent.elements)
    let from = Int.random(in: children.indices, using: &numbers)
    let to = Int.random(in: children.indices, using: &numbers)
    guard from != to else { return nil }
    let text = characters(children[from].span.utf8)
    let place = to < from ? children[to].span.utf8.lowerBound : children[to].span.utf8.upperBound
    guard
      var fault = spoilt(
        .wrongOrder, [(place..<place, text), (children[from].span.utf8, "")], at: [0],
        [children[from].name.local], .names)
    else { return nil }
    let moved = fault.spans[0].lowerBound + 1
    var spans = [moved..<(moved + children[from].nameSpan.utf8.count)]
    var things = fault.things
    let passed = (to < from ? to..<from : (from + 1)..<(to + 1)).map { children[$0] }
    let others = passed.filter { $0.name != children[from].name }
    if others.count == 1, let other = others.first {
      // Two neighbours that change places, the moved one's like not counted: either has moved.
      let shift = to < from ? text.utf8.count : -children[from].span.utf8.count
      let start = other.nameSpan.utf8.lowerBound + shift
      spans.append(start..<(start + other.nameSpan.utf8.count))
      things.append(other.name.local)
    }
    fault = GeneratedFault(kind: .wrongOrder, text: fault.text, spans: spans, things: things, truth: .names)
    return fault
  }

  private mutating func badEnumeration() -> GeneratedFault? {
    let candidates = all.flatMap { element in
      element.attributes.filter { FaultValues.enumerations.contains("\(element.name.local)/\($0.name.local)") }
    }
    guard let attribute = candidates.randomElement(using: &numbers) else { return nil }
    let words = utf8[attribute.value.span.utf8].split(separator: UInt8(ascii: " "))
    guard let word = words.randomElement(using: &numbers) else { return nil }
    let meant = String(decoding: word, as: UTF8.self)
    let wild = ["other", "n/a", "42"]
    let isSlip = Int.random(in: 0..<5, using: &numbers) > 0
    let value = isSlip ? misspelt(meant) : wild.randomElement(using: &numbers) ?? "other"
    return spoilt(
      .badEnumeration, [(word.startIndex..<word.endIndex, value)], at: [0], [value], isSlip ? .original : .value)
  }

  private mutating func badDatatype() -> GeneratedFault? {
    let candidates = all.flatMap { element in
      element.attributes.compactMap { attribute in
        FaultValues.datatypes["\(element.name.local)/\(attribute.name.local)"].map { (attribute, $0) }
          ?? FaultValues.datatypes["*/\(attribute.name.local)"].map { (attribute, $0) }
      }
    }
    guard let (attribute, values) = candidates.randomElement(using: &numbers),
      let value = values.randomElement(using: &numbers)
    else { return nil }
    return spoilt(.badDatatype, [(attribute.value.span.utf8, value)], at: [0], [value], .value)
  }

  private mutating func extraElement() -> GeneratedFault? {
    guard let parent = all.randomElement(using: &numbers) else { return nil }
    let strangers = ["remark", "video", "x", "checks", "licence", "rhythm", "objectives", "store", "row", "author"]
    let own = Set(all.filter { $0.name == parent.name }.flatMap { $0.elements.map(\.name.local) })
    guard let name = strangers.filter({ !own.contains($0) }).randomElement(using: &numbers) else { return nil }
    guard let place = gap(in: parent) else { return nil }
    guard let fault = spoilt(.extraElement, [(place..<place, "<\(name)/>")], at: [0], [name], .original) else {
      return nil
    }
    let start = fault.spans[0].lowerBound + 1
    return GeneratedFault(
      kind: .extraElement, text: fault.text, spans: [start..<(start + name.utf8.count)], things: [name],
      truth: .original)
  }

  private mutating func strayText() -> GeneratedFault? {
    guard let parent = all.randomElement(using: &numbers), let place = gap(in: parent) else { return nil }
    let text = ["oops", "A few words, à part.", "x"].randomElement(using: &numbers) ?? "x"
    return spoilt(.strayText, [(place..<place, text)], at: [0], [parent.name.local], .original)
  }

  private mutating func duplicateElement() -> GeneratedFault? {
    guard let element = child() else { return nil }
    let end = element.span.utf8.upperBound
    let text = characters(element.span.utf8)
    guard let fault = spoilt(.duplicateElement, [(end..<end, text)], at: [0], [element.name.local], .original) else {
      return nil
    }
    let start = fault.spans[0].lowerBound + 1
    return GeneratedFault(
      kind: .duplicateElement, text: fault.text, spans: [start..<(start + element.nameSpan.utf8.count)],
      things: fault.things, truth: .original)
  }

  private mutating func extraAttribute() -> GeneratedFault? {
    guard let element = all.randomElement(using: &numbers) else { return nil }
    let name = ["remark", "colour", "author", "x"].randomElement(using: &numbers) ?? "x"
    let end = element.nameSpan.utf8.upperBound
    guard let fault = spoilt(.extraAttribute, [(end..<end, " \(name)=\"1\"")], at: [0], [name], .original) else {
      return nil
    }
    let start = fault.spans[0].lowerBound + 1
    return GeneratedFault(
      kind: .extraAttribute, text: fault.text, spans: [start..<(start + name.utf8.count)], things: [name],
      truth: .original)
  }

  private mutating func wrongNamespace() -> GeneratedFault? {
    let tag = characters(root.tagSpan.utf8)
    guard let namespace = root.name.namespace,
      let value = tag.utf8.firstRange(of: namespace.utf8)
    else { return nil }
    let start = root.tagSpan.utf8.lowerBound + tag.utf8.distance(from: tag.utf8.startIndex, to: value.lowerBound)
    let range = start..<(start + namespace.utf8.count)
    if Bool.random(using: &numbers) {
      let wrong = misspelt(namespace)
      return spoilt(.wrongNamespace, [(range, wrong)], at: [0], [wrong], .original)
    }
    // Forgotten: the attribute is taken away with the space before it.
    let declaration = (range.lowerBound - " xmlns=\"".utf8.count)..<(range.upperBound + 1)
    let name = root.name.local
    return spoilt(
      .wrongNamespace, [(root.nameSpan.utf8, name), (declaration, "")], at: [0], [name], .original)
  }

  // MARK: Parts

  /// The positions among their siblings that lead from the root to an element.
  private func path(to element: Element) -> [Int] {
    guard let parent = element.parent else { return [] }
    return path(to: parent) + [Array(parent.elements).firstIndex { $0.span == element.span } ?? 0]
  }

  private mutating func child() -> Element? { all.dropFirst().randomElement(using: &numbers) }

  private mutating func attribute() -> Attribute? {
    all.flatMap(\.attributes).randomElement(using: &numbers)
  }

  /// A place between, before or behind the children of an element.
  private mutating func gap(in parent: Element) -> Int? {
    guard parent.tagSpan.utf8.upperBound != parent.span.utf8.upperBound else { return nil }
    let places = [parent.tagSpan.utf8.upperBound] + parent.elements.map(\.span.utf8.upperBound)
    return places.randomElement(using: &numbers)
  }

  /// The word with one slip of the pen.
  private mutating func misspelt(_ word: String) -> String {
    var letters = Array(word)
    let index = Int.random(in: letters.indices, using: &numbers)
    let letter = "abcdefghijklmnopqrstuvwxyz".randomElement(using: &numbers) ?? "x"
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0 where letters.count > 2 && index > 0: letters.remove(at: index)
    case 1: letters.insert(letter, at: index)
    case 2 where index > 0: letters.swapAt(index - 1, index)
    default: letters[index] = letters[index] == letter ? "q" : letter
    }
    return String(letters) == word ? word + "s" : String(letters)
  }

  private func characters(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// The document after edits, with the place of those asked for.
  private func spoilt(
    _ kind: GeneratedFault.Kind, _ edits: [(Range<Int>, String)], at told: [Int], _ things: [String],
    _ truth: GeneratedFault.Truth
  ) -> GeneratedFault? {
    var bytes = utf8
    for (range, text) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      bytes.replaceSubrange(range, with: text.utf8)
    }
    let spans = told.map { index in
      let (range, text) = edits[index]
      let shift = edits.filter { $0.0.lowerBound < range.lowerBound }.reduce(0) { $0 + $1.1.utf8.count - $1.0.count }
      return (range.lowerBound + shift)..<(range.lowerBound + shift + text.utf8.count)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return GeneratedFault(kind: kind, text: text, spans: spans, things: things, truth: truth)
  }
}
