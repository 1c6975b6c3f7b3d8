extension EditorSession {
  /// Where the thing is declared that is named at a place.
  func definition(_ asked: PlaceParameters) -> [WireLocation] {
    guard let document = open[asked.textDocument.uri], let library = libraries[document.folder],
      let named = named(asked, document), let declared = library.declared[named.symbol]
    else { return [] }
    return [location(declared.document, declared.place, library)]
  }

  /// Where the thing is named that is named at a place.
  func references(_ asked: PlaceParameters) -> [WireLocation] {
    guard let document = open[asked.textDocument.uri], let library = libraries[document.folder],
      let named = named(asked, document)
    else { return [] }
    let withDeclaration = asked.context?.includeDeclaration ?? true
    return library.occurrences(of: named.symbol).filter { withDeclaration || !$0.place.isDeclaration }.map {
      location($0.document, $0.place, library)
    }
  }

  private func location(_ index: Int, _ place: DocumentSymbols.Place, _ library: EditedLibrary) -> WireLocation {
    WireLocation(uri: address(of: library.path(index)), range: library.lines(index).range(of: place.utf8))
  }

  /// What is named at a place, and where that word stands.
  func named(_ asked: PlaceParameters, _ document: OpenDocument) -> (symbol: Symbol, utf8: Range<Int>)? {
    let cursor = document.lines.offset(of: asked.position)
    return symbol(at: cursor, WritingPlace(at: cursor, in: document.lines.utf8), document)
  }
}
