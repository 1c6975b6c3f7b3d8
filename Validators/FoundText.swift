internal import CurriculumModel
internal import CurriculumReading
internal import Markup

/// A text of the draft and the name of its elements.
struct FoundText {
  let name: String
  let text: TextDraft

  /// Whether it begins with a translation of nothing, which is a finding of its own.
  var isOrphan: Bool { text.versions.first?.isTranslation ?? false }

  /// The `xml:lang` that an element in this language needs beside the others.
  func attribute(for language: LanguageTag) -> String {
    let isRoot = text.versions.contains { !$0.isTranslation && $0.language == language }
    return isRoot ? "" : " xml:lang=\"\(language)\""
  }
}

/// Elements that hold a text in a language, by name.
private let textNames: Set<String> = [
  "title", "name", "summary", "description", "credit", "statement", "reason", "preparation", "junior", "senior", "ask",
  "accessibility", "criterion", "variant", "privacy", "body",
]

/// Elements of which a parent may have several texts, each begun by an element without `xml:lang`.
private let repeatedTexts: Set<String> = ["preparation", "ask", "accessibility", "variant"]

/// Every text of the draft.
func textElements(in draft: CurriculumDraft) -> [FoundText] {
  let roots =
    draft.programmes.map(\.element) + draft.frameworks.map(\.element) + draft.modules.map(\.element)
    + draft.cards.map(\.element) + draft.curricula.map(\.element)
  return concurrentMap(roots) { texts(within: $0) }.flatMap(\.self)
}

private func texts(within element: Element) -> [FoundText] {
  var found: [FoundText] = []
  var seen: Set<String> = []
  let view = PartDraft(element: element)
  for child in element.elements {
    let name = child.name.local
    if textNames.contains(name) {
      if seen.insert(name).inserted {
        found += (repeatedTexts.contains(name) ? view.texts(name) : [view.text(name)]).map {
          FoundText(name: name, text: $0)
        }
      }
    } else {
      found += texts(within: child)
    }
  }
  return found
}
