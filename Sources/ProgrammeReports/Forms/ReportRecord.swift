internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import PathPlanning
internal import ProgrammeModel
package import Stationery

/// A report as other programs read it: the members of `report --format json`.
package struct ReportRecord: Encodable, Sendable {
  /// A figure about a group of people: its value, or why there is none.
  package struct Figure<Value: Encodable & Sendable>: Encodable, Sendable {
    @OrNull var value: Value?
    /// Whom it rests on; null where it is withheld.
    @OrNull var people: Int?
    @OrNull var withheld: String?

    init(_ figure: GroupFigure<some Sendable>, _ value: Value?) {
      self.value = value
      switch figure {
      case .told(_, let count): people = count
      case .withheld(let reason): withheld = reason.rawValue
      case .nobody: people = 0
      }
    }
  }

  /// Sessions held and missed.
  package struct Sessions: Encodable, Sendable {
    let held: Int
    let missed: Int
    let minutes: Int
    let months: [Month]
  }

  /// What pairs did in a month.
  package struct Month: Encodable, Sendable {
    let month: String
    let held: Int
    let missed: Int
  }

  /// A module in numbers of pairs.
  package struct ModuleLine: Encodable, Sendable {
    let module: String
    let title: String
    let passed: Int
    let next: Int
    let changed: Int
    @OrNull var reviewBy: String?
  }

  /// Who gave and who received, in minutes.
  package struct Exchange: Encodable, Sendable {
    let juniorToSenior: Int
    let seniorToJunior: Int
    let mutual: Int
    /// The part of the time in which the senior gives back, in percent; null where nothing was passed.
    @OrNull package var returnPercent: Int?
  }

  /// An area of competence.
  package struct Area: Encodable, Sendable {
    let framework: String
    @OrNull var area: String?
    let title: String
    let competencesPerPerson: Figure<Double>
    let levelsPerPerson: Figure<Double>
    let start: Figure<Double>
    let middle: Figure<Double>
    let end: Figure<Double>
    let change: Figure<Double>
  }

  /// One of the four advantages.
  package struct AdvantageLine: Encodable, Sendable {
    let advantage: String
    let title: String
    let minutes: Figure<Int>
    let percent: Figure<Int>
    let selfAssessmentChange: Figure<Double>
  }

  /// An indicator that a curriculum states.
  package struct Indicator: Encodable, Sendable {
    let advantage: String
    let kind: String
    let text: String
    let recorded: Bool
  }

  /// How much ends soon or has ended.
  package struct Ends: Encodable, Sendable {
    let soon: Int
    let over: Int
  }

  let asOf: String
  @OrNull var curriculum: String?
  let pairs: Int
  let people: Int
  let states: [String: Int]
  let sessions: Sessions
  let expiring: Ends
  let balance: Figure<Exchange>
  let areas: [Area]
  let advantages: [AdvantageLine]
  let indicators: [Indicator]
  let modules: [ModuleLine]
  let smallestGroup: Int

  /// The members of a report in a language.
  package init(_ report: ProgrammeReport, _ words: ReportWords) {
    asOf = report.moment.iso
    curriculum = report.curriculum?.rawValue
    pairs = report.pairs
    people = report.people
    states = Dictionary(uniqueKeysWithValues: report.states.map { ($0.key.rawValue, $0.value) })
    sessions = Sessions(
      held: report.held, missed: report.missed, minutes: report.minutes.count,
      months: report.months.map { Month(month: String($0.first.iso.prefix(7)), held: $0.held, missed: $0.missed) })
    expiring = Ends(soon: report.expiring.soon, over: report.expiring.over)
    balance = Figure(report.balance, report.balance.value.map(Exchange.init))
    areas = report.areas.map { Area($0, words) }
    advantages = report.advantages.map { line in
      AdvantageLine(
        advantage: line.advantage.rawValue, title: TokenWords.advantage(line.advantage)[words.language],
        minutes: Figure(line.work, line.work.value?.minutes.count),
        percent: Figure(line.work, line.work.value?.percent),
        selfAssessmentChange: Figure(line.change, line.change.value?.number))
    }
    indicators = report.stated.map { indicator, isRecorded in
      Indicator(
        advantage: indicator.advantage.rawValue, kind: indicator.kind, text: words.facts.text(indicator.description),
        recorded: isRecorded)
    }
    modules = report.modules.map { line in
      ModuleLine(
        module: line.module.rawValue, title: words.facts.title(line.module), passed: line.passed, next: line.next,
        changed: line.changed, reviewBy: line.reviewPassed?.iso)
    }
    smallestGroup = ProgrammeReports.smallestGroup
  }
}

extension ReportRecord.Exchange {
  /// Who gave and who received.
  package init(_ balance: Balance) {
    self.init(
      juniorToSenior: balance[.juniorToSenior].count, seniorToJunior: balance[.seniorToJunior].count,
      mutual: balance[.mutual].count, returnPercent: balance.share.percent)
  }
}

extension ReportRecord.Area {
  init(_ line: ProgrammeReport.AreaLine, _ words: ReportWords) {
    func stage(_ stage: SelfAssessment.Stage) -> ReportRecord.Figure<Double> {
      let figure = line.stages[stage] ?? .nobody
      return ReportRecord.Figure(figure, figure.value?.number)
    }
    self.init(
      framework: line.area.framework.rawValue, area: line.area.code, title: words.area(line.area),
      competencesPerPerson: ReportRecord.Figure(line.gain, line.gain.value?.competences.number),
      levelsPerPerson: ReportRecord.Figure(line.gain, line.gain.value?.levels?.number), start: stage(.start),
      middle: stage(.middle), end: stage(.end), change: ReportRecord.Figure(line.change, line.change.value?.number))
  }
}

extension Hundredths {
  /// The number with one decimal, for JSON.
  var number: Double { Double(tenths) / 10 }
}
