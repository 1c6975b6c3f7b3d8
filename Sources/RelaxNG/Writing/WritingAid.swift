package import Bilingual
internal import Markup

/// An element that is open at a place of a document which is being written.
package struct OpenElement: Equatable, Sendable {
  /// The name, without a prefix.
  package let name: String
  /// The names of its attributes, as written.
  package var attributes: [String]
  /// The names of the elements that are closed inside it, in order.
  package var children: [String]

  /// An element as far as it is written.
  package init(_ name: String, attributes: [String] = [], children: [String] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }
}

/// A name that may be written somewhere, and what the grammar says of it.
package struct Possibility: Equatable, Sendable {
  /// The name, as an author writes it.
  package let name: String
  /// What it means; nil where the grammar does not say.
  package let documentation: Wording?
}

/// What an author may write at a place, by the grammar; what stands there already may be unfinished or wrong.
///
/// What is derived from the grammar is remembered from question to question.
package struct WritingAid: Sendable {
  private var table: PatternTable
  private let start: PatternID

  /// An aid for a grammar.
  package init(_ schema: SchemaPatterns) {
    table = schema.table
    start = schema.start
  }

  /// The elements that may come next inside the last of these open elements, in the grammar's order.
  package mutating func elements(in path: [OpenElement]) -> [Possibility] {
    var known: Set<String> = []
    return table.transitions(from: content(of: path)).map { table.elements[$0.element] }.filter {
      !$0.name.isEmpty && known.insert($0.name).inserted
    }.map { Possibility(name: $0.name, documentation: $0.documentation) }
  }

  /// The element that may come next, with all that it needs inside, after an indentation; nil where it cannot be told.
  package mutating func skeleton(of name: String, in path: [OpenElement], indentation: String) -> String? {
    let fitting = table.transitions(from: content(of: path)).first { table.elements[$0.element].name == name }
    return fitting.flatMap { table.skeleton(of: $0.element, prefix: "", indentation: indentation) }
  }

  /// The attributes that the last of these open elements may still have, in the grammar's order.
  package mutating func attributes(of path: [OpenElement]) -> [Possibility] {
    var known = Set(path.last?.attributes ?? [])
    var found: [Possibility] = []
    for declaration in declarations(of: path) {
      let state = attributed(table.elements[declaration].content, by: path.last?.attributes ?? [])
      for index in table.openAttributes(of: state) where known.insert(table.attributes[index].name).inserted {
        let attribute = table.attributes[index]
        if !attribute.name.isEmpty {
          found.append(Possibility(name: attribute.name, documentation: attribute.documentation))
        }
      }
    }
    return found
  }

  /// The values that an attribute of the last of these open elements may have, where the grammar lists them.
  package mutating func values(of attribute: String, in path: [OpenElement]) -> [String] {
    var found: [String] = []
    for declaration in declarations(of: path) {
      for index in table.openAttributes(of: table.elements[declaration].content)
      where table.attributes[index].name == attribute {
        found += listed(table.expectation(of: table.attributes[index].value)).filter { !found.contains($0) }
      }
    }
    return found
  }

  /// What the last of these elements means.
  package mutating func documentation(of path: [OpenElement]) -> Wording? {
    for declaration in declarations(of: path) {
      if let words = table.elements[declaration].documentation { return words }
    }
    return nil
  }

  /// What an attribute of the last of these elements means.
  package mutating func documentation(of attribute: String, in path: [OpenElement]) -> Wording? {
    for declaration in declarations(of: path) {
      for index in table.openAttributes(of: table.elements[declaration].content)
      where table.attributes[index].name == attribute {
        if let words = table.attributes[index].documentation { return words }
      }
    }
    return nil
  }

  // MARK: The way down

  /// The declarations that the last of these elements may be meant by.
  private mutating func declarations(of path: [OpenElement]) -> [Int] {
    guard let last = path.last else { return [] }
    return table.transitions(from: content(of: path.dropLast())).map(\.element).filter {
      table.elements[$0].name == last.name
    }
  }

  /// What may follow inside the last of these open elements, after what is closed there already.
  private mutating func content(of path: some Collection<OpenElement>) -> PatternID {
    var state = start
    for element in path {
      let fitting = table.transitions(from: state).map(\.element).filter { table.elements[$0].name == element.name }
      var inside: [PatternID] = []
      for declaration in fitting {
        let tagged = attributed(table.elements[declaration].content, by: element.attributes)
        inside.append(table.closing(completed(tagged)))
      }
      state = table.choice(inside)
      for child in element.children {
        let next = table.transitions(from: state).filter { table.elements[$0.element].name == child }
        // A child that may not stand there is passed over, as a finding will say.
        if !next.isEmpty { state = table.choice(next.map(\.rest)) }
      }
    }
    return state
  }

  private mutating func attributed(_ content: PatternID, by names: [String]) -> PatternID {
    names.reduce(content) { state, name in
      guard let index = table.openAttributes(of: state).first(where: { table.attributes[$0].name == name }) else {
        return state
      }
      return given(index, in: state)
    }
  }

  /// The pattern after the attributes without which the start tag could not end.
  private mutating func completed(_ state: PatternID) -> PatternID {
    (table.missingAttributes(of: state) ?? []).reduce(state) { given($1, in: $0) }
  }

  private mutating func given(_ attribute: Int, in state: PatternID) -> PatternID {
    guard let name = table.attributes[attribute].names.names.first else { return state }
    let next = table.attribute(state, name, .assumed)
    return next == .notAllowed ? state : next
  }

  private func listed(_ expectation: Expectation) -> [String] {
    switch expectation {
    case .oneOf(let values): values
    case .words(let each): listed(each)
    case .either(let kinds): kinds.flatMap(listed)
    case .wholeNumber, .day, .address, .form, .characters: []
    }
  }
}
