internal import Bilingual
internal import CurriculumModel
internal import CurriculumReading
internal import Diagnostics
internal import Markup

/// A reference to something that the library does not have.
enum UnknownReference: DocumentRule, ReferenceRule {
  static func findings(in document: DocumentContext) -> [Diagnostic] {
    document.draft.modules.flatMap(withinModule)
  }

  static func findings(in document: DocumentContext, of library: LibraryContext) -> [Diagnostic] {
    guard library.isWorkspace else { return [] }
    let lookup = ReferenceLookup(library: library)
    return document.draft.modules.flatMap { module($0, lookup) }
      + document.draft.curricula.flatMap { curriculum($0, lookup) }
      + document.draft.frameworks.flatMap { framework in
        framework.competences.flatMap { entry in entry.competence.same.compactMap { lookup.competence($0) } }
      }
  }

  /// Objectives that checks name.
  private static func withinModule(_ module: ModuleDraft) -> [Diagnostic] {
    let objectives = module.objectives.map(\.id.value.rawValue)
    return module.checkList.flatMap(\.objectives).filter { !objectives.contains($0.value.rawValue) }.map { reference in
      finding(reference.map(\.rawValue), Kind.objective, among: objectives)
    }
  }

  private static func module(_ module: ModuleDraft, _ lookup: ReferenceLookup) -> [Diagnostic] {
    var findings = [lookup.theme(module.theme)]
    for part in module.recommends + (module.requires.map { [$0] } ?? []) {
      for leaf in part.requirements.leaves {
        if case .passed(let id) = leaf.value { findings.append(lookup.module(leaf.map { _ in id })) }
      }
    }
    findings += module.competenceReferences.map { lookup.competence($0) }
    findings += module.activities.flatMap(\.cards).map { lookup.card($0) }
    if let validity = module.validity, validity.element[attribute: "refresh"] != nil {
      findings.append(lookup.module(validity.identifier("refresh")))
    }
    return findings.compactMap(\.self)
  }

  private static func curriculum(_ curriculum: CurriculumDocumentDraft, _ lookup: ReferenceLookup) -> [Diagnostic] {
    let groups = curriculum.groups.map(\.id.value.rawValue)
    var findings = curriculum.milestones.map { lookup.module($0.module) }
    for group in curriculum.groups {
      findings += group.modules.map { lookup.module($0) }
      findings.append(group.theme.flatMap { lookup.theme($0) })
    }
    for certificate in curriculum.certificates {
      for leaf in certificate.earnedWhen?.earnings.leaves ?? [] {
        switch leaf.value {
        case .passed(let id): findings.append(lookup.module(leaf.map { _ in id }))
        case .chosen(let id) where !groups.contains(id.rawValue):
          findings.append(finding(leaf.map { _ in id.rawValue }, .group, among: groups))
        case .minutes(_, _, let theme?): findings.append(lookup.theme(leaf.map { _ in theme }))
        default: break
        }
      }
      findings += certificate.competenceReferences.map { lookup.competence($0) }
    }
    return findings.compactMap(\.self)
  }

  /// What a reference points to.
  enum Kind {
    case module, theme, card, group, framework, objective
    case competence(framework: String)

    /// "is not a module of this library".
    var missing: Wording {
      switch self {
      case .module: Wording(en: "is not a module of this library", fr: "n’est pas un module de cette bibliothèque")
      case .theme: Wording(en: "is not a theme of the programme", fr: "n’est pas un thème du programme")
      case .card: Wording(en: "is not a card of this library", fr: "n’est pas une fiche de cette bibliothèque")
      case .group: Wording(en: "is not a group of this curriculum", fr: "n’est pas un groupe de ce parcours")
      case .framework:
        Wording(en: "is not a framework of this library", fr: "n’est pas un référentiel de cette bibliothèque")
      case .objective: Wording(en: "is not an objective of this module", fr: "n’est pas un objectif de ce module")
      case .competence(let framework):
        Wording(en: "is not a competence of \(en(framework))", fr: "n’est pas une compétence de \(fr(framework))")
      }
    }

    /// Whether there are so few of them that each may be meant, however else it is written.
    var isOneOfFew: Bool {
      switch self {
      case .theme, .group, .objective, .framework: true
      case .module, .card, .competence: false
      }
    }

    /// What to do where no name is near: the document may be still to be written.
    func beginning(_ name: String) -> Diagnostic.Solution {
      let command: String? =
        switch self {
        case .module: "module"
        case .card: "card"
        default: nil
        }
      guard let command, name.wholeMatch(of: /[a-z0-9]+(?:[-.][a-z0-9]+)*/) != nil else {
        return .init(
          Wording(
            en: "correct the identifier, or add what it names", fr: "corriger l’identifiant, ou ajouter ce qu’il nomme")
        )
      }
      return .init(
        Wording(
          en: "correct the identifier, or begin what it names: ‘passerelle new \(command) \(name)’",
          fr:
            "corriger l’identifiant, ou commencer ce qu’il nomme\u{A0}: «\u{A0}passerelle new \(command) \(name)\u{A0}»"
        ))
    }
  }

  static func finding(_ name: Located<String>, _ kind: Kind, among candidates: some Sequence<String>) -> Diagnostic {
    var near = Diagnostic.Solution.didYouMean(name.value, among: candidates, at: name.span)
    if near.isEmpty, kind.isOneOfFew {
      let all = Set(candidates).sorted()
      if all.count <= mostListed { near = all.map { .writing($0, at: name.span) } }
    }
    return Diagnostic(
      id, at: name.span,
      summary: Wording(en: "\(en(name.value)) \(kind.missing.en)", fr: "\(fr(name.value)) \(kind.missing.fr)"),
      explanation: Wording(
        en: "What a document names must exist under that very identifier.",
        fr: "Ce qu’un document nomme doit exister sous cet identifiant exact."),
      solutions: near.isEmpty ? [kind.beginning(name.value)] : near)
  }

  /// How many names are listed at most where none is near.
  private static let mostListed = 8
}

/// Looks references up; a document that could not be read counts as there.
private struct ReferenceLookup {
  let library: LibraryContext

  func module(_ name: Located<Identifier<Module>>) -> Diagnostic? {
    find(name, .module, isKnown: library.outlines[name.value] != nil, among: library.outlines.places.keys)
  }

  func card(_ name: Located<Identifier<Card>>) -> Diagnostic? {
    find(name, .card, isKnown: library.cardIDs.contains(name.value), among: library.cardIDs)
  }

  func theme(_ name: Located<Identifier<Theme>>) -> Diagnostic? {
    guard let themes = library.themes else { return nil }
    return find(name, .theme, isKnown: themes.contains(name.value), among: themes)
  }

  func competence(_ draft: CompetenceDraft) -> Diagnostic? {
    guard let codes = library.competenceCodes[draft.framework.value] else {
      return find(draft.framework, .framework, isKnown: false, among: library.frameworks.keys)
    }
    guard !codes.contains(draft.code.value) else { return nil }
    return UnknownReference.finding(
      draft.code, .competence(framework: draft.framework.value.rawValue), among: codes)
  }

  private func find<Entity>(
    _ name: Located<Identifier<Entity>>, _ kind: UnknownReference.Kind, isKnown: Bool,
    among known: some Sequence<Identifier<Entity>>
  ) -> Diagnostic? {
    guard !isKnown, !library.hasNamelessUnread else { return nil }
    guard let document = kind.document else {
      return UnknownReference.finding(name.map(\.rawValue), kind, among: known.lazy.map(\.rawValue))
    }
    guard !library.isUnread(document, name.value.rawValue) else { return nil }
    // Unread documents can be meant too, and stay so once they are mended.
    let candidates = library.unreadNames(document).union(known.lazy.map(\.rawValue))
    return UnknownReference.finding(name.map(\.rawValue), kind, among: candidates)
  }
}

extension UnknownReference.Kind {
  /// The documents that are such things; nil where a document holds several.
  fileprivate var document: DocumentKind? {
    switch self {
    case .module: .module
    case .card: .card
    case .framework: .framework
    case .theme, .group, .objective, .competence: nil
    }
  }
}
