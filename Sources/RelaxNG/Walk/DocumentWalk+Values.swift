internal import Diagnostics
internal import Markup

extension DocumentWalk {
  /// The faults of a value, word by word where it is a list; the attribute is nil for an element's text.
  mutating func note(
    _ value: Located<String>, against pattern: PatternID, attribute: Attribute?, in element: Element,
    _ state: PatternID
  ) {
    let words = editing.words(in: value)
    if case .list(let items) = table[pattern], !words.isEmpty, let each = wordPattern(of: items) {
      let wrong = words.filter { !table.matches($0.value, each) }
      for word in wrong { noteWrong(word, against: each, attribute: attribute, in: element, state) }
      if !wrong.isEmpty { return }
    }
    noteWrong(value, against: pattern, attribute: attribute, in: element, state)
  }

  /// What each word of a list must be, where all must be the same.
  private func wordPattern(of items: PatternID) -> PatternID? {
    guard case .oneOrMore(let each) = table[items] else { return nil }
    return each
  }

  private mutating func noteWrong(
    _ value: Located<String>, against pattern: PatternID, attribute: Attribute?, in element: Element,
    _ state: PatternID
  ) {
    let expectation = table.expectation(of: pattern)
    let name = attribute.map { editing.characters($0.nameSpan) }
    let local = element.name.local
    var fault: StructureFault
    var listed: [String] = []
    if case .oneOf(let values) = expectation {
      listed = values
      fault = StructureFault(kind: .unknownValue(value.value, attribute: name, element: local), span: value.span)
    } else {
      fault = StructureFault(kind: .malformedValue(value.value, attribute: name, element: local), span: value.span)
      if case .either(let kinds) = expectation { for case .oneOf(let values) in kinds { listed += values } }
    }
    fault.expectedValue = expectation
    var seen: [String] = []
    let meant = valuesMeant(by: value.value, among: listed)
    var candidates = meant + corrections(of: value.value, for: expectation) + nearest(to: value.value, among: listed)
    candidates += listed.filter { beginsLike(value.value, $0) }
    if attribute?.name.namespace == xmlNamespace {
      let named = languages(near: value.value, around: element)
      // The first two letters of a word are a language of their own, and seldom the one that is meant.
      candidates.removeAll { value.value.hasPrefix($0) && value.value != $0 && !named.contains($0) }
      candidates = languageCodes[value.value.lowercased()].map { [$0] + candidates } ?? candidates
      candidates += named
    }
    for candidate in candidates + listed.prefix(8) where !seen.contains(candidate) {
      guard seen.count < 8, table.matches(candidate, pattern) else { continue }
      seen.append(candidate)
      fault.repairs.append(
        Repair(
          action: .write(candidate), replacements: [.init(value.span, with: escaped(candidate))],
          isTranslation: meant == [candidate]))
    }
    if let attribute, isOptional(attribute, in: state) {
      let name = editing.characters(attribute.nameSpan)
      fault.repairs.append(Repair(action: .delete(name: name), replacements: editing.deleting(attribute)))
    } else if fault.repairs.isEmpty, let stand = table.placeholder(for: pattern) {
      fault.repairs = [Repair(action: .write(stand), replacements: [.init(value.span, with: escaped(stand))])]
    }
    faults.append(fault)
  }

  /// The languages that the document names elsewhere, those first that begin as the value does.
  private func languages(near value: String, around element: Element) -> [String] {
    var root = element
    while let parent = root.parent { root = parent }
    let beside = element.parent.map { Array($0.elements.prefix(100)) } ?? []
    let holders = [root] + Array(root.elements.prefix(100)) + beside
    let given = holders.flatMap(\.attributes).filter { $0.name.namespace == xmlNamespace && $0.name.local == "lang" }
    let names = given.map(\.value.value).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let fitting = names.filter { !value.isEmpty && $0.hasPrefix(value) }
    // The root's own language needs no attribute below it, so it is the last that could be meant.
    return fitting + names.dropFirst() + names.prefix(1)
  }

  /// Whether an element may do without the attribute.
  private mutating func isOptional(_ attribute: Attribute, in state: PatternID) -> Bool {
    let before = table.missingAttributes(of: state)?.count
    let after = table.missingAttributes(of: table.attribute(state, attribute.name, .assumed))?.count
    return before != nil && before == after
  }
}

/// The codes of languages that authors call by their names.
private let languageCodes = [
  "english": "en", "anglais": "en", "french": "fr", "français": "fr", "francais": "fr", "fra": "fr", "fre": "fr",
  "eng": "en",
]

/// Whether two words begin alike, as ‘publié’ and ‘published’ do: with four letters at least.
private func beginsLike(_ written: String, _ word: String) -> Bool {
  let letters = Array(word.utf8.prefix(4))
  return letters.count == 4 && written.lowercased().utf8.starts(with: letters)
}
