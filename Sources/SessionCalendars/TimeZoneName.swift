package import Bilingual
internal import CICal

/// A time zone by its name in the tz database, such as "Europe/Paris".
///
/// The library keeps zones for as long as the program runs, so a zone is looked up by name and never held.
@safe package struct TimeZoneName: Hashable, Sendable, CustomStringConvertible {
  /// The name.
  package let description: String

  /// Coordinated universal time.
  package static let utc = TimeZoneName(known: "UTC")

  private init(known name: String) { description = name }

  /// A zone that the system knows, or nil.
  package init?(_ name: String) {
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
          || [0x2B, 0x2D, 0x2F, 0x5F].contains(byte)
      }
    guard isName, unsafe icaltimezone_get_builtin_timezone(name) != nil else { return nil }
    description = name
  }

  /// The moment at which it is so many minutes after midnight of a day here.
  ///
  /// Where clocks are put forward over it, the moment that they would have shown.
  package func moment(_ day: CalendarDay, minutes: Int = 0) -> Moment {
    var time = unsafe icaltime_null_time()
    unsafe (time.year, time.month, time.day) = (CInt(day.year), CInt(day.month), CInt(day.day))
    unsafe (time.hour, time.minute) = (CInt(minutes / 60), CInt(minutes % 60))
    let seconds = unsafe icaltime_as_timet_with_zone(time, icaltimezone_get_builtin_timezone(description))
    return Moment(milliseconds: Int64(seconds) * 1000)
  }

  /// The day on which a moment falls here.
  package func day(of moment: Moment) -> CalendarDay {
    let seconds = time_t(moment.milliseconds / 1000)
    let time = unsafe icaltime_from_timet_with_zone(seconds, 0, icaltimezone_get_builtin_timezone(description))
    let day = unsafe CalendarDay(year: Int(time.year), month: Int(time.month), day: Int(time.day))
    return day ?? moment.day
  }
}
