internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets

/// A module as a trainer reads it: what it is for, what it needs, and the way to the sheet of its session.
struct ModuleContent {
  /// A line of the table of facts.
  struct Term {
    let term: String
    let meaning: String
  }

  /// What one can do afterwards.
  struct Outcome {
    let who: String
    let runs: [RichPhrase.Run]
    let foreign: String?
    let competences: [String]
  }

  /// What helps.
  struct Advice {
    let conditions: [ConditionItem]
    let runs: [RichPhrase.Run]
    let foreign: String?
  }

  /// A page that helps.
  struct Reference {
    let name: RichPhrase
    /// Where it is, where that can be a link.
    let referenceHref: String?
    let place: String
  }

  /// A heading with a list of texts.
  struct Listing {
    let listingHeading: String
    let texts: [String]
  }

  let frame: PageFrame
  let heading: CatalogueContent.Heading
  let kicker: String
  let kickerHref: String
  let lead: CatalogueContent.Heading
  let found: FoundSection?
  let sheetHref: String
  let sheetLabel: String
  let termsHeading: String
  let terms: [Term]
  let outcomesHeading: String
  let outcomes: [Outcome]
  let needsHeading: String
  let needsNothing: String?
  let conditions: [ConditionItem]
  let adviceHeading: String
  let advice: [Advice]
  let hasAdvice: Bool
  let accepted: Listing?
  let opensHeading: String
  let opens: [TitledLink]
  let hasOpens: Bool
  let referencesHeading: String
  let references: [Reference]
  let hasReferences: Bool
  let licence: String
  let colon: String

  init(_ module: Module, _ leaf: Leaf) {
    let words = SiteWords(leaf.language)
    let terms = ModuleWords(leaf.facts, module)
    let title = leaf.reading.rich(module.title)
    let lead = leaf.reading.rich(module.summary)
    frame = leaf.frame(titled: leaf.facts.title(module.id))
    heading = CatalogueContent.Heading(runs: title.runs, foreign: title.foreign)
    kicker = terms.theme
    kickerHref = leaf.link(.catalogue) + "#theme-\(module.theme)"
    self.lead = CatalogueContent.Heading(runs: lead.runs, foreign: lead.foreign)
    found = leaf.found(in: .module(module.id))
    sheetHref = leaf.link(.sheet(module.id))
    sheetLabel = words.said(en: "The sheet of its session", fr: "La feuille de sa séance")
    termsHeading = words.said(en: "At a glance", fr: "En bref")
    self.terms = Self.terms(module, terms, leaf)
    outcomesHeading = words.said(en: "Afterwards, one can", fr: "Au terme, savoir")
    outcomes = module.objectives.map { objective in
      let statement = leaf.reading.rich(objective.statement)
      return Outcome(
        who: TokenWords.partners(objective.audience)[leaf.language].capitalizedFirst, runs: statement.runs,
        foreign: statement.foreign, competences: objective.competences.map(leaf.facts.competence))
    }
    let condition = module.opportunity.condition
    needsHeading = words.needs
    needsNothing = condition == .always ? words.needsNothing : nil
    conditions = condition == .always ? [] : ConditionItem.items(condition, leaf)
    adviceHeading = words.said(en: "Better after, never required", fr: "Mieux après, jamais exigé")
    advice = module.recommends.map { recommendation in
      let reason = leaf.reading.rich(recommendation.reason)
      let facts = recommendation.condition.flatMap { Condition<Fact>($0, mentees: module.direction.mentees) }
      return Advice(conditions: ConditionItem.items(facts, leaf), runs: reason.runs, foreign: reason.foreign)
    }
    hasAdvice = !module.recommends.isEmpty
    accepted =
      module.priorLearning.isEmpty
      ? nil
      : Listing(
        listingHeading: words.said(en: "Accepted instead", fr: "Accepté à la place"),
        texts: module.priorLearning.map { TokenWords.priorLearning($0)[leaf.language].capitalizedFirst })
    opensHeading = words.said(en: "What asks for it", fr: "Ce qui le demande")
    opens = leaf.library.modulesInOrder.filter { other in
      other.requires.leaves.contains { if case .passed(module.id) = $0 { true } else { false } }
    }.map { leaf.titled($0.id) }
    hasOpens = !opens.isEmpty
    referencesHeading = words.said(en: "To read and to use", fr: "À lire et à utiliser")
    references = module.resources.map { resource in
      let title = leaf.reading.rich(resource.title)
      let isLink = ["https://", "http://"].contains { resource.href.lowercased().hasPrefix($0) }
      return Reference(
        name: title.isEmpty ? RichPhrase(resource.id.rawValue) : title,
        referenceHref: isLink ? resource.href : nil, place: resource.href)
    }
    hasReferences = !references.isEmpty
    licence = terms.licence
    colon = leaf.language.colon
  }

  private static func terms(_ module: Module, _ terms: ModuleWords, _ leaf: Leaf) -> [Term] {
    let words = SiteWords(leaf.language)
    let languages = leaf.language.list(module.languages.map(words.languageName)).capitalizedFirst
    return [
      Term(term: words.said(en: "Who mentors", fr: "Qui est mentor"), meaning: words.direction(module.direction)),
      Term(term: words.said(en: "Time", fr: "Durée"), meaning: terms.timing),
      terms.serves.map { Term(term: words.said(en: "Serves", fr: "Contribue à"), meaning: $0.capitalizedFirst) },
      Term(term: words.said(en: "Languages", fr: "Langues"), meaning: languages),
      Term(term: words.said(en: "Version", fr: "Version"), meaning: "\(module.version) (\(module.id))"),
      terms.lifetime.isEmpty
        ? nil
        : Term(
          term: lifetime(of: module)[leaf.language],
          meaning: terms.lifetime.joined(separator: " ")),
    ].compactMap(\.self)
  }

  /// What the sentences on a module's lifetime are about: each of them is there only where there is something to say.
  private static func lifetime(of module: Module) -> Wording {
    switch (module.validity != nil, module.lifecycle.reviewBy != nil) {
    case (true, true): Wording(en: "Validity and review", fr: "Validité et révision")
    case (true, false): Wording(en: "Validity", fr: "Validité")
    case (false, true): Wording(en: "Review", fr: "Révision")
    case (false, false): Wording(en: "Status", fr: "État")
    }
  }

  var html: String { LibrarySite.page("module", self) }
}
