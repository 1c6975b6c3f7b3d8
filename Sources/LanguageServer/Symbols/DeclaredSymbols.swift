/// What a library declares, by kind and name, so that looking up one of thousands takes no time.
struct DeclaredSymbols: Sendable {
  /// A declaration and its document.
  struct Declaration: Sendable {
    let document: Int
    let place: DocumentSymbols.Place
  }

  private var byName: [SymbolKind: [String: Declaration]] = [:]
  private var names: [SymbolKind: [String]] = [:]

  /// The declarations of documents; the first of each name counts.
  ///
  /// O(n log n) for n declarations.
  init(_ documents: [DocumentSymbols]) {
    for (index, document) in documents.enumerated() {
      for place in document.places where place.isDeclaration {
        let kind = place.symbol.kind
        guard byName[kind]?[place.symbol.name] == nil else { continue }
        byName[kind, default: [:]][place.symbol.name] = Declaration(document: index, place: place)
        names[kind, default: []].append(place.symbol.name)
      }
    }
    for kind in names.keys { names[kind]?.sort() }
  }

  /// The declaration of a symbol; nil where there is none.
  subscript(symbol: Symbol) -> Declaration? { byName[symbol.kind]?[symbol.name] }

  /// Puts the declarations that a document has now in the place of those that it had; O(n) for n of one kind.
  mutating func replace(_ old: DocumentSymbols, by new: DocumentSymbols, of document: Int) {
    for place in old.places
    where place.isDeclaration && byName[place.symbol.kind]?[place.symbol.name]?.document == document {
      byName[place.symbol.kind]?[place.symbol.name] = nil
    }
    for place in new.places where place.isDeclaration && self[place.symbol] == nil {
      byName[place.symbol.kind, default: [:]][place.symbol.name] = Declaration(document: document, place: place)
    }
    let kinds = Set((old.places + new.places).lazy.filter(\.isDeclaration).map(\.symbol.kind))
    for kind in kinds {
      let known = byName[kind] ?? [:]
      guard known.count != names[kind]?.count || names[kind]?.contains(where: { known[$0] == nil }) == true else {
        continue
      }
      names[kind] = known.keys.sorted()
    }
  }

  /// The names of a kind that hold these letters, those first that begin with them, and whether there are more.
  func names(of kind: SymbolKind, holding letters: String, limit: Int) -> (names: [String], areMore: Bool) {
    var found: [String] = []
    var others: [String] = []
    for name in names[kind] ?? [] {
      if name.hasPrefix(letters) {
        found.append(name)
        if found.count > limit { return (Array(found.prefix(limit)), true) }
      } else if others.count <= limit, name.lowercased().contains(letters) {
        others.append(name)
      }
    }
    let all = found + others
    return (Array(all.prefix(limit)), all.count > limit)
  }
}
