import Bilingual
import SessionCalendars
import Testing

/// Absences as calendars write them.
struct AbsencesTests {
  private func read(_ events: String..., zone: String = "Europe/Paris") throws -> Absences {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(events.joined())END:VCALENDAR\r\n"
    return try Absences(
      iCalendar: Array(text.utf8), in: try #require(TimeZoneName(zone)), within: day("2026-11-01")...day("2027-12-31"))
  }

  private func event(_ lines: String...) -> String {
    "BEGIN:VEVENT\r\nUID:a\r\n" + lines.map { $0 + "\r\n" }.joined() + "END:VEVENT\r\n"
  }

  @Test func daysHaveAnEndOrALengthOrAreOne() throws {
    for (lines, count) in [
      (["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"], 3), (["DTSTART;VALUE=DATE:20261224"], 1),
      (["DTSTART;VALUE=DATE:20261224", "DURATION:P1W"], 7), (["dtstart;value=date:20261224"], 1),
      (["DTSTART;VALUE=DATE:20261224", "STATUS:CANCELLED"], 0), (["DTSTART;VALUE=DATE:2026", " 1224"], 1),
      (["DTSTART;VALUE=DATE:20241224", "RRULE:FREQ=YEARLY"], 2),
      (["DTSTART;VALUE=DATE:20261204", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20261211"], 3),
      (["DTSTART;VALUE=DATE:20261204", "RRULE:FREQ=MONTHLY;BYDAY=1FR;UNTIL=20270301"], 3),
      (["DTSTART;VALUE=DATE:20261204", "RDATE;VALUE=DATE:20261210,20261211"], 3),
      (["DTSTART;VALUE=DATE:20200131", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"], 0),
    ] {
      let absences = try read(event(lines.joined(separator: "\r\n")))
      #expect(absences.days.count == count && absences.times == [], "\(lines)")
    }
  }

  @Test func timesMeanTheClocksOfTheirZone() throws {
    let zone = try #require(TimeZoneName("Europe/Paris"))
    let summer = try read(event("DTSTART;TZID=Europe/Paris:20270601T100000", "DURATION:PT90M"))
    #expect(summer.times.map(\.lowerBound.iso) == ["2027-06-01T08:00:00Z"])
    #expect(summer.times.map(\.upperBound.iso) == ["2027-06-01T09:30:00Z"])
    #expect(try read(event("DTSTART:20261201T100000Z")).times.first?.lowerBound.iso == "2026-12-01T10:00:00Z")
    #expect(try read(event("DTSTART:20261201T100000")).times.first?.lowerBound.iso == "2026-12-01T09:00:00Z")
    let weekly = try read(event("DTSTART;TZID=America/New_York:20270301T090000", "RRULE:FREQ=WEEKLY;COUNT=3"))
    #expect(
      weekly.times.map(\.lowerBound.iso).sorted() == [
        "2027-03-01T14:00:00Z", "2027-03-08T14:00:00Z", "2027-03-15T13:00:00Z",
      ])
    let time = MeetingTime(minutesAfterMidnight: 600, length: 60, zone: zone)
    let at = { (minutes: Int) in MeetingTime(minutesAfterMidnight: minutes, length: 60, zone: zone) }
    #expect(!summer.isFree(day("2027-06-01"), at: time, in: zone))
    #expect(summer.isFree(day("2027-06-01"), at: at(540), in: zone))
    #expect(summer.isFree(day("2027-06-01"), at: at(690), in: zone))
    #expect(!summer.isFree(day("2027-06-01"), at: nil, in: zone))
    #expect(summer.isFree(day("2027-06-02"), at: nil, in: zone))
  }

  @Test func aMovedOccurrenceTakesThePlaceOfItsOwn() throws {
    let absences = try read(
      event("DTSTART;VALUE=DATE:20261204", "RRULE:FREQ=WEEKLY;COUNT=3"),
      event("RECURRENCE-ID;VALUE=DATE:20261211", "DTSTART;VALUE=DATE:20261212"))
    #expect(absences.days.map(\.iso).sorted() == ["2026-12-04", "2026-12-12", "2026-12-18"])
  }

  @Test func faultsNameTheirLine() throws {
    func fault(_ text: String) -> CalendarFileFault? {
      do throws(CalendarFileFault) {
        _ = try Absences(
          iCalendar: Array(text.utf8), in: .utc, within: day("2026-11-01")...day("2027-12-31"))
        return nil
      } catch { return error }
    }
    let start = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"
    let end = "END:VEVENT\nEND:VCALENDAR\n"
    for (text, kind, line) in [
      ("", CalendarFileFault.Kind.noCalendar, 1), ("<html>", .noCalendar, 1), ("\n\nBEGIN:VCARD\n", .noCalendar, 3),
      (start + "DTSTART;VALUE=DATE:20261399\n" + end, .value("DTSTART"), 3),
      (start + "DTSTART;VALUE=DATE:2026121\n" + end, .value("DTSTART"), 3),
      (start + "DTSTART:20261201T100000Z\nRRULE:FREQ=FORTNIGHTLY\n" + end, .rule, 4),
      (start + "DTSTART:20261201T100000Z\nRRULE:FREQ=SECONDLY\n" + end, .rule, 4),
      (start + "DTSTART:20261201T100000Z\nRRULE:FREQ=DAILY;BYHOUR=1\n" + end, .rule, 4),
      (start + "DTSTART:20261201T100000Z\nRRULE:FREQ=DAILY;COUNT=x\n" + end, .value("RRULE"), 4),
      (start + "DTSTART:20261201T100000Z\nDURATION:P\n" + end, .value("DURATION"), 4),
      (start + "SUMMARY:x\n" + end, .noStart, 2),
      (start + "DTSTART;TZID=Mars/X:20261201T100000\n" + end, .timeZone("Mars/X"), 2),
      (start + "DTSTART:20261201T100000Z\n nonsense\n" + end, .value("DTSTART"), 3),
      (start + "DTSTART:20261201T100000Z\nno colon\n" + end, .noProperty, 4),
      (start + "DTSTART:20261201T100000Z\nEND:VCALENDAR\n", .nesting, 4),
      (start + "DTSTART:20261201T100000Z\n", .unfinished, 3), (start + "X\u{0}:1\n", .noProperty, 3),
    ] {
      #expect(fault(text) == CalendarFileFault(kind, line: line), "\(text)")
    }
    #expect(fault(String(repeating: "X", count: 10_000_001))?.kind == .tooLarge)
    #expect(TimeZoneName("Mars/Base") == nil && TimeZoneName("../../etc/passwd") == nil && TimeZoneName("") == nil)
  }

  @Test(arguments: 0..<200)
  func anyBytesAreReadOrRefused(seed: Int) throws {
    var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
    var bytes = Array(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\nEND:VCALENDAR\n"
        .utf8)
    for _ in 0..<3 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
    }
    do throws(CalendarFileFault) {
      let absences = try Absences(iCalendar: bytes, in: .utc, within: day("2026-11-01")...day("2027-12-31"))
      #expect(absences.days.count <= 500)
    } catch { #expect(error.line >= 1) }
  }
}
