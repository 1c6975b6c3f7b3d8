internal import Bilingual
internal import ConditionGraphs
internal import CurriculumModel
internal import DomainWords
internal import SessionSheets

/// A curriculum: rhythm, choices, certificates with the way to their plans, what is measured, and its graph.
struct CurriculumContent {
  /// A choice of modules.
  struct Choice {
    let choiceName: String
    let asked: String
    let links: [TitledLink]
  }

  /// The picture of what must come before what.
  struct Picture {
    let pictureHeading: String
    let pictureHref: String
    let alternative: String
    let note: String
  }

  /// What is measured.
  struct Measure {
    let advantage: String
    let runs: [RichPhrase.Run]
    let foreign: String?
  }

  let frame: PageFrame
  let heading: CatalogueContent.Heading
  let kicker: String
  let kickerHref: String
  let lead: CatalogueContent.Heading
  let found: FoundSection?
  let rules: [String]
  let certificatesHeading: String
  let certificates: [CertificateEntry]
  let choicesHeading: String
  let choices: [Choice]
  let picture: Picture?
  let measuresHeading: String
  let measures: [Measure]
  let hasMeasures: Bool
  let colon: String

  init(_ curriculum: Curriculum, _ leaf: Leaf) {
    let words = CurriculumWords(leaf.facts, curriculum)
    let title = leaf.reading.rich(curriculum.title)
    let lead = leaf.reading.rich(curriculum.summary)
    frame = leaf.frame(titled: leaf.facts.text(curriculum.title))
    heading = CatalogueContent.Heading(runs: title.runs, foreign: title.foreign)
    kicker = leaf.said(en: "Curriculum \(curriculum.edition)", fr: "Parcours \(curriculum.edition)")
    kickerHref = leaf.link(.curricula)
    self.lead = CatalogueContent.Heading(runs: lead.runs, foreign: lead.foreign)
    found = leaf.found(in: .curriculum(curriculum.id))
    rules =
      [words.rhythm] + [words.reciprocity].compactMap(\.self) + curriculum.milestones.map { words.milestone($0) + "." }
    certificatesHeading = leaf.said(en: "Certificates", fr: "Attestations")
    certificates = curriculum.certificates.map { CertificateEntry($0, of: curriculum, leaf) }
    choicesHeading = leaf.said(en: "Modules", fr: "Modules")
    choices = curriculum.groups.map { group in
      Choice(choiceName: words.title(group), asked: words.choice(group), links: group.modules.map(leaf.titled))
    }
    picture = leaf.site.worded(curriculum.id, in: leaf.language).map { graph in
      Picture(
        pictureHeading: leaf.said(en: "What must come before what", fr: "Ce qui précède quoi"),
        pictureHref: leaf.link(.graph(curriculum.id)), alternative: graph.summary,
        note: leaf.said(
          en: "Open the picture alone; each module’s page says the same in words.",
          fr: "Ouvrir l’image seule\u{202F}; la page de chaque module dit la même chose en mots."))
    }
    measuresHeading = leaf.said(en: "What is measured", fr: "Ce qui est mesuré")
    measures = curriculum.indicators.map { indicator in
      let text = leaf.reading.rich(indicator.description)
      return Measure(
        advantage: TokenWords.advantage(indicator.advantage)[leaf.language].capitalizedFirst, runs: text.runs,
        foreign: text.foreign)
    }
    hasMeasures = !measures.isEmpty
    colon = leaf.language.colon
  }

  var html: String { LibrarySite.page("curriculum", self) }
}

/// A certificate, what earns it, and the way to its plan.
struct CertificateEntry {
  let planLink: TitledLink
  let terms: String
  let description: CatalogueContent.Heading?
  let criteria: String
  let planLabel: String

  init(_ certificate: Certificate, of curriculum: Curriculum, _ leaf: Leaf) {
    let title = leaf.reading.rich(certificate.title)
    let about = leaf.reading.rich(certificate.description)
    planLink = TitledLink(href: leaf.link(.plan(certificate.id)), runs: title.runs, foreign: title.foreign)
    terms = CurriculumWords(leaf.facts, curriculum).terms(certificate)
    description =
      about.isEmpty
      ? nil : CatalogueContent.Heading(runs: about.runs, foreign: about.foreign)
    criteria =
      leaf.said(en: "Earned by: ", fr: "Pour l’obtenir\u{A0}: ")
      + CriteriaWords(leaf.facts, curriculum: curriculum, groups: .named).narrative(certificate.earnedWhen).loweredFirst
    planLabel = leaf.said(en: "The shortest way to it", fr: "Le plus court chemin")
  }
}

/// The curricula with their certificates.
struct CurriculaContent {
  /// A curriculum.
  struct Entry {
    let entryLink: TitledLink
    let summary: CatalogueContent.Heading
    let rhythm: String
    let links: [TitledLink]
  }

  let frame: PageFrame
  let title: String
  let plansLabel: String
  let curricula: [Entry]

  init(_ leaf: Leaf) {
    title = leaf.said(en: "Curricula", fr: "Parcours")
    frame = leaf.frame(titled: title)
    plansLabel = leaf.said(en: "Certificates, each with its shortest plan", fr: "Attestations, chacune avec son plan")
    curricula = leaf.library.curricula.values.sorted { $0.id < $1.id }.map { curriculum in
      let title = leaf.reading.rich(curriculum.title)
      let summary = leaf.reading.rich(curriculum.summary)
      return Entry(
        entryLink: TitledLink(href: leaf.link(.curriculum(curriculum.id)), runs: title.runs, foreign: title.foreign),
        summary: CatalogueContent.Heading(runs: summary.runs, foreign: summary.foreign),
        rhythm: CurriculumWords(leaf.facts, curriculum).rhythm,
        links: curriculum.certificates.map { certificate in
          let title = leaf.reading.rich(certificate.title)
          return TitledLink(href: leaf.link(.plan(certificate.id)), runs: title.runs, foreign: title.foreign)
        })
    }
  }

  var html: String { LibrarySite.page("curricula", self) }
}

extension String {
  /// The text without a capital at its beginning.
  fileprivate var loweredFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension LibrarySite {
  /// As many nodes as a picture can have and still be read.
  private static let mostNodes = 250

  /// The conditions of a curriculum in words; nil where there are none, or more than a picture can show.
  func worded(_ id: Identifier<Curriculum>, in language: Language) -> WordedGraph? {
    guard let library = published.library, let curriculum = library.curricula[id] else { return nil }
    let graph = ConditionGraph(of: curriculum, in: library)
    guard !graph.nodes.isEmpty, graph.nodes.count <= Self.mostNodes else { return nil }
    let facts = FactWords(library: library, language: language)
    return GraphWords(facts).worded(graph, titled: facts.text(curriculum.title))
  }

  /// The picture of a curriculum's conditions; nil where it cannot be drawn.
  func graph(of id: Identifier<Curriculum>, in language: Language) -> String? {
    try? worded(id, in: language)?.svg()
  }
}
