internal import Bilingual
package import CurriculumModel
internal import Markup

extension ModuleDraft {
  /// The module as a value, without places.
  ///
  /// Whether it is sensible is for `Validators` to say; what is missing takes the vocabulary's default.
  package var value: Module {
    Module(
      id: id.value,
      version: version ?? SemanticVersion(0, 0, 0),
      language: rootLanguage,
      title: text("title").phrase,
      summary: text("summary").phrase,
      theme: theme.value,
      direction: direction,
      serves: serves,
      countsFor: element[attribute: "counts-for"] == nil ? .person : .pair,
      formerly: formerly.map(\.value),
      lifecycle: lifecycle?.value ?? .init(status: .published, published: nil, reviewBy: nil, volatility: nil),
      rights: rights,
      time: time,
      objectives: objectives.map(\.value),
      requires: (requires?.requirements ?? .always).map(\.value),
      recommends: recommends.map { draft in
        .init(condition: draft.requirements.map(\.value), reason: draft.text("reason").phrase)
      },
      priorLearning: element.first("prior-learning")?.elements(named: "accept").map(priorLearning(of:)) ?? [],
      preparations: texts("preparation").map { text in
        Preparation(audience: text.attribute("for") ?? .both, text: text.prose)
      },
      activities: activities.map(\.value),
      checks: Checks(checkList.map(\.value), atLeast: checks?.number("at-least")?.value),
      validity: validity?.validity,
      resources: element.first("resources")?.elements(named: "resource").map(resource(of:)) ?? [],
      variants: element.first("variants").map(PartDraft.init)?.texts("variant").map { text in
        Variant(when: text.attributeText("when"), text: text.prose)
      } ?? [],
      accessibility: texts("accessibility").map(\.accessibility),
      privacy: text("privacy").phrase)
  }

  private var rights: Module.Rights {
    let element = element.first("rights")
    return .init(
      licence: element?[attribute: "licence"]?.value ?? "", holder: element?[attribute: "holder"]?.value ?? "")
  }

  private var time: Module.Time {
    let time = element.first("time").map(PartDraft.init)
    func minutes(_ name: String) -> Minutes { Minutes(time?.number(name)?.value ?? 0) }
    return .init(together: minutes("minutes"), before: minutes("before"), after: minutes("after"))
  }

  private func priorLearning(of element: Element) -> PriorLearning {
    let draft = PartDraft(element: element)
    return PriorLearning(
      kind: draft.choice("kind") ?? .experience, scheme: element[attribute: "scheme"]?.value,
      months: draft.number("months")?.value, attestedBy: draft.choice("attested-by"))
  }

  private func resource(of element: Element) -> Resource {
    let draft = PartDraft(element: element)
    return Resource(
      id: draft.identifier("id").value, href: trimmed(draft.required("href").value),
      language: element[attribute: "lang"].map { LanguageTag(trimmed($0.value)) },
      licence: element[attribute: "licence"]?.value,
      checked: element[attribute: "checked"].flatMap { CalendarDay(iso: trimmed($0.value)) },
      title: draft.text("title").phrase)
  }
}

extension LifecycleDraft {
  var value: Module.Lifecycle {
    .init(
      status: choice("status") ?? .published,
      published: element[attribute: "published"].flatMap { CalendarDay(iso: trimmed($0.value)) },
      reviewBy: reviewBy.flatMap { CalendarDay(iso: trimmed($0.value)) },
      volatility: choice("volatility"))
  }
}

extension PartDraft {
  fileprivate var validity: Module.Validity? {
    number("months").map { months in
      .init(months: months.value, refresh: element[attribute: "refresh"].map { Identifier(trimmed($0.value)) })
    }
  }
}

extension ObjectiveDraft {
  var value: Objective {
    Objective(
      id: id.value, audience: choice("for") ?? .both, verb: choice("verb") ?? .apply,
      statement: text("statement").phrase, competences: competences.map(\.competence.value))
  }
}

extension ActivityDraft {
  var value: Activity {
    var instructions: [Partner: LocalizedProse] = [:]
    for partner in Partner.allCases { instructions[partner] = instruction(for: partner).prose }
    return Activity(
      id: id.value, minutes: Minutes(minutes?.value ?? 0), lead: choice("lead") ?? .both,
      mode: choice("mode") ?? .talk, title: text("title").phrase, instructions: instructions,
      prompts: texts("ask").map { text in
        Prompt(from: text.attribute("from") ?? .junior, topic: text.optionalText("topic"), question: text.phrase)
      },
      cards: cards.map(\.value),
      accessibility: texts("accessibility").map(\.accessibility))
  }
}

extension CheckDraft {
  var value: Check {
    Check(
      id: id.value, objectives: objectives.map(\.value), kind: choice("kind") ?? .observation,
      attestedBy: choice("attested-by") ?? .both, keep: choice("keep") ?? .result, criterion: text("criterion").phrase)
  }
}

extension CardDraft {
  /// The card as a value, without places.
  package var value: Card {
    Card(
      id: id.value, version: element[attribute: "version"].flatMap { SemanticVersion(trimmed($0.value)) },
      title: text("title").phrase, body: text("body").prose)
  }
}

extension TextDraft {
  /// An attribute of the original, as one of an enumeration's values.
  fileprivate func attribute<Value: RawRepresentable<String>>(_ name: String) -> Value? {
    optionalText(name).flatMap { Value(rawValue: $0) }
  }

  fileprivate func attributeText(_ name: String) -> String { optionalText(name) ?? "" }

  fileprivate func optionalText(_ name: String) -> String? {
    versions.first?.element[attribute: name].map { trimmed($0.value) }
  }

  fileprivate var accessibility: Accessibility { Accessibility(need: attributeText("need"), text: phrase) }
}
