package import Bilingual
internal import Markup

/// What a grammar says of one element: a page of a reference.
package struct ListedElement: Sendable {
  /// The place in the listing.
  package let id: Int
  /// The name, as an author writes it.
  package let name: String
  /// What it means; nil where the grammar does not say.
  package let documentation: Wording?
  /// The attributes, in the grammar's order.
  package let attributes: [ListedAttribute]
  /// The children, in the order in which they may stand.
  package let content: [ListedPart]
  /// Whether characters may stand directly inside.
  package let holdsText: Bool
}

/// What a grammar says of one attribute of an element.
package struct ListedAttribute: Sendable {
  /// Whether it must be given.
  package enum Need: Sendable {
    /// It must be given.
    case required
    /// It may be left out.
    case optional
    /// It or another one is given.
    case alternative
  }

  /// The name, as an author writes it.
  package let name: String
  /// Whether it must be given.
  package let need: Need
  /// What its value must be, as a noun phrase.
  package let value: Wording
}

/// Children that may stand at one place of an element.
package struct ListedPart: Sendable {
  /// How often they may stand there.
  package enum Occurrence: Sendable {
    /// Exactly once.
    case once
    /// Once or not at all.
    case optional
    /// Once or again.
    case repeated
    /// Any number of times.
    case any
  }

  /// The elements of which one stands there, by their places in the listing.
  package let elements: [Int]
  /// How often.
  package let occurrence: Occurrence
}

extension SchemaPatterns {
  /// The elements of the grammar, each by what may stand in it; those of a document come first, in the grammar's order.
  ///
  /// O(n) for n patterns.
  package var listing: [ListedElement] {
    table.elements.enumerated().map { index, element in
      ListedElement(
        id: index, name: element.name, documentation: element.documentation,
        attributes: table.listedAttributes(of: element.content, need: .required),
        content: table.listedParts(of: element.content, .once), holdsText: table.holdsText(element.content))
    }
  }

  /// The elements that may be the root of a document, by their places in the listing.
  package var listedRoots: [Int] {
    table.parts(of: start).compactMap { if case .element(let index) = $0 { index } else { nil } }
  }
}

extension PatternTable {
  fileprivate func listedAttributes(of id: PatternID, need: ListedAttribute.Need) -> [ListedAttribute] {
    switch self[id] {
    case .attribute(let index):
      let attribute = attributes[index]
      return [ListedAttribute(name: attribute.name, need: need, value: expectation(of: attribute.value).words)]
    case .group(let a, let b), .interleave(let a, let b), .after(let a, let b):
      return listedAttributes(of: a, need: need) + listedAttributes(of: b, need: need)
    case .oneOrMore(let a): return listedAttributes(of: a, need: need)
    case .choice:
      let options = branches(of: id)
      let inner = options.contains(.empty) ? ListedAttribute.Need.optional : .alternative
      return options.flatMap { listedAttributes(of: $0, need: inner) }
    case .notAllowed, .empty, .text, .list, .data, .value, .element: return []
    }
  }

  fileprivate func listedParts(of id: PatternID, _ occurrence: ListedPart.Occurrence) -> [ListedPart] {
    switch self[id] {
    case .element(let index): return [ListedPart(elements: [index], occurrence: occurrence)]
    case .group(let a, let b), .interleave(let a, let b), .after(let a, let b):
      return listedParts(of: a, occurrence) + listedParts(of: b, occurrence)
    case .oneOrMore(let a): return listedParts(of: a, occurrence.again)
    case .choice:
      let options = branches(of: id)
      let inner = options.contains(.empty) ? occurrence.perhaps : occurrence
      let held = options.map { listedParts(of: $0, inner) }.filter { !$0.isEmpty }
      guard held.count > 1 else { return held.first ?? [] }
      let parts = held.flatMap(\.self)
      var seen: Set<Int> = []
      return [
        ListedPart(
          elements: parts.flatMap(\.elements).filter { seen.insert($0).inserted },
          occurrence: parts.reduce(inner) { $0.wider($1.occurrence) })
      ]
    case .notAllowed, .empty, .text, .list, .data, .value, .attribute: return []
    }
  }

  fileprivate func holdsText(_ id: PatternID) -> Bool {
    switch self[id] {
    case .text, .data, .value, .list: true
    case .choice(let a, let b), .group(let a, let b), .interleave(let a, let b), .after(let a, let b):
      holdsText(a) || holdsText(b)
    case .oneOrMore(let a): holdsText(a)
    case .notAllowed, .empty, .attribute, .element: false
    }
  }

  /// The patterns of which a choice, however nested, takes one.
  private func branches(of id: PatternID) -> [PatternID] {
    guard case .choice(let a, let b) = self[id] else { return [id] }
    return branches(of: a) + branches(of: b)
  }
}

extension ListedPart.Occurrence {
  private var mayBeNone: Bool { self == .optional || self == .any }
  private var mayBeMany: Bool { self == .repeated || self == .any }

  private init(mayBeNone: Bool, mayBeMany: Bool) {
    self = mayBeNone ? (mayBeMany ? .any : .optional) : (mayBeMany ? .repeated : .once)
  }

  fileprivate var again: Self { Self(mayBeNone: mayBeNone, mayBeMany: true) }
  fileprivate var perhaps: Self { Self(mayBeNone: true, mayBeMany: mayBeMany) }

  fileprivate func wider(_ other: Self) -> Self {
    Self(mayBeNone: mayBeNone || other.mayBeNone, mayBeMany: mayBeMany || other.mayBeMany)
  }
}
