import Bilingual
import SessionCalendars
import Testing

/// The calendar that others import.
struct MeetingCalendarTests {
  private func text(_ time: MeetingTime?, day on: CalendarDay?) -> String {
    let meeting = MeetingCalendar.Meeting(
      id: "019-3@passerelle", day: on, title: "Séance 3 : écouter, puis montrer",
      text: "« Première séance ; notre contrat » (60 min)\n« La deuxième, qui est longue » (45 min) " + "é".repeated(90)
    )
    return MeetingCalendar(
      title: "Awa; Étienne", meetings: [meeting], time: time,
      written: Moment(startOf: day("2026-11-23")), sequence: 7
    ).text
  }

  @Test func linesAreFoldedWithinCharactersAndTexts() {
    let lines = text(nil, day: day("2026-12-01")).components(of: "\r\n")
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "" && lines.dropLast().last == "END:VCALENDAR")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\u{FFFD}") })
    let whole = lines.reduce("") { $0 + ($1.hasPrefix(" ") ? String($1.dropFirst()) : "\n" + $1) }
    #expect(whole.contains("\nSUMMARY:Séance 3 : écouter\\, puis montrer\n"))
    #expect(whole.contains("\nDESCRIPTION:« Première séance \\; notre contrat » (60 min)\\n« La"))
    #expect(whole.contains("\nDTSTART;VALUE=DATE:20261201\n") && whole.contains("\nDTEND;VALUE=DATE:20261202\n"))
    for line in ["UID:019-3@passerelle", "SEQUENCE:7", "DTSTAMP:20261123T000000Z", "X-WR-CALNAME:Awa  Étienne"] {
      #expect(whole.contains("\n\(line)\n"))
    }
  }

  @Test func timesAreWrittenInUTC() throws {
    let zone = try #require(TimeZoneName("Europe/Paris"))
    let time = MeetingTime(minutesAfterMidnight: 870, length: 60, zone: zone)
    #expect(text(time, day: day("2026-12-01")).contains("\r\nDTSTART:20261201T133000Z\r\nDTEND:20261201T143000Z\r\n"))
    #expect(text(time, day: day("2027-06-01")).contains("\r\nDTSTART:20270601T123000Z\r\n"))
    #expect(text(nil, day: nil).contains("\r\nSTATUS:CANCELLED\r\n"))
  }

  @Test func whatIsWrittenIsReadAsTheSameDays() throws {
    let read = try Absences(
      iCalendar: Array(text(nil, day: day("2026-12-01")).utf8), in: .utc,
      within: day("2026-11-01")...day("2027-12-31"))
    #expect(read.days == [day("2026-12-01")])
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }

  fileprivate func components(of separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
