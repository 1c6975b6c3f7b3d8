import Bilingual
import SessionCalendars
import SessionSheets

/// What is asked of a pair's schedule.
struct ScheduleRequest {
  /// The first day; nil for the one that follows from what is recorded.
  var start: CalendarDay?
  /// The last day; nil where there is no end.
  var until: CalendarDay?
  /// The files of absences.
  var absences: [String] = []
  /// The time of day; nil for whole days.
  var at: ClockTime?
  /// Where clocks are read.
  var zone: TimeZoneName = .utc

  /// What the files tell of absences within a stretch of days.
  func readAbsences(within window: ClosedRange<CalendarDay>) throws -> Absences {
    var all = Absences()
    for path in absences {
      let bytes = try InputFile(path: path).bytes(atMost: Absences.mostBytes)
      do throws(CalendarFileFault) {
        all.formUnion(try Absences(iCalendar: bytes, in: zone, within: window))
      } catch { throw CommandFailure(.notSound, Self.words(error, path)) }
    }
    return all
  }

  private static func words(_ fault: CalendarFileFault, _ path: String) -> Wording {
    let what =
      switch fault.kind {
      case .noCalendar:
        Wording(
          en: "no iCalendar file: it does not begin with BEGIN:VCALENDAR",
          fr: "ce n’est pas un fichier iCalendar\u{A0}: il ne commence pas par BEGIN:VCALENDAR")
      case .noProperty: Wording(en: "not a name with a value", fr: "ce n’est pas un nom suivi d’une valeur")
      case .nesting:
        Wording(en: "this ends what did not begin last", fr: "ceci termine autre chose que ce qui a commencé")
      case .unfinished: Wording(en: "the file ends too soon", fr: "le fichier s’arrête trop tôt")
      case .value(let name): Wording(en: "no value of \(name)", fr: "ce n’est pas une valeur de \(name)")
      case .noStart: Wording(en: "this event has no DTSTART", fr: "cet événement n’a pas de DTSTART")
      case .rule:
        Wording(
          en: "this repetition is not understood: daily, weekly, monthly and yearly ones are",
          fr: "cette répétition n’est pas comprise\u{A0}: seules le sont celles par jour, semaine, mois ou année")
      case .timeZone(let name):
        Wording(
          en: "neither the file nor the system knows the time zone \(name)",
          fr: "ni le fichier ni le système ne connaît le fuseau horaire \(name)")
      case .tooLarge: Wording(en: "too large for absences", fr: "trop grand pour des absences")
      }
    return Wording(en: "\(path):\(fault.line): \(what.en)", fr: "\(path):\(fault.line)\u{A0}: \(what.fr)")
  }
}
