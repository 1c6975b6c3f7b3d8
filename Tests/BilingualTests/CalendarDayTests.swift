import Bilingual
import Testing

struct CalendarDayTests {
  @Test func everyDayOfFourCenturiesFollowsTheOneBefore() {
    var previous: CalendarDay?
    for count in -80_000...80_000 {
      let day = CalendarDay(daysSince1970: count)
      #expect(day.daysSince1970 == count)
      #expect(CalendarDay(iso: day.iso) == day)
      if let previous { #expect(previous < day) }
      previous = day
    }
    #expect(CalendarDay(daysSince1970: 0).iso == "1970-01-01")
    #expect(CalendarDay(daysSince1970: 20_780).iso == "2026-11-23")
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-01", "0000-01-01", "2026-11-23 ", "２０２６-11-23", ""])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test func monthsAreAddedWithinTheShorterMonth() {
    #expect(CalendarDay(iso: "2024-01-31")?.adding(months: 1).iso == "2024-02-29")
    #expect(CalendarDay(iso: "2026-11-23")?.adding(months: 36).iso == "2029-11-23")
    #expect(CalendarDay(iso: "2026-03-31")?.adding(months: -13).iso == "2025-02-28")
  }

  @Test func daysAreSaidInBothLanguages() {
    let day = CalendarDay(iso: "2026-12-01")
    #expect(day?.words.en == "1\u{A0}December 2026")
    #expect(day?.words.fr == "1er\u{A0}décembre 2026")
  }
}

struct MomentTests {
  @Test(arguments: ["2026-11-23T10:00:00Z", "1969-12-31T23:59:59.999Z", "2026-11-23T10:00:00.007Z"])
  func writtenAsRead(text: String) {
    #expect(Moment(iso: text)?.iso == text)
  }

  @Test(arguments: ["2026-11-23T24:00:00Z", "2026-11-23T10:00Z", "2026-11-23T10:00:00", "2026-11-23T10:00:00.Z", "x"])
  func refusesWhatIsNoMoment(text: String) {
    #expect(Moment(iso: text) == nil)
  }

  @Test func aDayAloneIsItsFirstMillisecond() {
    #expect(Moment(iso: "2026-11-23")?.iso == "2026-11-23T00:00:00Z")
  }
}

struct LanguageTests {
  @Test func theEnvironmentDecidesInGettextsOrder() {
    #expect(Language(environment: ["LANG": "fr_FR.UTF-8"]) == .fr)
    #expect(Language(environment: ["LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB"]) == .en)
    #expect(Language(environment: ["LANG": "en_GB", "LANGUAGE": "de:fr:en"]) == .fr)
    #expect(Language(environment: ["LANG": "C.UTF-8"]) == .en)
    #expect(Language(locale: "french") == nil)
  }

  @Test func listsAndCountsFollowEachLanguage() {
    let module = CountableNoun(
      one: Wording(en: "module", fr: "module"), many: Wording(en: "modules", fr: "modules"))
    #expect(Language.en.list(["a", "b", "c"]) == "a, b and c")
    #expect(Language.fr.list(["a", "b"], .or) == "a ou b")
    #expect(Language.en.count(0, module) == "0\u{A0}modules")
    #expect(Language.fr.count(0, module) == "0\u{A0}module")
  }
}
