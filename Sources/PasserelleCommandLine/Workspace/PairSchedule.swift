import Bilingual
import CompletionLedger
import CurriculumModel
import PathPlanning
import ProgrammeModel
import SessionCalendars
import SessionSheets

/// The sessions that a pair has left, on days.
///
/// What is recorded moves them: the first is due one rhythm after the last that was held; after a missed one, within the
/// days in which the pair agreed to make up for it. Days that the pair agreed on come first.
struct PairSchedule {
  /// A session with its day; nil where none was found before the end.
  struct Session {
    /// The number, from 1, sessions held among them.
    let number: Int
    let day: CalendarDay?
    let content: Plan.Session
  }

  let pair: Pair
  let plan: Plan
  let sessions: [Session]
  let everyWeeks: Int
  /// How many sessions were missed in a row.
  let missedInARow: Int
  /// Whether somebody should call the pair: so many were missed that the curriculum says so, or two.
  let isStalled: Bool
  let time: MeetingTime?
  let zone: TimeZoneName
  /// What a session is called for good, but for its number.
  let name: String
  /// Numbers of sessions that the pair was told of and that its plan no longer has.
  let dropped: [Int]
  let began: Moment

  /// The schedule of a pair whose plan is made.
  init(
    _ pair: Pair, _ plan: Plan, _ history: History, _ progress: PairProgress, in open: OpenWorkspace,
    _ options: ScheduleRequest, at now: Moment
  ) throws {
    let rhythm = open.library.curricula[pair.curriculum]?.rhythm
    let weeks = max(1, progress.contract?.everyWeeks ?? rhythm?.everyWeeks ?? 2)
    (self.pair, self.plan, zone) = (pair, plan, options.zone)
    everyWeeks = weeks
    missedInARow = progress.missedInARow
    isStalled = progress.isStalled(rhythm)
    let length = (progress.contract?.minutes ?? rhythm?.session ?? 60).count
    let time = options.at.map {
      MeetingTime(minutesAfterMidnight: $0.minutes, length: length, zone: options.zone)
    }
    self.time = time
    began = progress.began ?? now
    let enrolment = history.events.first { event in
      if case .enrolled = event.kind { event.subject.pair == pair.id } else { false }
    }
    name = enrolment?.id.description ?? pair.id.rawValue
    let today = options.zone.day(of: now)
    let first = options.start ?? max(today, progress.nextDue(everyWeeks: weeks, now))
    try Self.check(options, first, today, weeks, plan.sessions.count, progress)
    let agreed = (progress.contract?.dates ?? []).filter { day in
      day >= options.start ?? today && progress.sessions.allSatisfy { $0.at.day < day }
    }
    let last = options.until ?? first.adding(days: Self.mostDays)
    let absences = try options.readAbsences(within: min(first, today)...max(first, last))
    let days = SessionDates(
      plan.sessions.count, from: min(first, agreed.first ?? first), everyWeeks: weeks, agreed: agreed, until: last
    ) { absences.isFree($0, at: time, in: options.zone) }.days
    let held = progress.held
    sessions = plan.sessions.enumerated().map { place, session in
      Session(number: held + session.number, day: place < days.count ? days[place] : nil, content: session)
    }
    let end = held + plan.sessions.count
    let told =
      history.events.filter { $0.subject.pair == pair.id }.flatMap { event in
        if case .planned(let plan) = event.kind { plan.steps.map(\.session) } else { [Int]() }
      }.max() ?? 0
    dropped = end < told ? Array((end + 1)...told) : []
  }

  /// How many sessions have no day.
  var unplaced: Int { sessions.count { $0.day == nil } }

  /// Beyond this no absence is read and no session placed.
  private static let mostDays = 3660

  private static func check(
    _ options: ScheduleRequest, _ first: CalendarDay, _ today: CalendarDay, _ weeks: Int, _ count: Int,
    _ progress: PairProgress
  ) throws {
    func refuse(_ en: String, _ fr: String) -> CommandFailure { CommandFailure(.usage, Wording(en: en, fr: fr)) }
    if let start = options.start, start < today {
      throw refuse(
        "--start lies before today: \(start.iso) and \(today.iso)",
        "--start précède aujourd’hui\u{A0}: \(start.iso) et \(today.iso)")
    }
    if let start = options.start, let last = progress.sessions.last?.at.day, start <= last {
      throw refuse(
        "--start is not after the last session recorded: \(start.iso) and \(last.iso)",
        "--start ne suit pas la dernière séance consignée\u{A0}: \(start.iso) et \(last.iso)")
    }
    guard let until = options.until else { return }
    if until < first {
      throw refuse(
        "the next session is due on \(first.iso), after --until \(until.iso)",
        "la prochaine séance est prévue le \(first.iso), après --until \(until.iso)")
    }
    if count > 1, first.adding(days: 7 * weeks) > until {
      let rhythm = ScheduleWords.rhythm(weeks)
      throw refuse(
        "the rhythm is longer than the span: one session \(rhythm.en), from \(first.iso) to \(until.iso)",
        "le rythme dépasse la durée\u{A0}: une séance \(rhythm.fr), du \(first.iso) au \(until.iso)")
    }
  }
}

extension PairProgress {
  /// The day on which the next session is due.
  func nextDue(everyWeeks weeks: Int, _ now: Moment) -> CalendarDay {
    guard let last = sessions.last else { return (began ?? now).day.adding(days: 7 * weeks) }
    let wait = last.minutes == nil ? min(contract?.makeUpDays ?? 7 * weeks, 7 * weeks) : 7 * weeks
    return last.at.day.adding(days: max(1, wait))
  }

  /// Whether so many sessions were missed in a row that somebody should call: two, or as many as the curriculum says.
  func isStalled(_ rhythm: Curriculum.Rhythm?) -> Bool {
    missedInARow >= max(1, rhythm?.missedInARow ?? 2)
  }
}
