internal import Bilingual
internal import Validators

/// What can be renamed at a place.
struct WireRenameable: Encodable, Sendable {
  let range: WireRange
  let placeholder: String
}

extension EditorSession {
  /// What can be renamed at a place; nil where nothing can.
  func renameable(_ asked: PlaceParameters) -> WireRenameable? {
    guard let document = open[asked.textDocument.uri], let library = libraries[document.folder],
      let named = named(asked, document),
      library.declared[named.symbol] != nil
    else { return nil }
    return WireRenameable(range: document.lines.range(of: named.utf8), placeholder: named.symbol.name)
  }

  /// The edits that give a thing another identifier, in every document that names it.
  ///
  /// A module keeps its old identifier in `formerly`, so that what pairs have passed is not lost.
  func rename(_ asked: PlaceParameters) throws(RequestRefusal) -> WireWorkspaceEdit {
    guard let document = open[asked.textDocument.uri], let library = libraries[document.folder],
      let name = asked.newName
    else { throw .wrongParameters }
    guard let named = named(asked, document),
      library.declared[named.symbol] != nil
    else {
      throw .failed(
        Wording(en: "there is no identifier here", fr: "il n’y a pas d’identifiant ici")[language])
    }
    try refuse(name, for: named.symbol, in: library)
    var changes: [String: [WireEdit]] = [:]
    for (index, place) in library.occurrences(of: named.symbol) {
      let lines = library.lines(index)
      var edits = [WireEdit(range: lines.range(of: place.utf8), newText: name)]
      if place.isDeclaration, named.symbol.kind == .module {
        let end = place.formerly?.upperBound ?? place.utf8.upperBound + 1
        let text = place.formerly == nil ? " formerly=\"\(named.symbol.name)\"" : " \(named.symbol.name)"
        edits.append(WireEdit(range: lines.range(of: end..<end), newText: text))
      }
      changes[address(of: library.path(index)), default: []] += edits
    }
    return WireWorkspaceEdit(changes: changes)
  }

  private func refuse(_ name: String, for symbol: Symbol, in library: EditedLibrary) throws(RequestRefusal) {
    let quoted = Wording { $0.quote(name) }
    guard isIdentifier(name, of: symbol.kind) else {
      throw .failed(
        Wording(
          en: "\(quoted.en) is no identifier: small letters and digits, parted by single dots or hyphens",
          fr:
            "\(quoted.fr) n’est pas un identifiant\u{A0}: minuscules et chiffres, séparés par un seul point ou trait d’union"
        )[language])
    }
    guard library.declared[Symbol(kind: symbol.kind, name: name)] == nil else {
      throw .failed(
        Wording(
          en: "the identifier \(quoted.en) is given already", fr: "l’identifiant \(quoted.fr) est déjà donné")[language]
      )
    }
    // A document that cannot be read may name it, and would be left behind.
    if let unread = library.symbols.indices.first(where: { library.library.reading.acceptedRoot(at: $0) == nil }) {
      let path = library.path(unread)
      throw .failed(
        Wording(
          en: "mend \(path) first: what it names cannot be read",
          fr: "corriger d’abord \(path)\u{A0}: ce qu’il nomme est illisible")[language])
    }
  }

  /// Whether the grammar's definition of identifiers, or of codes, has this name.
  private func isIdentifier(_ name: String, of kind: SymbolKind) -> Bool {
    let isCode = if case .competence = kind { true } else { false }
    guard (1...64).contains(name.utf8.count) else { return false }
    return name.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
      .allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || isCode && (0x41...0x5A).contains(byte)
          }
      }
  }
}
