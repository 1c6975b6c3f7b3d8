package import Bilingual
internal import CICal

extension Absences {
  /// Bytes of a file beyond which nobody keeps absences.
  package static let mostBytes = CalendarLines.mostBytes

  /// Days on which something keeps somebody away, each as often as it is told: beyond these a file harms, because events
  /// that repeat make many out of few bytes.
  static let mostOccurrences = 200_000

  /// The absences that an iCalendar file (RFC 5545) tells of, within a stretch of days; what is cancelled is none.
  ///
  /// Whole days stay days wherever they are read; a time without a zone is one of the clocks here.
  /// - Throws: What is wrong with the file, and in which line.
  package init(
    iCalendar bytes: [UInt8], in zone: TimeZoneName, within window: ClosedRange<CalendarDay>
  ) throws(CalendarFileFault) {
    let lines = try CalendarLines(bytes)
    guard let file = ParsedCalendar(bytes) else { throw CalendarFileFault(.noCalendar, line: 1) }
    self = try file.absences(lines.events, in: zone, within: window)
  }
}

/// A calendar in the library's memory.
@safe private struct ParsedCalendar: ~Copyable {
  private let root: OpaquePointer

  init?(_ bytes: [UInt8]) {
    guard let root = unsafe icalparser_parse_string(String(decoding: bytes, as: UTF8.self)) else { return nil }
    unsafe self.root = root
  }

  deinit { unsafe icalcomponent_free(root) }

  /// The absences of its events, which begin in these lines.
  func absences(
    _ lines: [Int], in zone: TimeZoneName, within window: ClosedRange<CalendarDay>
  ) throws(CalendarFileFault) -> Absences {
    var events: [OpaquePointer] = unsafe []
    unsafe collect(root, &events)
    // The library leaves out no event that the lines have; were it to, nothing would be said of the wrong line.
    let count = unsafe events.count
    let places = lines.count == count ? lines : Array(repeating: 1, count: count)
    var replaced: Set<Instance> = []
    for index in 0..<count {
      let (event, time) = unsafe (events[index], icalcomponent_get_recurrenceid(events[index]))
      if unsafe icaltime_is_null_time(time) == 0 {
        replaced.insert(unsafe Instance(event, icaltime_as_timet(inUTC(time))))
      }
    }
    var absences = Absences()
    var told = 0
    for index in 0..<count {
      let event = unsafe events[index]
      if unsafe icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED { continue }
      let occurrences = try Occurrences(event, line: places[index], in: zone, within: window)
      let isReplacement = unsafe icaltime_is_null_time(icalcomponent_get_recurrenceid(event)) == 0
      let starts = occurrences.starts(of: event)
      told += starts.count * occurrences.days
      guard told <= Absences.mostOccurrences else { throw CalendarFileFault(.tooLarge, line: places[index]) }
      for start in starts {
        let isReplaced = replaced.contains(Instance(event, start))
        if isReplacement || !isReplaced { occurrences.add(start, to: &absences, in: zone, within: window) }
      }
    }
    return absences
  }

  private func collect(_ component: OpaquePointer, _ events: inout [OpaquePointer]) {
    if unsafe icalcomponent_isa(component) == ICAL_VEVENT_COMPONENT { unsafe events.append(component) }
    var child = unsafe icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT)
    while let next = unsafe child {
      unsafe collect(next, &events)
      unsafe child = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)
    }
  }
}

/// One time of an event that repeats.
private struct Instance: Hashable {
  let id: String
  let start: time_t

  @safe init(_ event: OpaquePointer, _ start: time_t) {
    id = unsafe icalcomponent_get_uid(event).map { unsafe String(cString: $0) } ?? ""
    self.start = start
  }
}

private func inUTC(_ time: icaltimetype) -> icaltimetype {
  unsafe icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone())
}

/// When an event takes place, and for how long.
private struct Occurrences {
  private let isDate: Bool
  /// Whether its times are those of the clocks wherever one is.
  private let isFloating: Bool
  /// In seconds.
  private let length: Int
  private let window: Range<time_t>

  @safe init(
    _ event: OpaquePointer, line: Int, in zone: TimeZoneName, within days: ClosedRange<CalendarDay>
  ) throws(CalendarFileFault) {
    let start = unsafe icalcomponent_get_dtstart(event)
    let end = unsafe icalcomponent_get_dtend(event)
    guard unsafe icaltime_is_valid_time(start) != 0, unsafe icaltime_is_null_time(start) == 0 else {
      throw CalendarFileFault(.noStart, line: line)
    }
    isDate = unsafe icaltime_is_date(start) != 0
    isFloating = unsafe start.zone == nil
    if !isDate, isFloating, let name = unsafe Self.zoneName(of: event) {
      throw CalendarFileFault(.timeZone(name), line: line)
    }
    let hasEnd = unsafe icaltime_is_null_time(end) == 0
    let seconds = hasEnd ? unsafe icaltime_as_timet(inUTC(end)) - icaltime_as_timet(inUTC(start)) : 0
    length = seconds > 0 ? seconds : isDate ? 86_400 : 1
    // A day more on either side, for zones, and the event's own length before.
    let first = time_t(days.lowerBound.daysSince1970 - 2) * 86_400 - min(length, 366 * 86_400)
    window = first..<(time_t(days.upperBound.daysSince1970 + 2) * 86_400)
  }

  /// How many days it touches each time, as far as they lie in the window.
  var days: Int { 1 + min(length, window.upperBound - window.lowerBound) / 86_400 }

  /// When it begins within the window, in seconds since 1970.
  @safe func starts(of event: OpaquePointer) -> [time_t] {
    let utc = unsafe icaltimezone_get_utc_timezone()
    let (first, last) = unsafe (
      icaltime_from_timet_with_zone(window.lowerBound, 0, utc), icaltime_from_timet_with_zone(window.upperBound, 0, utc)
    )
    var starts: [time_t] = []
    unsafe withUnsafeMutablePointer(to: &starts) { found in
      unsafe icalcomponent_foreach_recurrence(
        event, first, last,
        { _, span, found in
          guard let span = unsafe span, let found = unsafe found else { return }
          unsafe found.assumingMemoryBound(to: [time_t].self).pointee.append(span.pointee.start)
        }, found)
    }
    return starts
  }

  func add(
    _ start: time_t, to absences: inout Absences, in zone: TimeZoneName, within days: ClosedRange<CalendarDay>
  ) {
    guard !isDate else {
      let first = CalendarDay(daysSince1970: start / 86_400)
      let last = CalendarDay(daysSince1970: (start + length - 1) / 86_400)
      let (from, to) = (max(first, days.lowerBound), min(last, days.upperBound))
      if from <= to { absences.add(days: from...to) }
      return
    }
    var begin = Moment(milliseconds: Int64(start) * 1000)
    if isFloating { begin = zone.moment(begin.day, minutes: start % 86_400 / 60) }
    absences.add(time: begin..<Moment(milliseconds: begin.milliseconds + Int64(length) * 1000))
  }

  private static func zoneName(of event: OpaquePointer) -> String? {
    guard let property = unsafe icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY),
      let parameter = unsafe icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER),
      let name = unsafe icalparameter_get_tzid(parameter)
    else { return nil }
    return unsafe String(cString: name)
  }
}
