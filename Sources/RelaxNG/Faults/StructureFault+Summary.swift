internal import Bilingual
internal import Diagnostics

extension StructureFault {
  /// What is wrong, in one phrase, the most specific fact first.
  func summary(_ language: Language) -> String {
    language == .en ? englishSummary : frenchSummary
  }

  private var englishSummary: String {
    let quote = Language.en.quote
    func list(_ names: [String]) -> String { Language.en.list(names.map(quote)) }
    switch kind {
    case .unknownRoot(let name): return "\(quote(name)) is not an element that a document can begin with"
    case .unknownElement(let name, let parent): return "\(quote(name)) is not an element of \(quote(parent))"
    case .unexpectedElement(let name, let parent): return "\(quote(name)) has no place in \(quote(parent))"
    case .misplacedElement(let name, let parent):
      return "\(quote(name)) belongs elsewhere in \(quote(parent))"
    case .repeatedElement(let name, let parent): return "\(quote(name)) is given twice in \(quote(parent))"
    case .missingElement(let names, let parent):
      let missing = expected.count > names.count ? Language.en.list(expected.map(quote), .or) : list(names)
      return "\(missing) \(names.count == 1 ? "is" : "are") missing in \(quote(parent))"
    case .wrongNamespace(let name, let given, _):
      return given.map { "\(quote($0)) is not the namespace of \(quote(name))" }
        ?? "\(quote(name)) is in no namespace"
    case .unknownAttribute(let name, let element): return "\(quote(name)) is not an attribute of \(quote(element))"
    case .missingAttribute(let names, let element):
      let missing = expected.count > names.count ? Language.en.list(expected.map(quote), .or) : list(names)
      return "\(missing) \(names.count == 1 ? "is" : "are") missing on \(quote(element))"
    case .unknownValue(let value, let attribute, let element):
      let place = attribute.map { "\(quote($0)) of \(quote(element))" } ?? quote(element)
      return "\(quote(shortened(value))) is not a value of \(place)"
    case .malformedValue(let value, let attribute, let element):
      let place = attribute.map { "\(quote($0)) of \(quote(element))" } ?? quote(element)
      let wanted = expectedValue?.words.en ?? ""
      return value.isEmpty
        ? "\(place) is empty; it wants \(wanted)"
        : "\(quote(shortened(value))) is not what \(place) wants: \(wanted)"
    case .unexpectedText(let parent): return "Text may not stand here in \(quote(parent))"
    case .other(let name): return "\(quote(name)) is not as the grammar wants it"
    }
  }

  private var frenchSummary: String {
    let french = Language.fr
    let quote = french.quote
    func list(_ names: [String]) -> String { french.list(names.map(quote)) }
    switch kind {
    case .unknownRoot(let name): return "\(quote(name)) n’est pas un élément par lequel un document commence"
    case .unknownElement(let name, let parent): return "\(quote(name)) n’est pas un élément de \(quote(parent))"
    case .unexpectedElement(let name, let parent): return "\(quote(name)) n’a pas sa place dans \(quote(parent))"
    case .misplacedElement(let name, let parent):
      return "\(quote(name)) a sa place ailleurs dans \(quote(parent))"
    case .repeatedElement(let name, let parent): return "\(quote(name)) est donné deux fois dans \(quote(parent))"
    case .missingElement(let names, let parent):
      let missing = expected.count > names.count ? french.list(expected.map(quote), .or) : list(names)
      return "\(missing) \(names.count == 1 ? "manque" : "manquent") dans \(quote(parent))"
    case .wrongNamespace(let name, let given, _):
      return given.map { "\(quote($0)) n’est pas l’espace de noms de \(quote(name))" }
        ?? "\(quote(name)) n’est dans aucun espace de noms"
    case .unknownAttribute(let name, let element): return "\(quote(name)) n’est pas un attribut de \(quote(element))"
    case .missingAttribute(let names, let element):
      let missing = expected.count > names.count ? french.list(expected.map(quote), .or) : list(names)
      return "\(missing) \(names.count == 1 ? "manque" : "manquent") à \(quote(element))"
    case .unknownValue(let value, let attribute, let element):
      let place = attribute.map { "\(quote($0)) de \(quote(element))" } ?? quote(element)
      return "\(quote(shortened(value))) n’est pas une valeur de \(place)"
    case .malformedValue(let value, let attribute, let element):
      let place = attribute.map { "\(quote($0)) de \(quote(element))" } ?? quote(element)
      let wanted = expectedValue?.words.fr ?? ""
      return value.isEmpty
        ? "\(place) est vide\u{202F}; il y faut \(wanted)"
        : "\(quote(shortened(value))) n’est pas ce qu’attend \(place)\(french.colon)\(wanted)"
    case .unexpectedText(let parent): return "aucun texte ne peut se trouver ici dans \(quote(parent))"
    case .other(let name): return "\(quote(name)) n’est pas conforme à la grammaire"
    }
  }

  /// A value short enough for one line.
  private func shortened(_ value: String) -> String {
    let line = collapsed(value)
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
