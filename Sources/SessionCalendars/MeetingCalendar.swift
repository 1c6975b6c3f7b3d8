package import Bilingual
internal import CICal

/// Meetings as an iCalendar file (RFC 5545) that other calendars import, and import again when they move.
///
/// Times are written in UTC, so that they mean the same wherever the file is read; a meeting without a time of day is a
/// whole day.
package struct MeetingCalendar: Equatable, Sendable {
  /// A meeting.
  package struct Meeting: Equatable, Sendable {
    /// What stays the same when the meeting moves, and differs from every other's.
    package let id: String
    /// The day; nil for one that no longer takes place.
    package let day: CalendarDay?
    /// A short title.
    package let title: String
    /// What is done.
    package let text: String

    /// A meeting from its parts.
    package init(id: String, day: CalendarDay?, title: String, text: String) {
      self.id = id
      self.day = day
      self.title = title
      self.text = text
    }
  }

  /// What the calendar is called.
  package let title: String
  /// The meetings, in order.
  package let meetings: [Meeting]
  /// The time of day; nil where nobody has said.
  package let time: MeetingTime?
  /// When it is written.
  package let written: Moment
  /// A number that rises with every later writing, so that what is imported again takes the place of what was there.
  package let sequence: Int

  /// A calendar from its parts.
  package init(title: String, meetings: [Meeting], time: MeetingTime?, written: Moment, sequence: Int) {
    self.title = title
    self.meetings = meetings
    self.time = time
    self.written = written
    self.sequence = sequence
  }

  /// The file's characters, lines of 75 octets at most with CRLF at their ends.
  package var text: String { Draft(self).text }
}

/// A calendar in the library's memory.
@safe private struct Draft: ~Copyable {
  private let root: OpaquePointer?

  init(_ calendar: MeetingCalendar) {
    unsafe root = icalcomponent_new(ICAL_VCALENDAR_COMPONENT)
    unsafe icalcomponent_add_property(root, icalproperty_new_version("2.0"))
    unsafe icalcomponent_add_property(root, icalproperty_new_prodid("-//Passerelle//Passerelle//EN"))
    unsafe icalcomponent_add_property(root, icalproperty_new_method(ICAL_METHOD_PUBLISH))
    unsafe icalcomponent_add_property(
      root, icalproperty_new_from_string("X-WR-CALNAME:" + Self.plain(calendar.title)))
    for meeting in calendar.meetings { unsafe icalcomponent_add_component(root, Self.event(meeting, in: calendar)) }
  }

  deinit { unsafe icalcomponent_free(root) }

  var text: String {
    guard let bytes = unsafe icalcomponent_as_ical_string_r(root) else { return "" }
    defer { unsafe icalmemory_free_buffer(bytes) }
    return unsafe String(cString: bytes)
  }

  private static func event(_ meeting: MeetingCalendar.Meeting, in calendar: MeetingCalendar) -> OpaquePointer? {
    let event = unsafe icalcomponent_new(ICAL_VEVENT_COMPONENT)
    func add(_ property: OpaquePointer?) { unsafe icalcomponent_add_property(event, property) }
    unsafe add(icalproperty_new_uid(meeting.id))
    unsafe add(icalproperty_new_dtstamp(time(calendar.written)))
    unsafe add(icalproperty_new_sequence(CInt(clamping: calendar.sequence)))
    // What is cancelled needs a day all the same: that of writing.
    let day = meeting.day ?? calendar.written.day
    if let range = calendar.time?.range(on: day) {
      unsafe add(icalproperty_new_dtstart(time(range.lowerBound)))
      unsafe add(icalproperty_new_dtend(time(range.upperBound)))
    } else {
      unsafe add(icalproperty_new_dtstart(date(day)))
      unsafe add(icalproperty_new_dtend(date(day.adding(days: 1))))
    }
    unsafe add(icalproperty_new_summary(meeting.title))
    if !meeting.text.isEmpty { unsafe add(icalproperty_new_description(meeting.text)) }
    unsafe add(icalproperty_new_status(meeting.day == nil ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED))
    if calendar.time == nil { unsafe add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)) }
    return unsafe event
  }

  private static func time(_ moment: Moment) -> icaltimetype {
    unsafe icaltime_from_timet_with_zone(time_t(moment.milliseconds / 1000), 0, icaltimezone_get_utc_timezone())
  }

  private static func date(_ day: CalendarDay) -> icaltimetype {
    unsafe icaltime_from_timet_with_zone(time_t(day.daysSince1970) * 86_400, 1, icaltimezone_get_utc_timezone())
  }

  /// A name as it may stand in a property that the library does not know, and so does not escape.
  private static func plain(_ text: String) -> String {
    String(text.map { [";", ",", "\\"].contains($0) || $0.isNewline ? " " : $0 })
  }
}
