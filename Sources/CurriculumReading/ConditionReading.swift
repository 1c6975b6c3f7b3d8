package import CurriculumModel
package import Markup

extension DraftView {
  /// The conditions of an element's children, all of which must hold, each leaf with the place of what it names.
  package var requirements: Condition<Located<Requirement>> {
    .all(element.elements.compactMap { condition(of: $0, leaf: requirement(of:)) })
  }

  /// The same for what earns a certificate.
  package var earnings: Condition<Located<Earning>> {
    .all(element.elements.compactMap { condition(of: $0, leaf: earning(of:)) })
  }

  private func condition<Leaf>(
    of element: Element, leaf: (Element) -> Located<Leaf>?
  ) -> Condition<Located<Leaf>>? {
    func parts() -> [Condition<Located<Leaf>>] { element.elements.compactMap { condition(of: $0, leaf: leaf) } }
    switch element.name.local {
    case "all": return .all(parts())
    case "any": return .any(parts())
    case "at-least": return .atLeast(ConditionElement(element: element).number("n")?.value ?? 1, parts())
    default: return leaf(element).map(Condition.leaf)
    }
  }

  private func requirement(of element: Element) -> Located<Requirement>? {
    let view = ConditionElement(element: element)
    switch element.name.local {
    case "passed": return view.identifier("module", of: Module.self).map { Requirement.passed($0) }
    case "competence": return view.competence.map { Requirement.competence($0, of: view.choice("of")) }
    default: return nil
    }
  }

  private func earning(of element: Element) -> Located<Earning>? {
    let view = ConditionElement(element: element)
    switch element.name.local {
    case "passed" where element[attribute: "group"] != nil:
      return view.identifier("group", of: Group.self).map { Earning.chosen($0) }
    case "passed": return view.identifier("module", of: Module.self).map { Earning.passed($0) }
    case "competence":
      let weight = view.number("weight")?.value ?? 1
      return view.competence.map { Earning.competence($0, of: view.choice("of"), weight: weight) }
    case "minutes":
      let theme = element[attribute: "theme"].map { Identifier<Theme>(trimmed($0.value)) }
      return view.number("at-least")?.map {
        Earning.minutes(atLeast: Minutes($0), direction: view.choice("direction"), theme: theme)
      }
    case "delivered":
      guard let direction = view.choice("direction", of: Direction.self) else { return nil }
      return view.number("at-least")?.map { Earning.delivered(atLeast: $0, direction: direction) }
    default: return nil
    }
  }
}

/// One element of a condition.
private struct ConditionElement: DraftView {
  let element: Element
}

/// A view of a `competence` element, in a condition or an objective.
package struct CompetenceDraft: DraftView {
  package let element: Element

  /// The framework.
  package var framework: Located<Identifier<Framework>> { identifier("framework") }
  /// The code within the framework.
  package var code: Located<String> { required("code").map(trimmed) }
  /// The level, where one is given.
  package var level: Located<Int>? { number("level") }
}

extension DraftView {
  /// The element as a competence at a level (0 where no level is given), at the place of its code.
  package var competence: Located<LevelledCompetence> {
    let draft = CompetenceDraft(element: element)
    let reference = CompetenceReference(framework: draft.framework.value, code: draft.code.value)
    return Located(LevelledCompetence(reference, level: draft.level?.value ?? 0), at: draft.code.span)
  }

  /// Every `competence` element inside that refers to a framework, at any depth.
  package var competenceReferences: [CompetenceDraft] {
    element.elements.flatMap { child -> [CompetenceDraft] in
      child.name.local == "competence" && child[attribute: "framework"] != nil
        ? [CompetenceDraft(element: child)]
        : ReferenceHolder(element: child).competenceReferences
    }
  }
}

private struct ReferenceHolder: DraftView {
  let element: Element
}
