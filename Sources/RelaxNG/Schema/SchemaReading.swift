internal import Bilingual
internal import Markup

/// The reading of a grammar's document into patterns.
struct SchemaReading {
  private(set) var table = PatternTable()
  private var definitions: [String: [Element]] = [:]
  private var expanded: [String: PatternID] = [:]
  private var expanding: Set<String> = []
  /// Elements whose content is still to be read, so that recursion ends.
  private var pending: [(element: Int, content: [Element], definition: String?)] = []

  /// The pattern of a whole document.
  mutating func start(of root: Element) throws(UnsupportedGrammar) -> PatternID {
    var starts: [Element] = []
    if root.name.local == "grammar" {
      try collect(root, &starts)
    }
    let start: PatternID
    if root.name.local != "grammar" {
      start = try pattern(root, in: nil)
    } else if let first = starts.first {
      start = try combined(starts, of: first, named: "start", in: nil)
    } else {
      throw UnsupportedGrammar(.noStart)
    }
    var next = 0
    while next < pending.count {
      let (element, content, definition) = pending[next]
      table.elements[element].content = try group(content, in: definition)
      next += 1
    }
    return start
  }

  private mutating func collect(_ grammar: Element, _ starts: inout [Element]) throws(UnsupportedGrammar) {
    for child in patterns(in: grammar) {
      switch child.name.local {
      case "start": starts.append(child)
      case "define": definitions[child[attribute: "name"]?.value.trimmed ?? "", default: []].append(child)
      case "div": try collect(child, &starts)
      default: throw UnsupportedGrammar(.element(child.name.local))
      }
    }
  }

  private mutating func definition(named name: String) throws(UnsupportedGrammar) -> PatternID {
    if let made = expanded[name] { return made }
    guard let parts = definitions[name], let first = parts.first else { throw UnsupportedGrammar(.undefined(name)) }
    guard expanding.insert(name).inserted else { throw UnsupportedGrammar(.recursive(name)) }
    let made = try combined(parts, of: first, named: name, in: name)
    expanding.remove(name)
    expanded[name] = made
    return made
  }

  private mutating func combined(
    _ parts: [Element], of first: Element, named name: String, in definition: String?
  ) throws(UnsupportedGrammar) -> PatternID {
    let methods = parts.compactMap { $0[attribute: "combine"]?.value.trimmed }
    guard parts.count == 1 || methods.count >= parts.count - 1 else { throw UnsupportedGrammar(.combined(name)) }
    var made: PatternID?
    for part in parts {
      let next = try group(patterns(in: part), in: definition)
      guard let before = made else {
        made = next
        continue
      }
      made = methods.first == "interleave" ? table.interleave(before, next) : table.choice(before, next)
    }
    return made ?? .notAllowed
  }

  private mutating func group(_ parts: [Element], in definition: String?) throws(UnsupportedGrammar) -> PatternID {
    var made = PatternID.empty
    // From the end, so that derivatives share the tails.
    for part in parts.reversed() {
      let first = try pattern(part, in: definition)
      made = table.group(first, made)
    }
    return made
  }

  private mutating func pattern(_ element: Element, in definition: String?) throws(UnsupportedGrammar) -> PatternID {
    let parts = patterns(in: element)
    switch element.name.local {
    case "empty": return .empty
    case "text": return .text
    case "notAllowed": return .notAllowed
    case "ref": return try self.definition(named: element[attribute: "name"]?.value.trimmed ?? "")
    case "group": return try group(parts, in: definition)
    case "choice", "interleave": return try folded(element.name.local, parts, in: definition)
    case "optional": return table.choice(try group(parts, in: definition), .empty)
    case "zeroOrMore": return table.zeroOrMore(try group(parts, in: definition))
    case "oneOrMore": return table.oneOrMore(try group(parts, in: definition))
    case "mixed": return table.interleave(.text, try group(parts, in: definition))
    case "list": return table.list(try group(parts, in: definition))
    case "element": return try elementPattern(element, parts, in: definition)
    case "attribute": return try attributePattern(element, parts, in: definition)
    case "value": return try value(element)
    case "data": return table.data(try datatype(element, definition: definition))
    default: throw UnsupportedGrammar(.element(element.name.local))
    }
  }

  private mutating func folded(
    _ kind: String, _ parts: [Element], in definition: String?
  ) throws(UnsupportedGrammar) -> PatternID {
    var made: PatternID?
    for part in parts {
      let next = try pattern(part, in: definition)
      guard let before = made else {
        made = next
        continue
      }
      made = kind == "choice" ? table.choice(before, next) : table.interleave(before, next)
    }
    return made ?? .notAllowed
  }

  private mutating func elementPattern(
    _ element: Element, _ parts: [Element], in definition: String?
  ) throws(UnsupportedGrammar) -> PatternID {
    let (names, content) = try named(element, parts, namespace: inherited("ns", by: element))
    let id = table.element(
      ElementDeclaration(names: names, content: .notAllowed, documentation: documentation(of: element)))
    pending.append((table.elements.count - 1, content, definition))
    return id
  }

  private mutating func attributePattern(
    _ element: Element, _ parts: [Element], in definition: String?
  ) throws(UnsupportedGrammar) -> PatternID {
    let (names, content) = try named(element, parts, namespace: element[attribute: "ns"]?.value)
    let value = content.isEmpty ? .text : try group(content, in: definition)
    return table.attribute(
      AttributeDeclaration(names: names, value: value, documentation: documentation(of: element)))
  }

  /// The name class of an element or attribute, and the patterns behind it.
  private func named(
    _ element: Element, _ parts: [Element], namespace: String?
  ) throws(UnsupportedGrammar) -> (NameClass, [Element]) {
    if let name = element[attribute: "name"]?.value.trimmed {
      return (.name(try qualified(name, namespace: namespace)), parts)
    }
    guard let first = parts.first else { throw UnsupportedGrammar(.name("")) }
    return (try nameClass(first), Array(parts.dropFirst()))
  }

  private mutating func value(_ element: Element) throws(UnsupportedGrammar) -> PatternID {
    let type = element[attribute: "type"]?.value.trimmed ?? "token"
    guard ["token", "string"].contains(type) else { throw UnsupportedGrammar(.datatype(type)) }
    let text = textContent(of: element.children)
    return table.value(PermittedValue(text: type == "token" ? collapsed(text) : text, spacesCount: type == "string"))
  }
}
