internal import Bilingual
internal import Diagnostics

extension StructureFault {
  /// What may stand there, and what the element or attribute concerned means.
  func explanation(_ language: Language) -> String {
    var sentences = [reason(language)]
    if let documentation {
      sentences.append("\(language.quote(documentation.name))\(language.colon)\(documentation.words[language])")
    }
    return sentences.compactMap(\.self).joined(separator: " ")
  }

  private func reason(_ language: Language) -> String? {
    let isEnglish = language == .en
    let names = language.list(expected.prefix(10).map(language.quote), .or)
    let more = expected.count > 10 ? "…" : ""
    switch kind {
    case .unknownRoot:
      return isEnglish ? "A document begins with \(names)\(more)." : "Un document commence par \(names)\(more)."
    case .unknownElement, .unexpectedElement, .misplacedElement, .repeatedElement:
      if expected.isEmpty {
        return isEnglish ? "No further element may stand here." : "Aucun autre élément ne peut se trouver ici."
      }
      return isEnglish ? "Here may stand \(names)\(more)." : "Ici peut se trouver \(names)\(more)."
    case .unknownAttribute:
      if expected.isEmpty {
        return isEnglish ? "It has no further attribute." : "Il n’a pas d’autre attribut."
      }
      return isEnglish
        ? "It may still have \(names)\(more)." : "Il peut encore avoir \(names)\(more)."
    case .missingAttribute:
      return expectedValue.map { wanted in
        isEnglish ? "Its value is \(wanted.words.en)." : "Sa valeur est \(wanted.words.fr)."
      }
    case .unknownValue:
      return expectedValue.map { wanted in
        isEnglish ? "It must be \(wanted.words.en)." : "Il faut \(wanted.words.fr)."
      }
    case .unexpectedText:
      if expected.isEmpty { return nil }
      return isEnglish
        ? "Only elements may: \(names)\(more)." : "Seuls le peuvent des éléments\(language.colon)\(names)\(more)."
    case .wrongNamespace(_, _, let wanted):
      return wanted.map { wanted in
        isEnglish
          ? "All elements of this vocabulary are in the namespace \(language.quote(wanted)), declared on the root by xmlns."
          : "Tous les éléments de ce vocabulaire sont dans l’espace de noms \(language.quote(wanted)), déclaré sur la racine par xmlns."
      }
    case .missingElement, .malformedValue, .other: return nil
    }
  }

  /// A repair in words, with its edits.
  func solution(for repair: Repair) -> Diagnostic.Solution {
    Diagnostic.Solution(
      Wording { words(for: repair.action, $0) }, repair.replacements,
      certainty: isCertain(repair) ? .certain : .suggested)
  }

  /// Whether a machine may carry the repair out: the likeliest one, where it moves what was written, or corrects a slip
  /// of the pen that is near to one word alone.
  private func isCertain(_ repair: Repair) -> Bool {
    guard repair == repairs.first, !repair.replacements.isEmpty else { return false }
    switch (repair.action, kind) {
    case (.move, _), (.declareNamespace, _): return true
    case (.rename, _) where repair.isTranslation, (.write, _) where repair.isTranslation: return true
    case (.rename(let word), .unknownElement(let written, _)), (.rename(let word), .unknownAttribute(let written, _)),
      (.rename(let word), .unknownRoot(let written)), (.write(let word), .unknownValue(let written, _, _)):
      let words = repairs.compactMap { rival in
        switch rival.action {
        case .rename(let word), .write(let word): word
        default: nil
        }
      }
      return nearest(to: written, among: words + (isValue ? [] : expected)) == [word]
    default: return false
    }
  }

  private var isValue: Bool {
    if case .unknownValue = kind { return true }
    return false
  }

  private func words(for action: Repair.Action, _ language: Language) -> String {
    let isEnglish = language == .en
    func list(_ names: [String]) -> String { language.list(names.map(language.quote)) }
    switch action {
    case .rename(let name):
      return isEnglish ? "write \(language.quote(name)) instead" : "écrire plutôt \(language.quote(name))"
    case .write(let value):
      let written = isValue ? language.quoteValue(value) : language.quote(value)
      return isEnglish ? "write \(written) instead" : "écrire plutôt \(written)"
    case .addElements(let names), .addAttributes(let names):
      return isEnglish ? "add \(list(names))" : "ajouter \(list(names))"
    case .delete(let name): return isEnglish ? "remove \(language.quote(name))" : "supprimer \(language.quote(name))"
    case .deleteText: return isEnglish ? "remove the text" : "supprimer le texte"
    case .move(_, let after?):
      return isEnglish ? "move it after \(language.quote(after))" : "le déplacer après \(language.quote(after))"
    case .move(let name, nil):
      return isEnglish
        ? "move \(language.quote(name)) to the beginning" : "déplacer \(language.quote(name)) au début"
    case .unwrap(let name):
      return isEnglish
        ? "keep what is in it, without \(language.quote("<\(name)>"))"
        : "garder ce qu’il contient, sans \(language.quote("<\(name)>"))"
    case .close(let parent):
      return isEnglish ? "close \(language.quote(parent)) before it" : "fermer \(language.quote(parent)) avant lui"
    case .wrap(let name):
      return isEnglish ? "put it into \(language.quote(name))" : "le mettre dans \(language.quote(name))"
    case .declareNamespace(let namespace):
      return isEnglish ? "write xmlns=\"\(namespace)\"" : "écrire xmlns=\"\(namespace)\""
    }
  }
}
