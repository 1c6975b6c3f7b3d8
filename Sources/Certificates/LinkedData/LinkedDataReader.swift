import RDFCanonicalization

/// A member that a signature over the document's meaning would not cover, by its path from the top.
struct UncoveredMember: Error, Hashable {
  /// The member's path.
  let path: String
}

/// Reads the RDF of a JSON-LD document by a table of terms.
///
/// Source: W3C Recommendation "JSON-LD 1.1 Processing Algorithms and API", as far as credentials need it: terms
/// from contexts, scoped to types; strings, truth values, objects, and arrays as sets. Whatever has no meaning in
/// RDF and would silently be dropped there, null, empty arrays, unknown members and what is said twice, is refused.
struct LinkedDataReader {
  private let vocabulary: Vocabulary
  private var quads: [Quad] = []
  private var blankNodes = 0

  /// The statements of an object, whose `@context` the caller has looked at.
  ///
  /// - Throws: The first member that is in no table, or has a value that its term does not allow.
  static func quads(
    of document: JSONValue, in vocabulary: Vocabulary = .credentials
  ) throws(UncoveredMember) -> [Quad] {
    var reader = LinkedDataReader(vocabulary: vocabulary)
    guard case .object(let members) = document else { throw UncoveredMember(path: "") }
    _ = try reader.node(members.filter { !$0.name.utf8.elementsEqual("@context".utf8) }, at: "")
    return reader.quads
  }

  private init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  private mutating func node(_ members: [JSONValue.Member], at path: String) throws(UncoveredMember) -> Term {
    let prefix = path.isEmpty ? "" : path + "."
    let subject = try subject(members, prefix)
    let kinds = try kinds(members, prefix)
    for kind in kinds { quads.append(Quad(subject, Self.type, .iri(kind.iri))) }
    for member in members where member.name != "id" && member.name != "type" {
      let path = prefix + member.name
      guard let term = Self.term(member.name, kinds) ?? Self.entry(member.name, vocabulary.terms) else {
        throw UncoveredMember(path: path)
      }
      for object in try values(member.value, of: term, at: path) { quads.append(Quad(subject, term.iri, object)) }
    }
    return subject
  }

  private mutating func subject(_ members: [JSONValue.Member], _ prefix: String) throws(UncoveredMember) -> Term {
    guard let id = members.first(where: { $0.name == "id" })?.value else {
      blankNodes += 1
      return .blank("b\(blankNodes)")
    }
    guard let text = id.text, CredentialShape.isURI(text) else { throw UncoveredMember(path: prefix + "id") }
    return .iri(text)
  }

  private func kinds(
    _ members: [JSONValue.Member], _ prefix: String
  ) throws(UncoveredMember) -> [Vocabulary.Kind] {
    guard let type = members.first(where: { $0.name == "type" })?.value else { return [] }
    var kinds: [Vocabulary.Kind] = []
    for name in type.items ?? [type] {
      guard let kind = name.text.flatMap({ Self.entry($0, vocabulary.kinds) }) else {
        throw UncoveredMember(path: prefix + "type")
      }
      guard !kinds.contains(where: { $0.iri == kind.iri }) else { throw UncoveredMember(path: prefix + "type") }
      kinds.append(kind)
    }
    return kinds
  }

  private mutating func values(
    _ value: JSONValue, of term: Vocabulary.Term, at path: String
  ) throws(UncoveredMember) -> [Term] {
    guard let items = value.items else { return [try self.value(value, of: term, at: path)] }
    guard !items.isEmpty else { throw UncoveredMember(path: path) }
    var terms: [Term] = []
    var known: Set<[UInt8]> = []
    for (index, item) in items.enumerated() {
      let path = "\(path)[\(index)]"
      let value = try self.value(item, of: term, at: path)
      // A set with an element twice is the same set, so that the signature would cover a copy put in later.
      if let form = value.canonicalForm, !known.insert(form).inserted { throw UncoveredMember(path: path) }
      terms.append(value)
    }
    return terms
  }

  private mutating func value(
    _ value: JSONValue, of term: Vocabulary.Term, at path: String
  ) throws(UncoveredMember) -> Term {
    switch (value, term.meaning) {
    case (.object(let members), .plain), (.object(let members), .reference): return try node(members, at: path)
    case (.string(let text), .plain): return .string(text)
    case (.string(let text), .reference) where CredentialShape.isURI(text): return .iri(text)
    case (.string(let text), .datatype(let datatype)): return .literal(text, datatype: datatype)
    case (.string(let text), .word(let words)):
      guard let iri = Self.entry(text, words) else { throw UncoveredMember(path: path) }
      return .iri(iri)
    case (.bool(let flag), .plain): return .literal("\(flag)", datatype: Self.boolean)
    case (.bool(let flag), .datatype(let datatype)): return .literal("\(flag)", datatype: datatype)
    default: throw UncoveredMember(path: path)
    }
  }

  /// Of types that define the same term, the last in alphabetical order would win; none of ours do.
  private static func term(_ name: String, _ kinds: [Vocabulary.Kind]) -> Vocabulary.Term? {
    kinds.lazy.compactMap { entry(name, $0.terms) }.last
  }

  /// The entry of exactly this name: a table in Swift takes a Kelvin sign for a K.
  private static func entry<Value>(_ name: String, _ table: [String: Value]) -> Value? {
    guard let index = table.index(forKey: name), table[index].key.utf8.elementsEqual(name.utf8) else { return nil }
    return table[index].value
  }

  private static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
  private static let boolean = "http://www.w3.org/2001/XMLSchema#boolean"
}
