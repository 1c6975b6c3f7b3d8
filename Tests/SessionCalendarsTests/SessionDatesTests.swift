import Bilingual
import SessionCalendars
import Testing

/// The days of sessions: none on an absence, in order, at the rhythm where nothing stands in the way.
struct SessionDatesTests {
  @Test func nothingInTheWayLeavesTheRhythm() {
    let days = SessionDates(3, from: day("2026-12-01"), everyWeeks: 2) { _ in true }.days
    #expect(days == [day("2026-12-01"), day("2026-12-15"), day("2026-12-29")])
    #expect(day("2026-12-01").weekday == .tuesday && day("1969-12-31").weekday == .wednesday)
  }

  @Test func aDayOffMovesOneSessionALongAbsenceTheRest() {
    let holiday = Set([day("2026-12-15")])
    let moved = SessionDates(3, from: day("2026-12-01"), everyWeeks: 2) { !holiday.contains($0) }.days
    #expect(moved == [day("2026-12-01"), day("2026-12-16"), day("2026-12-29")])
    let leave = day("2026-12-10")...day("2027-01-04")
    let pushed = SessionDates(3, from: day("2026-12-01"), everyWeeks: 2) { !leave.contains($0) }.days
    #expect(pushed == [day("2026-12-01"), day("2027-01-05"), day("2027-01-19")])
  }

  @Test func aFridaysSessionDoesNotMoveToTheWeekend() {
    let days = SessionDates(1, from: day("2026-12-04"), everyWeeks: 2) { $0 != day("2026-12-04") }.days
    #expect(days == [day("2026-12-07")])
  }

  @Test func whatWasAgreedComesFirst() {
    let agreed = [day("2026-12-20"), day("2026-12-03"), day("2026-11-01"), day("2026-12-10")]
    let days = SessionDates(4, from: day("2026-12-01"), everyWeeks: 1, agreed: agreed) { $0 != day("2026-12-10") }.days
    #expect(days == [day("2026-12-03"), day("2026-12-20"), day("2026-12-27"), day("2027-01-03")])
  }

  @Test func anEndLeavesSessionsWithoutADay() {
    let days = SessionDates(9, from: day("2026-12-01"), everyWeeks: 2, until: day("2026-12-31")) { _ in true }.days
    #expect(days.count == 3)
    #expect(SessionDates(1, from: day("2026-12-01"), everyWeeks: 2) { _ in false }.days == [])
  }

  @Test(arguments: 0..<300)
  func lawsOfDays(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func pick(_ most: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(most + 1))
    }
    let first = CalendarDay(daysSince1970: 20_000 + pick(2000))
    var off: Set<CalendarDay> = []
    for _ in 0..<pick(8) {
      let start = first.adding(days: pick(200))
      for length in 0...pick(25) { off.insert(start.adding(days: length)) }
    }
    let (weeks, count) = (1 + pick(4), 1 + pick(12))
    let days = SessionDates(count, from: first, everyWeeks: weeks) { !off.contains($0) }.days
    #expect(days.count == count)
    #expect(days.allSatisfy { !off.contains($0) && $0 >= first })
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
    // A day off that touches no session moves none.
    let idle = first.adding(days: pick(200))
    if !days.contains(idle) {
      #expect(SessionDates(count, from: first, everyWeeks: weeks) { !off.contains($0) && $0 != idle }.days == days)
    }
  }
}

/// A day that a text writes; a test that writes another kind of text is wrong.
func day(_ iso: String) -> CalendarDay {
  guard let day = CalendarDay(iso: iso) else { preconditionFailure("'\(iso)' is not a day.") }
  return day
}
