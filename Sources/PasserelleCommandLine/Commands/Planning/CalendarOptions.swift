import ArgumentParser
import Bilingual
import SessionCalendars
import SessionSheets

extension TimeZoneName: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

/// When a pair meets: what spreads a plan over a calendar.
struct CalendarOptions: ParsableArguments {
  @Option(
    help: help(
      en: "Spread the sessions of a pair over days, from this one on.",
      fr: "Répartir les séances d’un binôme sur des jours, à partir de celui-ci.", value: .day))
  var start: CalendarDay?

  @Option(
    help: help(
      en: "The last day on which the pair can meet.", fr: "Le dernier jour où le binôme peut se voir.", value: .day))
  var until: CalendarDay?

  @Option(
    help: help(
      en: "An iCalendar file (.ics) of absences and holidays; may be repeated.",
      fr: "Un fichier iCalendar (.ics) d’absences et de jours fériés\u{202F}; peut être répété.", value: .file))
  var absences: [String] = []

  @Option(
    help: help(
      en: "The time at which the pair meets, such as 14:30; whole days otherwise.",
      fr: "L’heure à laquelle le binôme se voit, par exemple 14:30\u{202F}; sinon, des jours entiers.", value: .time))
  var at: ClockTime?

  @Option(
    help: help(
      en: "The time zone of --at and of absences without one, such as Europe/Paris; UTC otherwise.",
      fr: "Le fuseau horaire de --at et des absences qui n’en ont pas, par exemple Europe/Paris\u{202F}; UTC sinon.",
      value: .name))
  var zone: TimeZoneName = .utc

  @Option(
    help: help(
      en: "Where to write; standard output otherwise.", fr: "Où écrire\u{202F}; sinon, la sortie standard.",
      value: .path))
  var output: String?

  /// Whether days are asked for.
  var isAsked: Bool { start != nil || until != nil || !absences.isEmpty || at != nil }

  func validate() throws {
    if let start, let until, until < start {
      throw ValidationError(
        said(
          en: "--until lies before --start: \(until.iso) and \(start.iso)",
          fr: "--until précède --start\u{A0}: \(until.iso) et \(start.iso)"))
    }
  }

  /// What is asked of a schedule.
  var wanted: ScheduleRequest {
    ScheduleRequest(start: start, until: until, absences: absences, at: at, zone: zone)
  }
}
