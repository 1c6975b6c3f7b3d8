import Bilingual
import RelaxNG

extension VocabularyChapter {
  /// What is said of one element: what it means, where it stands, its attributes and what it holds.
  func entry(_ id: Int) -> [String] {
    let element = elements[id]
    var blocks = ["### " + headings[id]]
    if let words = element.documentation { blocks.append(words[language]) }
    let inside = holders[id].filter { $0 != id }
    if !inside.isEmpty {
      let list = inside.map(link).joined(separator: ", ")
      blocks.append((language == .en ? "Stands in " : "Se trouve dans ") + list + ".")
    }
    if !element.attributes.isEmpty { blocks.append(table(of: element.attributes)) }
    blocks.append(content(of: element))
    return blocks
  }

  private func table(of attributes: [ListedAttribute]) -> String {
    let head = language == .en ? "| attribute | | value |" : "| attribut | | valeur |"
    let rows = attributes.map { attribute in
      let value = attribute.value[language].replacing("|", with: "\\|")
      return "| `\(attribute.name)` | \(words(attribute.need)[language]) | \(value) |"
    }
    return ([head, "| --- | --- | --- |"] + rows).joined(separator: "\n")
  }

  private func words(_ need: ListedAttribute.Need) -> Wording {
    switch need {
    case .required: Wording(en: "required", fr: "obligatoire")
    case .optional: Wording(en: "optional", fr: "facultatif")
    case .alternative: Wording(en: "this or the other", fr: "l’un ou l’autre")
    }
  }

  private func content(of element: ListedElement) -> String {
    if element.content.isEmpty {
      return element.holdsText
        ? (language == .en ? "Holds text." : "Contient du texte.") : (language == .en ? "Is empty." : "Est vide.")
    }
    let lines = element.content.map { part in
      let names = part.elements.map(link)
      let list = names.count == 1 ? names.joined() : language.list(names, .or)
      return "- \(list), \(words(part.occurrence)[language])"
    }
    let inOrder =
      element.content.count > 1
      ? Wording(en: "Holds, in this order:", fr: "Contient, dans cet ordre\u{A0}:")
      : Wording(en: "Holds:", fr: "Contient\u{A0}:")
    let opening =
      element.holdsText
      ? (language == .en ? "Holds text, and in it:" : "Contient du texte, et dans ce texte\u{A0}:")
      : inOrder[language]
    return opening + "\n\n" + lines.joined(separator: "\n")
  }

  private func words(_ occurrence: ListedPart.Occurrence) -> Wording {
    switch occurrence {
    case .once: Wording(en: "once", fr: "une fois")
    case .optional: Wording(en: "at most once", fr: "une fois au plus")
    case .repeated: Wording(en: "once or more", fr: "une fois ou plus")
    case .any: Wording(en: "any number of times", fr: "autant de fois qu’on veut")
    }
  }
}
