/// What an identifier names.
enum SymbolKind: Hashable, Sendable {
  case programme, framework, module, card, curriculum, theme
  case competence(framework: String)
  /// Known within one document alone.
  case group(document: Int), certificate(document: Int), objective(document: Int)

  /// What an attribute declares; nil where it declares nothing.
  static func declared(
    by attribute: String, of element: String, inRoot root: String, framework: String?, document: Int
  ) -> SymbolKind? {
    switch (element, attribute) {
    case ("programme", "id"): .programme
    case ("framework", "id"): .framework
    case ("module", "id"): .module
    case ("card", "id"): .card
    case ("curriculum", "id"): .curriculum
    case ("theme", "id"): .theme
    case ("group", "id"): .group(document: document)
    case ("certificate", "id"): .certificate(document: document)
    case ("objective", "id"): .objective(document: document)
    case ("competence", "code") where root == "framework": framework.map { .competence(framework: $0) }
    default: nil
    }
  }

  /// What an attribute refers to; nil where it refers to nothing.
  ///
  /// `framework` is the one that stands beside a code.
  static func referred(
    by attribute: String, of element: String, framework: String?, document: Int
  ) -> SymbolKind? {
    switch (element, attribute) {
    case ("passed", "module"), ("milestone", "module"), ("validity", "refresh"), ("module", "ref"): .module
    case ("module", "theme"), ("group", "theme"), ("minutes", "theme"): .theme
    case ("passed", "group"): .group(document: document)
    case ("use", "card"): .card
    case ("competence", "framework"), ("same", "framework"): .framework
    case ("competence", "code"), ("same", "code"): framework.map { .competence(framework: $0) }
    case ("check", "for"): .objective(document: document)
    default: nil
    }
  }
}

/// A thing that has an identifier.
struct Symbol: Hashable, Sendable {
  let kind: SymbolKind
  let name: String
}
