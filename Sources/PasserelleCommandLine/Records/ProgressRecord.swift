import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import ProgrammeReports
import Stationery

/// Where a pair is: the members of `progress PAIR --format json`.
struct ProgressRecord: Encodable {
  struct Passed: Encodable {
    let module: String
    let title: String
    let on: String
  }

  struct Attempt: Encodable {
    let module: String
    let title: String
    let on: String
    @OrNull var person: String?
  }

  struct Competence: Encodable {
    let competence: String
    @OrNull var level: Int?
    let title: String
    let on: String
    @OrNull var person: String?
  }

  struct Issued: Encodable {
    let id: String
    let certificate: String
    let title: String
    let on: String
    let status: String
  }

  struct Stale: Encodable {
    let module: String
    let title: String
    let breaking: Bool
    let text: String
  }

  struct Ending: Encodable {
    @OrNull var module: String?
    @OrNull var certificate: String?
    @OrNull var person: String?
    let lastDay: String
    let over: Bool
    let text: String
  }

  let pair: String
  let curriculum: String
  /// `reached`, `underWay`, `stalled`, `notBegun`, `outOfReach` or `ended`.
  let state: String
  @OrNull var junior: String?
  @OrNull var senior: String?
  let sessionsHeld: Int
  let sessionsMissed: Int
  let missedInARow: Int
  let minutes: Int
  let passed: [Passed]
  let failed: [Attempt]
  let recognised: [Attempt]
  let recognisedCompetences: [Competence]
  let certificates: [Issued]
  let stale: [Stale]
  let expiring: [Ending]
  let balance: ReportRecord.Exchange
  let outcome: String
  let minutesLeft: Int
  let next: [String]

  let nextTitles: [String]
  /// Where the pair stands, and who gave and received, in words.
  let words: (state: String, balance: String)

  private enum CodingKeys: String, CodingKey {
    case pair, curriculum, junior, senior, sessionsHeld, sessionsMissed, missedInARow, minutes, passed, failed
    case recognised, recognisedCompetences, certificates, state, stale, expiring, balance, outcome, minutesLeft, next
  }

  /// The state of a pair at a moment.
  init(_ pair: Pair, in open: OpenWorkspace, ledger: Ledger, at moment: Moment) throws {
    let progress = try ledger.history(of: pair).progress(asOf: moment, under: ModuleTerms(of: open.library))
    let own = progress.pair(pair.id)
    let plan = try open.plan(for: pair, progress: progress)
    let standing = PairStanding(of: pair, progress, plan: plan, in: open.library, digest: { open.digest(of: $0) })
    let words = ReportWords(FactWords(workspace: open))
    var people: [PersonKey: String] = [:]
    for partner in Partner.allCases { people[pair[partner]] = try ledger.person(key: pair[partner])?.name }
    self.pair = pair.id.rawValue
    curriculum = pair.curriculum.rawValue
    (junior, senior) = (people[pair.junior], people[pair.senior])
    (sessionsHeld, sessionsMissed, missedInARow) = (own.held, own.missed, own.missedInARow)
    minutes = own.minutes.count
    passed = own.together.map { Passed(module: $0.module.rawValue, title: open.title($0.module), on: $0.at.day.iso) }
    failed = Self.attempts(of: pair, progress, open, people) { standing in
      standing.failures.filter { failure in
        failure.pair == pair.id && !standing.holds(at: moment) && !standing.passes.contains { $0.at >= failure.at }
      }.map(\.at)
    }
    recognised = Self.attempts(of: pair, progress, open, people) { $0.recognitions.map(\.at) }
    recognisedCompetences = Partner.allCases.flatMap { partner in
      progress.person(pair[partner]).competences.map { recognised in
        Competence(
          competence: recognised.competence.competence.description,
          level: recognised.competence.level == 0 ? nil : recognised.competence.level,
          title: FactWords(workspace: open).competence(recognised.competence), on: recognised.at.day.iso,
          person: people[pair[partner]])
      }
    }
    certificates = progress.certificates(of: pair.id).map { issued in
      Issued(
        id: issued.award.credential.description, certificate: issued.award.certificate.rawValue,
        title: open.library.certificate(issued.award.certificate).map { open.words($0.certificate.title) } ?? "",
        on: issued.at.day.iso, status: issued.standing(at: moment).rawValue)
    }
    state = standing.state.rawValue
    self.words = (words.state(standing.state), words.balance(standing.balance))
    stale = standing.stale.map { stale in
      Stale(
        module: stale.module.rawValue, title: open.title(stale.module), breaking: stale.isBreaking,
        text: words.change(stale.change))
    }
    expiring = standing.expiring.map { Ending($0, of: pair, words, people) }
    balance = ReportRecord.Exchange(standing.balance)
    outcome = plan.outcome.rawValue
    minutesLeft = standing.minutesLeft.count
    next = standing.next.map(\.rawValue)
    nextTitles = standing.next.map { open.title($0) }
  }

  private static func attempts(
    of pair: Pair, _ progress: Progress, _ open: OpenWorkspace, _ people: [PersonKey: String],
    _ moments: (ModuleStanding) -> [Moment]
  ) -> [Attempt] {
    Partner.allCases.flatMap { partner in
      progress.person(pair[partner]).modules.sorted { $0.key < $1.key }.flatMap { module, standing in
        moments(standing).map { moment in
          Attempt(
            module: module.rawValue, title: open.title(module), on: moment.day.iso, person: people[pair[partner]])
        }
      }
    }
  }
}

extension ProgressRecord {
  /// The names of the columns of a table of pairs.
  static let columns = [
    "pair", "curriculum", "junior", "senior", "state", "sessions-held", "sessions-missed", "missed-in-a-row", "minutes",
    "minutes-left", "passed", "next", "stale", "expiring", "return-percent",
  ]

  /// The pair's line in that table.
  var cells: [String] {
    [
      pair, curriculum, junior ?? "", senior ?? "", state, "\(sessionsHeld)", "\(sessionsMissed)", "\(missedInARow)",
      "\(minutes)", "\(minutesLeft)", passed.map(\.module).joined(separator: " "), next.joined(separator: " "),
      stale.map(\.module).joined(separator: " "),
      expiring.map { $0.module ?? $0.certificate ?? "" }.joined(separator: " "),
      balance.returnPercent.map(String.init) ?? "",
    ]
  }
}

extension ProgressRecord.Ending {
  init(_ expiry: Expiry, of pair: Pair, _ words: ReportWords, _ people: [PersonKey: String]) {
    var (module, certificate, person): (String?, String?, String?)
    switch expiry.subject {
    case .module(let id, let partner): (module, person) = (id.rawValue, people[pair[partner]])
    case .certificate(let id): certificate = id.rawValue
    }
    self.init(
      module: module, certificate: certificate, person: person, lastDay: expiry.lastDay.iso, over: expiry.isOver,
      text: words.expiry(expiry) { people[pair[$0]] ?? $0.rawValue })
  }
}
