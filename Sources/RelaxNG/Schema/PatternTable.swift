/// Patterns without duplicates, simplified as they are made, and what is remembered about them.
///
/// Interning makes equal patterns one number, so that derivatives can be remembered and compared in O(1).
struct PatternTable: Sendable {
  private var patterns: [Pattern] = []
  private var known: [Pattern: PatternID] = [:]
  private var nullables: [Bool] = []
  private var valueDependents: [Bool] = []
  private var attributeHolders: [Bool] = []
  /// The elements of the grammar.
  var elements: [ElementDeclaration] = []
  /// The attributes of the grammar.
  private(set) var attributes: [AttributeDeclaration] = []
  /// The datatypes of the grammar.
  private(set) var datatypes: [Datatype] = []
  /// The literal values of the grammar.
  private(set) var values: [PermittedValue] = []
  private var knownAttributes: [AttributeDeclaration: PatternID] = [:]
  private var knownDatatypes: [Datatype: PatternID] = [:]
  private var knownValues: [PermittedValue: PatternID] = [:]

  /// Derivatives already made.
  var memory = DerivativeMemory()

  /// A table of the three patterns that every grammar has.
  init() {
    for pattern in [Pattern.notAllowed, .empty, .text] { _ = intern(pattern) }
  }

  /// The pattern at a place.
  subscript(id: PatternID) -> Pattern { patterns[Int(id.index)] }

  /// Whether the pattern matches nothing at all, as `empty` does.
  func isNullable(_ id: PatternID) -> Bool { nullables[Int(id.index)] }

  /// Whether the derivative by a text depends on which text it is.
  func dependsOnValue(_ id: PatternID) -> Bool { valueDependents[Int(id.index)] }

  /// Whether an attribute may still be given.
  func holdsAttributes(_ id: PatternID) -> Bool { attributeHolders[Int(id.index)] }

  // MARK: Making patterns

  /// One of two patterns; `notAllowed` and repetitions vanish.
  mutating func choice(_ a: PatternID, _ b: PatternID) -> PatternID {
    if a == .notAllowed { return b }
    if b == .notAllowed || a == b { return a }
    // Alternatives are kept as a list that grows at its end, each once, or derivatives would grow without end.
    if case .choice(let first, let second) = self[b] { return choice(choice(a, first), second) }
    if alternatives(of: a).contains(b) { return a }
    return intern(.choice(a, b))
  }

  /// One of several patterns.
  mutating func choice(_ parts: [PatternID]) -> PatternID {
    parts.reduce(.notAllowed) { choice($0, $1) }
  }

  /// Two patterns one after the other.
  mutating func group(_ a: PatternID, _ b: PatternID) -> PatternID {
    if a == .notAllowed || b == .notAllowed { return .notAllowed }
    if a == .empty { return b }
    return b == .empty ? a : intern(.group(a, b))
  }

  /// Two patterns in any order.
  mutating func interleave(_ a: PatternID, _ b: PatternID) -> PatternID {
    if a == .notAllowed || b == .notAllowed { return .notAllowed }
    if a == .empty { return b }
    return b == .empty ? a : intern(.interleave(a, b))
  }

  /// The rest of an open element, and what follows it.
  mutating func after(_ a: PatternID, _ b: PatternID) -> PatternID {
    a == .notAllowed || b == .notAllowed ? .notAllowed : intern(.after(a, b))
  }

  /// A pattern once or again.
  mutating func oneOrMore(_ a: PatternID) -> PatternID {
    if a == .notAllowed || a == .empty || a == .text { return a }
    if case .oneOrMore = self[a] { return a }
    return intern(.oneOrMore(a))
  }

  /// A pattern any number of times.
  mutating func zeroOrMore(_ a: PatternID) -> PatternID {
    choice(oneOrMore(a), .empty)
  }

  /// Words that together match a pattern.
  mutating func list(_ a: PatternID) -> PatternID {
    a == .notAllowed ? .notAllowed : intern(.list(a))
  }

  /// A value of a datatype.
  mutating func data(_ datatype: Datatype) -> PatternID {
    if let id = knownDatatypes[datatype] { return id }
    datatypes.append(datatype)
    let id = intern(.data(datatypes.count - 1))
    knownDatatypes[datatype] = id
    return id
  }

  /// A literal value.
  mutating func value(_ value: PermittedValue) -> PatternID {
    if let id = knownValues[value] { return id }
    values.append(value)
    let id = intern(.value(values.count - 1))
    knownValues[value] = id
    return id
  }

  /// An attribute; equal declarations are one.
  mutating func attribute(_ declaration: AttributeDeclaration) -> PatternID {
    if let id = knownAttributes[declaration] { return id }
    attributes.append(declaration)
    let id = intern(.attribute(attributes.count - 1))
    knownAttributes[declaration] = id
    return id
  }

  /// An element; each declaration is another, even where two are alike.
  mutating func element(_ declaration: ElementDeclaration) -> PatternID {
    elements.append(declaration)
    return intern(.element(elements.count - 1))
  }

  /// The alternatives of a choice in order; any other pattern alone.
  func alternatives(of id: PatternID) -> [PatternID] {
    var reversed: [PatternID] = []
    var rest = id
    while case .choice(let first, let last) = self[rest] {
      reversed.append(last)
      rest = first
    }
    reversed.append(rest)
    return reversed.reversed()
  }

  private mutating func intern(_ pattern: Pattern) -> PatternID {
    if let id = known[pattern] { return id }
    let id = PatternID(index: Int32(patterns.count))
    patterns.append(pattern)
    nullables.append(nullability(of: pattern))
    valueDependents.append(valueDependence(of: pattern))
    attributeHolders.append(attributeHolding(of: pattern))
    known[pattern] = id
    return id
  }

  private func nullability(of pattern: Pattern) -> Bool {
    switch pattern {
    case .empty, .text: true
    case .choice(let a, let b): isNullable(a) || isNullable(b)
    case .group(let a, let b), .interleave(let a, let b): isNullable(a) && isNullable(b)
    case .oneOrMore(let a): isNullable(a)
    case .notAllowed, .list, .data, .value, .attribute, .element, .after: false
    }
  }

  private func valueDependence(of pattern: Pattern) -> Bool {
    switch pattern {
    case .list, .data, .value: true
    case .choice(let a, let b), .group(let a, let b), .interleave(let a, let b):
      dependsOnValue(a) || dependsOnValue(b)
    case .oneOrMore(let a), .after(let a, _): dependsOnValue(a)
    case .notAllowed, .empty, .text, .attribute, .element: false
    }
  }

  private func attributeHolding(of pattern: Pattern) -> Bool {
    switch pattern {
    case .attribute: true
    case .choice(let a, let b), .group(let a, let b), .interleave(let a, let b):
      holdsAttributes(a) || holdsAttributes(b)
    case .oneOrMore(let a), .after(let a, _): holdsAttributes(a)
    case .notAllowed, .empty, .text, .list, .data, .value, .element: false
    }
  }
}
