package import Bilingual
package import CurriculumModel

/// A time of the day, in whole minutes.
package struct ClockTime: Hashable, Sendable {
  /// Minutes since midnight, 0 to 1439.
  package let minutes: Int

  /// A time from its hour and minute, or nil where a day has no such time.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// A time written `14:00`, or as French writes it: `14h00`, `14 h`.
  package init?(_ text: String) {
    let characters = text.filter { !$0.isWhitespace }
    let parts = characters.split(separator: /[:hH]/, omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Self.number(parts[0], digits: 1...2) else { return nil }
    let isBareHour = parts[1].isEmpty && !characters.contains(":")
    guard let minute = isBareHour ? 0 : Self.number(parts[1], digits: 2...2) else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// The time so many minutes later, past midnight where it must be.
  package func adding(_ more: Minutes) -> ClockTime {
    ClockTime(minutesSinceMidnight: (minutes + more.count) % 1440)
  }

  private init(minutesSinceMidnight minutes: Int) {
    self.minutes = minutes
  }

  /// `14:05`, as programs read it.
  package var iso: String { "\(Self.two(minutes / 60)):\(Self.two(minutes % 60))" }

  /// The time as people read it: "14:05", "14 h 05".
  package var words: Wording {
    Wording(en: iso, fr: "\(minutes / 60)\u{A0}h\u{A0}\(Self.two(minutes % 60))")
  }

  /// Minutes from a beginning as `0:05`, the same in both languages.
  package static func offset(_ minutes: Minutes) -> String {
    "\(minutes.count / 60):\(two(minutes.count % 60))"
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    digits.contains(text.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
