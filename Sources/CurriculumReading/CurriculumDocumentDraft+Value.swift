package import CurriculumModel
internal import Markup

extension CurriculumDocumentDraft {
  /// The curriculum as a value, without places; `modules` are the library's, from which a group without a list
  /// takes those that fit.
  package func value(modules: ModuleOutlines) -> Curriculum {
    Curriculum(
      id: id.value, edition: trimmed(required("version").value), language: rootLanguage, title: text("title").phrase,
      summary: text("summary").phrase, rhythm: rhythmValue, reciprocity: reciprocityValue,
      milestones: milestones.map(\.value), groups: groups.map { $0.value(modules: modules) },
      certificates: certificates.map(\.value),
      indicators: indicators.map { draft in
        .init(
          advantage: draft.choice("advantage") ?? .exchange, kind: trimmed(draft.required("kind").value),
          description: draft.text("description").phrase)
      })
  }

  private var rhythmValue: Curriculum.Rhythm {
    .init(
      session: Minutes(rhythm?.number("minutes")?.value ?? 60), everyWeeks: rhythm?.number("every-weeks")?.value ?? 2,
      sessions: rhythm?.number("sessions")?.value ?? 1, missedInARow: rhythm?.number("missed-in-a-row")?.value ?? 2)
  }

  private var reciprocityValue: Curriculum.Reciprocity? {
    reciprocity.map { draft in
      .init(
        atLeastPercent: draft.number("at-least-percent")?.value ?? 0,
        mutualPercent: draft.number("mutual-percent")?.value ?? 50)
    }
  }
}

extension MilestoneDraft {
  var value: Curriculum.Milestone {
    .init(module: module.value, place: number("by-session").map { .bySession($0.value) } ?? .last)
  }
}

extension GroupDraft {
  /// The group as a value; where it lists no modules, those of the library that fit its directions and theme.
  package func value(modules library: ModuleOutlines) -> Group {
    let (listed, directions, theme) = (modules.map(\.value), directions, theme?.value)
    func fits(_ module: ModuleOutline) -> Bool {
      (directions.isEmpty || directions.contains(module.direction)) && (theme == nil || theme == module.theme)
    }
    let fitting =
      listed.isEmpty
      ? library.inOrder.filter { $0.isOffered && fits($0) }.map(\.id).sorted()
      : listed.filter { library[$0].map(fits) ?? true }
    let choice: Group.Choice =
      if let minutes = number("at-least-minutes") {
        .minutes(Minutes(minutes.value))
      } else if let count = number("at-least") {
        .atLeast(count.value)
      } else {
        .all
      }
    return Group(
      id: id.value, title: text("title").phrase, choice: choice, modules: fitting,
      weight: number("weight")?.value ?? 1)
  }
}

extension CertificateDraft {
  var value: Certificate {
    Certificate(
      id: id.value, holder: choice("for") ?? .pair, validMonths: number("valid-months")?.value,
      title: text("title").phrase, description: text("description").phrase,
      earnedWhen: (earnedWhen?.earnings ?? .always).map(\.value))
  }
}

extension ProgrammeDraft {
  /// The programme as a value, without places.
  package var value: Programme {
    let issuer = element.first("issuer")
    return Programme(
      id: id.value, title: text("title").phrase, defaultLanguage: defaultLanguage, languages: allLanguages,
      issuer: .init(
        name: issuer?[attribute: "name"]?.value ?? "", url: issuer?[attribute: "url"]?.value ?? "",
        logo: issuer?[attribute: "logo"]?.value, signatory: issuer?[attribute: "signatory"]?.value),
      certificatePage: element.first("certificate-page").map(PartDraft.init).map { page in
        .init(
          accent: page.element[attribute: "accent"].flatMap { PageColour(trimmed($0.value)) },
          ink: page.element[attribute: "ink"].flatMap { PageColour(trimmed($0.value)) },
          heading: page.text("heading").phrase, declaration: page.text("declaration").phrase,
          mention: page.text("mention").phrase)
      },
      themes: themes.map { Theme(id: $0.id.value, name: $0.text("name").phrase) },
      store: element.first("store")?[attribute: "url"].map { trimmed($0.value) })
  }
}

extension FrameworkDraft {
  /// The framework as a value, without places.
  package var value: Framework {
    let levelNames = element.elements(named: "level").map(PartDraft.init).compactMap { level in
      level.number("number").map { ($0.value, level.text("name").names) }
    }
    return Framework(
      id: id.value, title: text("title").phrase, levels: levels?.value ?? 0,
      levelNames: Dictionary(levelNames, uniquingKeysWith: { first, _ in first }),
      source: required("source").value, licence: required("licence").value, credit: text("credit").phrase,
      areas: element.elements(named: "area").map(PartDraft.init).map { area in
        .init(code: trimmed(area.required("code").value), name: area.text("name").names)
      },
      competences: competences.map { competence, area in
        .init(
          code: competence.code.value, area: (area?[attribute: "code"]?.value).map(trimmed),
          name: competence.text("name").names,
          description: competence.text("description").phrase, same: competence.same.map(\.competence.value.competence))
      })
  }
}

extension TextDraft {
  /// The text as names with their standing.
  fileprivate var names: LocalizedText<Framework.Name> {
    LocalizedText(
      versions.map { version in
        let status = version.element[attribute: "status"].flatMap { Framework.NameStatus(rawValue: trimmed($0.value)) }
        return .init(
          language: version.language,
          content: .init(text: inlines(of: version.element).plainText, status: status ?? .official))
      })
  }
}
