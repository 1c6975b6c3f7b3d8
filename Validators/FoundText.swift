internal import CurriculumModel
internal import CurriculumReading
internal import Markup

/// A text of the draft and the name of its elements.
struct FoundText {
  let name: String
  var text: TextDraft

  /// Whether it begins with a translation of nothing, which is a finding of its own.
  var isOrphan: Bool { text.versions.first?.isTranslation ?? false }

  /// Whether it is given twice in one language, of which readers would see the first alone.
  var repeatsLanguage: Bool {
    text.versions.indices.contains { index in
      text.versions[..<index].contains { $0.language == text.versions[index].language }
    }
  }

  /// The `xml:lang` that an element in this language needs beside the others.
  func attribute(for language: LanguageTag) -> String {
    let isRoot = text.versions.contains { !$0.isTranslation && $0.language == language }
    return isRoot ? "" : " xml:lang=\"\(language)\""
  }
}

/// Elements that hold a text in a language, by name.
private let textNames: Set<String> = [
  "title", "name", "summary", "description", "credit", "statement", "reason", "preparation", "junior", "senior", "ask",
  "accessibility", "criterion", "variant", "privacy", "body", "heading", "declaration", "mention",
]

/// Elements of which a parent may have several texts, each begun by an element without `xml:lang`.
private let repeatedTexts: Set<String> = ["preparation", "ask", "accessibility", "variant"]

/// Every text of a document, in order.
func texts(of root: Element) -> [FoundText] {
  var found: [FoundText] = []
  addTexts(within: root, of: PartDraft(element: root).rootLanguage, to: &found)
  return found
}

private func addTexts(within element: Element, of language: LanguageTag, to found: inout [FoundText]) {
  /// The places in `found` of this element's own texts.
  var own: [Int] = []
  for child in element.elements {
    let name = child.name.local
    guard textNames.contains(name) else {
      addTexts(within: child, of: language, to: &found)
      continue
    }
    let version = TextDraft.Version(child, inDocumentIn: language)
    if let last = own.last(where: { found[$0].name == name }),
      version.isTranslation || !repeatedTexts.contains(name)
    {
      found[last].text.versions.append(version)
    } else {
      own.append(found.count)
      found.append(FoundText(name: name, text: TextDraft(versions: [version])))
    }
  }
}
