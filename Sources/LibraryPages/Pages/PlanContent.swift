internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import PathPlanning
internal import SessionSheets

/// The shortest way to a certificate for two who begin with nothing, session by session, with the reason for each step.
struct PlanContent {
  /// A session.
  struct Meeting {
    let meetingHref: String
    let meetingTitle: String
    let steps: [Step]
    let sheetLabel: String
  }

  /// What is done of a module in it.
  struct Step {
    let stepLink: TitledLink
    let portion: String?
    let who: String
    let side: String
    let why: String
  }

  let frame: PageFrame
  let heading: CatalogueContent.Heading
  let kicker: String
  let kickerHref: String
  let entry: CertificateEntry
  let headline: [String]
  let plansHeading: String
  let obstacles: [String]
  let meetings: [Meeting]
  let missed: [String]

  init(_ planned: LibrarySite.Planned, _ leaf: Leaf) {
    let words = PlanWords(leaf.facts)
    let plan = planned.plan
    let title = leaf.reading.rich(planned.certificate.title)
    let steps = Dictionary(plan.steps.map { ($0.module, $0) }, uniquingKeysWith: { first, _ in first })
    frame = leaf.frame(
      titled: leaf.said(
        en: "Plan: \(leaf.facts.text(planned.certificate.title))",
        fr: "Plan\u{A0}: \(leaf.facts.text(planned.certificate.title))"))
    heading = CatalogueContent.Heading(runs: title.runs, foreign: title.foreign)
    kicker = leaf.facts.text(planned.curriculum.title)
    kickerHref = leaf.link(.curriculum(planned.curriculum.id))
    entry = CertificateEntry(planned.certificate, of: planned.curriculum, leaf)
    headline = words.headline(plan, planned.problem)
    plansHeading = leaf.said(
      en: "The shortest way, for two who begin with nothing", fr: "Le plus court chemin, pour deux qui partent de rien")
    obstacles = plan.obstacles.map { leaf.facts.obstacle($0).capitalizedFirst }
    missed = plan.missedMilestones.map(words.missed)
    meetings = plan.sessions.map { session in
      Meeting(
        meetingHref: leaf.link(.session(planned.certificate.id, session.number)), meetingTitle: words.session(session),
        steps: session.parts.compactMap { part in
          guard let step = steps[part.module] else { return nil }
          return Step(
            stepLink: leaf.titled(part.module), portion: words.portion(part, of: step),
            who: SiteWords(leaf.language).direction(step.direction), side: step.direction.rawValue,
            why: leaf.facts.rationale(step.rationale).capitalizedFirst + ".")
        }, sheetLabel: leaf.said(en: "Sheet of session \(session.number)", fr: "Feuille de la séance \(session.number)")
      )
    }
  }

  var html: String { LibrarySite.page("plan", self) }
}
