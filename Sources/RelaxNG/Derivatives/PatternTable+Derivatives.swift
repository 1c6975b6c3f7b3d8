internal import Markup

/// Derivatives that were made once and need not be made again.
struct DerivativeMemory: Sendable {
  /// A pattern and the name it is derived by.
  struct Named: Hashable, Sendable {
    /// The pattern.
    let pattern: PatternID
    /// The name.
    let name: QualifiedName
  }

  /// Derivatives by the opening of start tags.
  var opened: [Named: PatternID] = [:]
  /// Derivatives by attributes whose value is right.
  var assumedAttributes: [Named: PatternID] = [:]
  /// Derivatives by the end of a start tag.
  var closed: [PatternID: PatternID] = [:]
  /// Derivatives by a text, where they do not depend on it.
  var texts: [PatternID: PatternID] = [:]
  /// The elements that may stand next.
  var transitions: [PatternID: [Transition]] = [:]
}

/// How a value is judged.
enum ValueReading {
  /// It must match.
  case strict(String)
  /// It is taken as if it did, because its fault is known.
  case assumed
}

/// James Clark's derivatives ("An algorithm for RELAX NG validation", 2002), each remembered where it can recur.
extension PatternTable {
  /// What may follow when a start tag of this name opens; `after` keeps what follows the element.
  mutating func opening(_ id: PatternID, _ name: QualifiedName) -> PatternID {
    let key = DerivativeMemory.Named(pattern: id, name: name)
    if let made = memory.opened[key] { return made }
    let made: PatternID
    switch self[id] {
    case .choice(let a, let b):
      let first = opening(a, name)
      made = choice(first, opening(b, name))
    case .element(let index):
      made = elements[index].names.contains(name) ? after(elements[index].content, .empty) : .notAllowed
    case .interleave(let a, let b):
      let first = afterwards(opening(a, name)) { $0.interleave($1, b) }
      made = choice(first, afterwards(opening(b, name)) { $0.interleave(a, $1) })
    case .oneOrMore(let a):
      made = afterwards(opening(a, name)) { $0.group($1, $0.choice(id, .empty)) }
    case .group(let a, let b):
      let first = afterwards(opening(a, name)) { $0.group($1, b) }
      made = isNullable(a) ? choice(first, opening(b, name)) : first
    case .after(let a, let b):
      made = afterwards(opening(a, name)) { $0.after($1, b) }
    case .notAllowed, .empty, .text, .list, .data, .value, .attribute: made = .notAllowed
    }
    memory.opened[key] = made
    return made
  }

  /// What may follow an attribute.
  mutating func attribute(_ id: PatternID, _ name: QualifiedName, _ value: ValueReading) -> PatternID {
    guard holdsAttributes(id) else { return .notAllowed }
    if case .strict(let text) = value {
      let wanted = openAttributes(of: id).filter { attributes[$0].names.contains(name) }
      guard let only = wanted.first else { return .notAllowed }
      if wanted.count > 1 { return madeAttribute(id, name, value) }
      // One attribute alone can be meant, so its value decides and the derivative can be remembered.
      guard matches(text, attributes[only].value) else { return .notAllowed }
    }
    let key = DerivativeMemory.Named(pattern: id, name: name)
    if let made = memory.assumedAttributes[key] { return made }
    let made = madeAttribute(id, name, .assumed)
    memory.assumedAttributes[key] = made
    return made
  }

  private mutating func madeAttribute(
    _ id: PatternID, _ name: QualifiedName, _ value: ValueReading
  ) -> PatternID {
    switch self[id] {
    case .choice(let a, let b):
      let first = attribute(a, name, value)
      return choice(first, attribute(b, name, value))
    case .group(let a, let b):
      let first = group(attribute(a, name, value), b)
      return choice(first, group(a, attribute(b, name, value)))
    case .interleave(let a, let b):
      let first = interleave(attribute(a, name, value), b)
      return choice(first, interleave(a, attribute(b, name, value)))
    case .oneOrMore(let a): return group(attribute(a, name, value), choice(id, .empty))
    case .after(let a, let b): return after(attribute(a, name, value), b)
    case .attribute(let index):
      guard attributes[index].names.contains(name) else { return .notAllowed }
      guard case .strict(let text) = value else { return .empty }
      return matches(text, attributes[index].value) ? .empty : .notAllowed
    case .notAllowed, .empty, .text, .list, .data, .value, .element: return .notAllowed
    }
  }

  /// What may follow the end of a start tag: no further attribute.
  mutating func closing(_ id: PatternID) -> PatternID {
    guard holdsAttributes(id) else { return id }
    if let made = memory.closed[id] { return made }
    let made: PatternID
    switch self[id] {
    case .choice(let a, let b):
      let first = closing(a)
      made = choice(first, closing(b))
    case .group(let a, let b):
      let first = closing(a)
      made = group(first, closing(b))
    case .interleave(let a, let b):
      let first = closing(a)
      made = interleave(first, closing(b))
    case .oneOrMore(let a): made = oneOrMore(closing(a))
    case .after(let a, let b): made = after(closing(a), b)
    case .attribute: made = .notAllowed
    case .notAllowed, .empty, .text, .list, .data, .value, .element: made = id
    }
    memory.closed[id] = made
    return made
  }

  /// What may follow a text.
  mutating func text(_ id: PatternID, _ value: ValueReading) -> PatternID {
    if !dependsOnValue(id), let made = memory.texts[id] { return made }
    let made: PatternID
    switch self[id] {
    case .choice(let a, let b):
      let first = text(a, value)
      made = choice(first, text(b, value))
    case .interleave(let a, let b):
      let first = interleave(text(a, value), b)
      made = choice(first, interleave(a, text(b, value)))
    case .group(let a, let b):
      let first = group(text(a, value), b)
      made = isNullable(a) ? choice(first, text(b, value)) : first
    case .oneOrMore(let a): made = group(text(a, value), choice(id, .empty))
    case .after(let a, let b): made = after(text(a, value), b)
    case .text: made = id
    case .value(let index): made = accepts(value) { values[index].matches($0) } ? .empty : .notAllowed
    case .data(let index): made = accepts(value) { datatypes[index].allows($0) } ? .empty : .notAllowed
    case .list(let items): made = acceptsList(value, of: items) ? .empty : .notAllowed
    case .notAllowed, .empty, .attribute, .element: made = .notAllowed
    }
    if !dependsOnValue(id) { memory.texts[id] = made }
    return made
  }

  /// Whether a value matches what an attribute or a text wants.
  mutating func matches(_ value: String, _ id: PatternID) -> Bool {
    (isBlank(value) && isNullable(id)) || isNullable(text(id, .strict(value)))
  }

  /// What may follow an end tag.
  mutating func ending(_ id: PatternID) -> PatternID {
    let rests = alternatives(of: id).compactMap { alternative -> PatternID? in
      guard case .after(let content, let rest) = self[alternative], isNullable(content) else { return nil }
      return rest
    }
    return choice(rests)
  }

  private func accepts(_ value: ValueReading, _ matches: (String) -> Bool) -> Bool {
    guard case .strict(let text) = value else { return true }
    return matches(text)
  }

  private mutating func acceptsList(_ value: ValueReading, of items: PatternID) -> Bool {
    guard case .strict(let value) = value else { return true }
    var rest = items
    for word in words(of: value) where rest != .notAllowed { rest = text(rest, .strict(word)) }
    return isNullable(rest)
  }

  private mutating func afterwards(
    _ id: PatternID, _ change: (inout PatternTable, PatternID) -> PatternID
  ) -> PatternID {
    var made = PatternID.notAllowed
    for alternative in alternatives(of: id) {
      guard case .after(let content, let rest) = self[alternative] else { continue }
      let changed = change(&self, rest)
      made = choice(made, after(content, changed))
    }
    return made
  }
}
