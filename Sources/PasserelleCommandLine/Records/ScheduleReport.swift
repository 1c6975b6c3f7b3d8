import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning
import ProgrammeModel
import SessionCalendars
import Stationery

/// The sessions of a pair on their days, as people, programs and calendars read them.
struct ScheduleReport {
  let schedule: PairSchedule
  let workspace: OpenWorkspace

  /// The days for a terminal.
  var text: String {
    let pair = schedule.pair.id
    let count = spokenLanguage.count(schedule.sessions.count, .sessions)
    let rhythm = ScheduleWords.rhythm(schedule.everyWeeks)[spokenLanguage]
    var lines = TextLayout.heading(
      said(en: "Pair \(pair): \(count), \(rhythm)", fr: "Binôme \(pair)\u{A0}: \(count), \(rhythm)"))
    if schedule.isStalled {
      lines += TextLayout.wrap(ScheduleWords.stalled(schedule.missedInARow), first: "! ", rest: "  ")
    }
    if schedule.plan.outcome == .reached {
      lines.append(said(en: "The goal is reached.", fr: "Le but est atteint."))
    }
    for session in schedule.sessions {
      let day =
        session.day.map { ScheduleWords.day($0, schedule.time)[spokenLanguage] }
        ?? said(en: "no day left", fr: "plus de jour possible")
      let length = spokenLanguage.count(session.content.minutes.count, .minutes)
      lines += TextLayout.wrap(
        TextLayout.capitalized(day)
          + said(en: " – session \(session.number), \(length)", fr: " – séance \(session.number), \(length)"))
      for part in session.content.parts { lines += TextLayout.wrap(workspace.title(part.module), first: "  • ") }
    }
    return lines.joined(separator: "\n")
  }

  /// The days for programs.
  var record: Record { Record(self) }

  /// The days for other calendars; written again later, it takes the place of what was imported.
  func calendar(at now: Moment) -> MeetingCalendar {
    let pair = schedule.pair.id
    func meeting(_ number: Int, _ day: CalendarDay?, _ text: String) -> MeetingCalendar.Meeting {
      // A neutral title: a diary is seen by others.
      MeetingCalendar.Meeting(
        id: "\(schedule.name)-\(number)@passerelle", day: day,
        title: said(en: "Passerelle: session \(number)", fr: "Passerelle\u{A0}: séance \(number)"), text: text)
    }
    let planned = schedule.sessions.map { session in
      let parts = session.content.parts.map { part in
        "\(spokenLanguage.quote(workspace.title(part.module))) (\(spokenLanguage.count(part.minutes.count, .minutes)))"
      }
      return meeting(session.number, session.day, (parts + ["passerelle next \(pair)"]).joined(separator: "\n"))
    }
    return MeetingCalendar(
      title: "Passerelle\(spokenLanguage.colon)\(pair)",
      meetings: planned + schedule.dropped.map { meeting($0, nil, "") }, time: schedule.time, written: now,
      sequence: Int(max(0, now.milliseconds - schedule.began.milliseconds) / 1000))
  }

  /// The members of `plan --pair PAIR --start DAY --format json`.
  struct Record: Encodable {
    struct Session: Encodable {
      let number: Int
      @OrNull var date: String?
      /// From when, in UTC; nil where no time of day is said.
      @OrNull var from: String?
      let minutes: Int
      let modules: [String]
    }

    let pair: String
    let outcome: String
    let everyWeeks: Int
    let zone: String
    let stalled: Bool
    let missedInARow: Int
    let sessions: [Session]
    /// Sessions for which there is no day before the end.
    let unplaced: Int

    init(_ report: ScheduleReport) {
      let schedule = report.schedule
      pair = schedule.pair.id.rawValue
      outcome = schedule.plan.outcome.rawValue
      everyWeeks = schedule.everyWeeks
      zone = schedule.zone.description
      (stalled, missedInARow, unplaced) = (schedule.isStalled, schedule.missedInARow, schedule.unplaced)
      sessions = schedule.sessions.map { session in
        Session(
          number: session.number, date: session.day?.iso,
          from: session.day.flatMap { schedule.time?.range(on: $0).lowerBound.iso },
          minutes: session.content.minutes.count, modules: session.content.parts.map(\.module.rawValue))
      }
    }
  }
}

/// Days and rhythms in words.
enum ScheduleWords {
  /// "every 2 weeks".
  static func rhythm(_ weeks: Int) -> Wording {
    weeks == 1
      ? Wording(en: "every week", fr: "chaque semaine")
      : Wording(en: "every \(weeks) weeks", fr: "toutes les \(weeks) semaines")
  }

  /// "Tuesday 1 December 2026, 14:30".
  static func day(_ day: CalendarDay, _ time: MeetingTime? = nil) -> Wording {
    Wording { language in
      let clock = time.map { time in
        let (hour, minute) = (time.minutesAfterMidnight / 60, time.minutesAfterMidnight % 60)
        return language == .fr
          ? " à \(hour)\u{A0}h\u{A0}\(decimalDigits(minute, width: 2))"
          : ", \(decimalDigits(hour, width: 2)):\(decimalDigits(minute, width: 2))"
      }
      return "\(day.weekday.words[language]) \(day.words[language])\(clock ?? "")"
    }
  }

  /// Says that a pair has stopped meeting.
  static func stalled(_ missed: Int) -> String {
    missed == 1
      ? said(
        en: "The last session was missed: call the pair.",
        fr: "La dernière séance a été manquée\u{A0}: appeler le binôme.")
      : said(
        en: "Stalled: the last \(missed) sessions were missed; call the pair.",
        fr: "À l’arrêt\u{A0}: les \(missed) dernières séances ont été manquées\u{202F}; appeler le binôme.")
  }
}
