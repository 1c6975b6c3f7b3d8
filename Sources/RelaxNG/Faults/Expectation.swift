/// What a value must be, for people.
package indirect enum Expectation: Equatable, Sendable {
  /// One of the values listed, in the grammar's order.
  case oneOf([String])
  /// A whole number within bounds.
  case wholeNumber(least: Int?, most: Int?)
  /// A day of the calendar.
  case day
  /// An address: a URI or a path.
  case address
  /// Characters of a certain form; the name is that of the grammar's definition.
  case form(name: String?, expression: String, maxLength: Int?)
  /// Any characters, within a length.
  case characters(least: Int?, most: Int?)
  /// Words separated by spaces, each of a kind.
  case words(Expectation)
  /// One of several kinds.
  case either([Expectation])
}

extension PatternTable {
  /// What a value must be to match a pattern.
  func expectation(of id: PatternID) -> Expectation {
    var values: [String] = []
    var others: [Expectation] = []
    collect(id, &values, &others)
    if !values.isEmpty { others.insert(.oneOf(values), at: 0) }
    return others.count == 1 ? others[0] : others.isEmpty ? .characters(least: nil, most: nil) : .either(others)
  }

  private func collect(_ id: PatternID, _ values: inout [String], _ others: inout [Expectation]) {
    switch self[id] {
    case .choice(let a, let b), .group(let a, let b), .interleave(let a, let b):
      collect(a, &values, &others)
      collect(b, &values, &others)
    case .oneOrMore(let a): collect(a, &values, &others)
    case .list(let items): append(.words(expectation(of: items)), to: &others)
    case .value(let index): if !values.contains(self.values[index].text) { values.append(self.values[index].text) }
    case .data(let index): append(datatypes[index].expectation, to: &others)
    case .text: append(.characters(least: nil, most: nil), to: &others)
    case .notAllowed, .empty, .attribute, .element, .after: break
    }
  }

  private func append(_ expectation: Expectation, to others: inout [Expectation]) {
    if !others.contains(expectation) { others.append(expectation) }
  }
}

extension Datatype {
  /// What a value of this type is.
  var expectation: Expectation {
    switch base {
    case .integer: .wholeNumber(least: least, most: most)
    case .date: .day
    case .anyURI: .address
    case .string, .token:
      if let expression = expressions.first {
        .form(name: definition, expression: expression.text, maxLength: maxLength)
      } else {
        .characters(least: minLength, most: maxLength)
      }
    }
  }
}
