import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel
import SessionCalendars
import Stationery

/// Something that somebody is to be told.
struct DueItem: Comparable {
  /// What it is about.
  enum Kind: Hashable {
    /// A session comes: its number, and the modules of it.
    case session(Int, [Identifier<Module>])
    /// The day of a session is over, and nothing is recorded.
    case overdue(Int)
    /// So many sessions were missed in a row.
    case stalled(Int)
    /// A module is to be looked at again.
    case review(Identifier<Module>)
    /// A certificate ends.
    case expiring(Identifier<Certificate>, CredentialID)

    /// The word for programs.
    var word: String {
      switch self {
      case .session: "session"
      case .overdue: "overdue"
      case .stalled: "stalled"
      case .review: "review"
      case .expiring: "expiring"
      }
    }
  }

  let kind: Kind
  let day: CalendarDay
  let pair: Identifier<Pair>?
  /// Who is to be told; nobody in particular where it is for trainers.
  let people: [PersonKey]

  private var rank: (CalendarDay, String, String, String) {
    let name =
      switch kind {
      case .review(let module): module.rawValue
      case .expiring(_, let credential): credential.description
      default: ""
      }
    return (day, kind.word, pair?.rawValue ?? "", name)
  }

  static func < (a: DueItem, b: DueItem) -> Bool { a.rank < b.rank }
}

/// What is due from today through a day.
struct DueList {
  let workspace: OpenWorkspace
  let ledger: Ledger
  let now: Moment
  let today: CalendarDay
  let last: CalendarDay

  /// What the two of a pair are to be told; nothing of a pair that has ended.
  func items(of pair: Pair, _ options: ScheduleRequest) throws -> [DueItem] {
    let history = try ledger.history(of: pair)
    let progress = history.progress(asOf: now, under: ModuleTerms(of: workspace.library))
    let own = progress.pair(pair.id)
    guard own.ended == nil else { return [] }
    do { _ = try workspace.curriculum(of: pair) } catch {
      // Reminders of other pairs go out all the same.
      Conversation.say(error.text(in: spokenLanguage))
      return []
    }
    func item(_ kind: DueItem.Kind, _ day: CalendarDay) -> DueItem {
      DueItem(kind: kind, day: day, pair: pair.id, people: [pair.junior, pair.senior])
    }
    var items: [DueItem] = []
    if own.isStalled(workspace.library.curricula[pair.curriculum]?.rhythm) {
      items.append(item(.stalled(own.missedInARow), today))
    }
    let problem = try workspace.problem(for: pair, progress: progress)
    let plan = ReachablePlan(problem, known: own.knownModules).plan
    guard !plan.sessions.isEmpty else { return items }
    let schedule = try PairSchedule(pair, plan, history, own, in: workspace, options, at: now)
    let due = own.nextDue(everyWeeks: schedule.everyWeeks, now)
    // A day that the pair agreed on later takes the place of the rhythm.
    let wait = own.contract?.dates.first { day in own.sessions.allSatisfy { $0.at.day < day } } ?? due
    if wait < today { items.append(item(.overdue(own.held + 1), wait)) }
    for session in schedule.sessions {
      guard let day = session.day, day <= last else { break }
      items.append(item(.session(session.number, session.content.parts.map(\.module)), day))
    }
    return items
  }

  /// The modules on offer whose day of review comes, or is over.
  var reviews: [DueItem] {
    workspace.library.offeredModules.compactMap { module in
      guard let day = module.lifecycle.reviewBy, day <= last else { return nil }
      return DueItem(kind: .review(module.id), day: day, pair: nil, people: [])
    }
  }

  /// The certificates that stand and end soon.
  func expiries(_ issued: [IssuedCertificate]) -> [DueItem] {
    issued.compactMap { one in
      guard one.standing(at: now) == .active, let end = one.award.validUntil, end.day <= last else { return nil }
      return DueItem(
        kind: .expiring(one.award.certificate, one.award.credential), day: end.day, pair: one.pair,
        people: one.holders)
    }
  }

  /// What is to be told, in the language of this run.
  func text(of item: DueItem) -> String {
    switch item.kind {
    case .session(let number, let modules):
      let titles = spokenLanguage.list(modules.map { spokenLanguage.quote(workspace.title($0)) })
      return said(
        en: "session \(number) on \(ScheduleWords.day(item.day).en): \(titles)",
        fr: "séance \(number) le \(ScheduleWords.day(item.day).fr)\u{A0}: \(titles)")
    case .overdue(let number):
      return said(
        en: "session \(number) was due on \(ScheduleWords.day(item.day).en); record it as held or missed",
        fr:
          "la séance \(number) était prévue le \(ScheduleWords.day(item.day).fr)\u{202F}; la consigner, tenue ou manquée"
      )
    case .stalled(let missed):
      // Said to the two themselves.
      return missed == 1
        ? said(
          en: "the last session was missed; agree on a new day",
          fr: "la dernière séance a été manquée\u{202F}; convenir d’un autre jour")
        : said(
          en: "the last \(missed) sessions were missed; agree on a new day, or tell who runs the programme",
          fr: "les \(missed) dernières séances ont été manquées\u{202F}; convenir d’un autre jour, ou en parler à la "
            + "personne qui pilote le programme")
    case .review(let module):
      return said(
        en: "look at \(spokenLanguage.quote(workspace.title(module))) (\(module)) again by \(item.day.words.en)",
        fr: "relire \(spokenLanguage.quote(workspace.title(module))) (\(module)) avant le \(item.day.words.fr)")
    case .expiring(let certificate, let credential):
      let title =
        workspace.library.certificate(certificate).map { spokenLanguage.quote(workspace.words($0.certificate.title)) }
        ?? certificate.rawValue
      return said(
        en: "\(title) ends on \(item.day.words.en) [\(credential)]",
        fr: "\(title) expire le \(item.day.words.fr) [\(credential)]")
    }
  }
}

/// The members of `due --format json`.
struct DueRecord: Encodable {
  struct Recipient: Encodable {
    let id: String
    let name: String
    let language: String
  }

  /// `session`, `overdue`, `stalled`, `review` or `expiring`.
  let kind: String
  let date: String
  @OrNull var pair: String?
  @OrNull var session: Int?
  let modules: [String]
  @OrNull var certificate: String?
  @OrNull var credential: String?
  /// Who is to be told; empty where it is for trainers.
  let recipients: [Recipient]
  let text: String

  init(_ item: DueItem, _ people: [PersonKey: Person], _ list: DueList) {
    kind = item.kind.word
    date = item.day.iso
    pair = item.pair?.rawValue
    (session, certificate, credential) = (nil, nil, nil)
    switch item.kind {
    case .session(let number, let planned):
      modules = planned.map(\.rawValue)
      session = number
    case .overdue(let number):
      modules = []
      session = number
    case .review(let module): modules = [module.rawValue]
    case .expiring(let name, let id):
      modules = []
      (certificate, credential) = (name.rawValue, id.description)
    case .stalled: modules = []
    }
    recipients = item.people.compactMap { people[$0] }.map {
      Recipient(id: $0.handle.rawValue, name: $0.name, language: $0.language.description)
    }
    text = list.text(of: item)
  }
}
