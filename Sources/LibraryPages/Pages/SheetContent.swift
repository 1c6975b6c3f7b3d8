internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import PathPlanning
internal import SessionSheets

/// The sheet of a session: of a module alone, or of what a plan puts into one meeting.
struct SheetContent {
  let frame: PageFrame
  let heading: CatalogueContent.Heading
  let kicker: String
  let kickerHref: String
  let occasion: String
  let body: SheetBody

  /// The sheet of a module, done in one go.
  init(_ module: Module, _ leaf: Leaf) {
    let words = SiteWords(leaf.language)
    let title = leaf.reading.rich(module.title)
    frame = leaf.frame(
      titled: words.said(
        en: "Sheet: \(leaf.facts.title(module.id))", fr: "Feuille\u{A0}: \(leaf.facts.title(module.id))"))
    heading = CatalogueContent.Heading(runs: title.runs, foreign: title.foreign)
    kicker = words.said(en: "Sheet of the session", fr: "Feuille de séance")
    kickerHref = leaf.link(.module(module.id))
    occasion = ModuleWords(leaf.facts, module).timing.capitalizedFirst
    let parts = [SessionSheet.Part(whole: module)]
    body = SheetBody(parts, cards: SessionSheet.cards(of: parts, leaf.library), leaf.reading) { leaf.link(.card($0)) }
  }

  /// The sheet of a session of a plan.
  init(_ session: Plan.Session, _ planned: LibrarySite.Planned, _ leaf: Leaf) {
    let title = PlanWords(leaf.facts).session(session)
    let goal = leaf.facts.text(planned.certificate.title)
    frame = leaf.frame(titled: "\(title) – \(goal)")
    heading = CatalogueContent.Heading(runs: RichPhrase(title).runs, foreign: nil)
    kicker = goal
    kickerHref = leaf.link(.plan(planned.certificate.id))
    occasion = leaf.said(
      en: "Session \(session.number) of \(planned.plan.sessions.count) in the plan from nothing",
      fr: "Séance \(session.number) sur \(planned.plan.sessions.count) du plan à partir de rien")
    let parts = SessionSheet.parts(of: session, in: planned.plan, leaf.library)
    body = SheetBody(parts, cards: SessionSheet.cards(of: parts, leaf.library), leaf.reading) { leaf.link(.card($0)) }
  }

  var html: String { LibrarySite.page("sitting", self) }
}
