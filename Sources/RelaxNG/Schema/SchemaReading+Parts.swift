internal import Bilingual
internal import Markup

/// RELAX NG's own namespace.
private let relaxNG = "http://relaxng.org/ns/structure/1.0"

/// The elements of RELAX NG inside, annotations left out.
func patterns(in element: Element) -> [Element] {
  element.elements.filter { $0.name.namespace == relaxNG }
}

/// The value of an attribute that elements of a grammar inherit, such as `ns`.
func inherited(_ attribute: String, by element: Element) -> String? {
  var current: Element? = element
  while let holder = current {
    if let value = holder[attribute: attribute]?.value { return value }
    current = holder.parent
  }
  return nil
}

/// The `a:documentation` of an element of a grammar, or of the definition that holds only it.
func documentation(of element: Element) -> Wording? {
  let holder = element.parent?.name.local == "define" ? element.parent : nil
  let notes = [element, holder].compactMap(\.self).lazy.map { holder in
    holder.elements(named: "documentation").filter { $0.name.namespace != relaxNG }
  }
  guard let found = notes.first(where: { !$0.isEmpty }), let first = found.first else { return nil }
  func words(_ language: String) -> String {
    collapsed(textContent(of: (found.first { $0[attribute: "lang"]?.value == language } ?? first).children))
  }
  return Wording(en: words("en"), fr: words("fr"))
}

/// A name of a grammar with its namespace; nil and "" stand for none.
func qualified(_ name: String, namespace: String?) throws(UnsupportedGrammar) -> QualifiedName {
  guard let colon = name.firstIndex(of: ":") else {
    return QualifiedName(local: name, namespace: namespace.flatMap { $0.isEmpty ? nil : $0 })
  }
  guard name[..<colon] == "xml" else { throw UnsupportedGrammar(.name(name)) }
  return QualifiedName(local: String(name[name.index(after: colon)...]), namespace: xmlNamespace)
}

/// A name class written as elements.
func nameClass(_ element: Element) throws(UnsupportedGrammar) -> NameClass {
  let namespace = inherited("ns", by: element)
  switch element.name.local {
  case "name":
    return .name(try qualified(textContent(of: element.children).trimmed, namespace: namespace))
  case "anyName": return try excepting(.anyName, in: element)
  case "nsName": return try excepting(.nsName(namespace ?? ""), in: element)
  case "choice", "except":
    var made: NameClass?
    for part in patterns(in: element) {
      let next = try nameClass(part)
      made = made.map { .choice($0, next) } ?? next
    }
    guard let made else { throw UnsupportedGrammar(.name("")) }
    return made
  default: throw UnsupportedGrammar(.element(element.name.local))
  }
}

private func excepting(_ all: NameClass, in element: Element) throws(UnsupportedGrammar) -> NameClass {
  guard let except = patterns(in: element).first else { return all }
  return .except(all, try nameClass(except))
}

/// The datatype of a `<data>`.
func datatype(_ element: Element, definition: String?) throws(UnsupportedGrammar) -> Datatype {
  let type = element[attribute: "type"]?.value.trimmed ?? ""
  guard let base = Datatype.Base(rawValue: type) else { throw UnsupportedGrammar(.datatype(type)) }
  let library = inherited("datatypeLibrary", by: element) ?? ""
  guard library == "http://www.w3.org/2001/XMLSchema-datatypes" || base == .token || base == .string else {
    throw UnsupportedGrammar(.datatype(type))
  }
  var made = Datatype(base: base, definition: definition)
  for part in patterns(in: element) {
    guard part.name.local == "param" else { throw UnsupportedGrammar(.element(part.name.local)) }
    let name = part[attribute: "name"]?.value.trimmed ?? ""
    let text = textContent(of: part.children)
    if name == "pattern" {
      made.expressions.append(try ValueExpression(text))
      continue
    }
    guard let number = Int(text.trimmed) else { throw UnsupportedGrammar(.parameter(name, text)) }
    switch name {
    case "minInclusive" where base == .integer: made.least = number
    case "maxInclusive" where base == .integer: made.most = number
    case "minLength": made.minLength = number
    case "maxLength": made.maxLength = number
    default: throw UnsupportedGrammar(.parameter(name, text))
    }
  }
  return made
}

extension String {
  /// The text without XML's white space at its ends.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(Substring(scalars))
  }
}
