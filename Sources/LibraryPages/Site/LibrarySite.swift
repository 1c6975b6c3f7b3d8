internal import Bilingual
internal import CurriculumModel
internal import DomainWords
package import PathPlanning
internal import SessionSheets
internal import Stationery
internal import Synchronization

/// A library as a site of pages in both languages: every link is relative, and nothing is asked of another host.
package struct LibrarySite: Sendable {
  /// How the site is read.
  package enum Reading: Sendable {
    /// As files.
    case published
    /// From a server that tells of changes.
    case live
  }

  /// A plan from nothing, and the problem that it solves.
  struct Planned: Sendable {
    let problem: PlanningProblem
    let plan: Plan
    let certificate: Certificate
    let curriculum: Curriculum
  }

  /// What was made once and stays as long as the library does.
  ///
  /// A class, because copies of the site show the same pages.
  private final class Shelf: Sendable {
    let plans = Mutex<[Identifier<Certificate>: Planned]>([:])
  }

  let published: PublishedLibrary
  let reading: Reading
  private let plan: @Sendable (PlanningProblem) -> Plan
  private let shelf = Shelf()
  private let findings: [String: [FoundInDocument]]
  private let users: [Identifier<Card>: [Identifier<Module>]]
  /// The paths of documents that are not in the library, by what they would be.
  private let absent: [PublishedLibrary.Subject: String]

  /// The site of a library; `plan` plans, for as long as it wants to.
  package init(
    _ published: PublishedLibrary, reading: Reading, plan: @escaping @Sendable (PlanningProblem) -> Plan
  ) {
    self.published = published
    self.reading = reading
    self.plan = plan
    findings = Dictionary(grouping: published.findings, by: \.path)
    var users: [Identifier<Card>: [Identifier<Module>]] = [:]
    for module in published.library?.modulesInOrder ?? [] {
      for card in Set(module.activities.flatMap(\.cards)) { users[card, default: []].append(module.id) }
    }
    self.users = users
    absent = Dictionary(
      published.leftOut.compactMap { document in document.subject.map { ($0, document.path) } },
      uniquingKeysWith: { first, _ in first }
    ).filter { published.documents[$0.key] == nil }
  }

  /// Whether the other is this site, or a copy of it.
  package func isSame(as other: LibrarySite) -> Bool { shelf === other.shelf }

  /// The paths of all files, in order.
  package var paths: [String] {
    let pages = addresses.flatMap { address in Language.allCases.map { address.path(in: $0) } }
    return (pages + ["index.html"] + SiteAssets.paths(for: reading)).sorted()
  }

  /// The file at a path; nil where there is none.
  package func file(at path: String) -> [UInt8]? {
    if path == "index.html" { return Array(DoorContent(self).html.utf8) }
    if let asset = SiteAssets.file(at: path, for: reading) { return asset }
    guard let (address, language) = PageAddress.parsed(path) else { return nil }
    return page(address, in: language).map { Array($0.utf8) }
  }

  private var addresses: [PageAddress] {
    let always: [PageAddress] =
      [.catalogue, .curricula, .cards, .findings, .verification] + absent.keys.map { .init($0) }
    guard let library = published.library else { return always }
    let curricula = library.curricula.keys.sorted()
    let certificates = library.curricula.values.flatMap(\.certificates).map(\.id).sorted()
    return always + library.modules.keys.sorted().flatMap { [.module($0), .sheet($0)] }
      + library.cards.keys.sorted().map { .card($0) } + curricula.map { .curriculum($0) }
      + curricula.filter { graph(of: $0, in: .en) != nil }.map { .graph($0) }
      + certificates.flatMap { id in
        [.plan(id)] + (planned(id)?.plan.sessions.map { .session(id, $0.number) } ?? [])
      }
  }

  private func page(_ address: PageAddress, in language: Language) -> String? {
    if let subject = address.subject, absent[subject] != nil {
      return AbsentContent(subject, self, language).html
    }
    guard let library = published.library else { return bare(address, in: language) }
    let leaf = Leaf(site: self, library: library, address: address, language: language)
    switch address {
    case .catalogue: return CatalogueContent(leaf).html
    case .curricula: return CurriculaContent(leaf).html
    case .cards: return CardsContent(leaf).html
    case .findings, .verification: return bare(address, in: language)
    case .module(let id): return library.modules[id].map { ModuleContent($0, leaf).html }
    case .sheet(let id): return library.modules[id].map { SheetContent($0, leaf).html }
    case .card(let id): return library.cards[id].map { CardContent($0, leaf).html }
    case .curriculum(let id): return library.curricula[id].map { CurriculumContent($0, leaf).html }
    case .plan(let id): return planned(id).map { PlanContent($0, leaf).html }
    case .session(let id, let number):
      return planned(id).flatMap { planned in
        planned.plan.sessions.first { $0.number == number }.map { SheetContent($0, planned, leaf).html }
      }
    case .graph(let id): return graph(of: id, in: language)
    }
  }

  /// A page that needs no library.
  private func bare(_ address: PageAddress, in language: Language) -> String? {
    let scripts: [SiteAssets.Script] = address == .verification ? [.certificate, .verify] : []
    let frame = PageFrame(self, address, language, scripts: scripts)
    switch address {
    case .catalogue, .curricula, .cards: return AbsenceContent(frame).html
    case .findings: return FindingsContent(self, frame, language).html
    case .verification: return VerificationContent(frame, language).html
    default: return nil
    }
  }

  /// The plan from nothing for a certificate; nil where there is no such certificate.
  func planned(_ id: Identifier<Certificate>) -> Planned? {
    if let known = shelf.plans.withLock({ $0[id] }) { return known }
    guard let library = published.library, let (certificate, curriculum) = library.certificate(id) else { return nil }
    let problem = PlanningProblem(library: library, curriculum: curriculum, goals: [.certificate(id)])
    let made = Planned(problem: problem, plan: plan(problem), certificate: certificate, curriculum: curriculum)
    shelf.plans.withLock { $0[id] = made }
    return made
  }

  /// What is found in the document of a subject.
  func findings(in subject: PublishedLibrary.Subject) -> [FoundInDocument] {
    path(of: subject).flatMap { findings[$0] } ?? []
  }

  /// The path of a subject's document.
  func path(of subject: PublishedLibrary.Subject) -> String? { published.documents[subject] ?? absent[subject] }

  /// The modules that use a card, in order of identifier.
  func users(of card: Identifier<Card>) -> [Identifier<Module>] { users[card] ?? [] }

  /// A page: the template of that name, filled.
  static func page(_ name: String, _ content: Any) -> String { templates.page(name, content) }

  private static let templates = PageTemplates(
    SheetBody.templates.merging([
      "top": PackageResources.top_mustache, "bottom": PackageResources.bottom_mustache,
      "door": PackageResources.door_mustache, "absence": PackageResources.absence_mustache,
      "absent": PackageResources.absent_mustache,
      "catalogue": PackageResources.catalogue_mustache, "module": PackageResources.module_mustache,
      "condition": PackageResources.condition_mustache,
      "finding": PackageResources.finding_mustache, "found": PackageResources.found_mustache,
      "findings": PackageResources.findings_mustache, "sitting": PackageResources.sitting_mustache,
      "card": PackageResources.card_mustache, "cards": PackageResources.cards_mustache,
      "curricula": PackageResources.curricula_mustache, "curriculum": PackageResources.curriculum_mustache,
      "plan": PackageResources.plan_mustache, "verification": PackageResources.verification_mustache,
    ]) { own, _ in own })
}
