import Bilingual

/// A line on standard error that says how far long work is; only a person at a terminal sees it.
struct ProgressLine {
  private let isShown: Bool
  private var shown = -1
  /// The columns of the bar; what stands behind it must fit beside it.
  private static let barWidth = 20

  /// A line, unless nobody looks or it is not wanted.
  init(_ option: ProgressOption) {
    isShown = !option.noProgress && !Conversation.isQuiet && Conversation.errorIsTerminal
  }

  /// Says how much of the whole is done.
  mutating func show(_ done: Int, of whole: Int?, _ words: @autoclosure () -> String) {
    guard isShown else { return }
    let percent = whole.map { $0 > 0 ? done * 100 / $0 : 100 } ?? done >> 16
    guard percent != shown else { return }
    shown = percent
    Conversation.sayInPlace(whole == nil ? words() : "\(bar(percent)) \(percent)\u{202F}% \(words())")
  }

  private func bar(_ percent: Int) -> String {
    let done = min(max(percent, 0), 100) * Self.barWidth / 100
    return String(repeating: "━", count: done) + String(repeating: "┄", count: Self.barWidth - done)
  }

  /// Takes the line away.
  func clear() {
    if isShown, shown >= 0 { Conversation.sayInPlace("") }
  }
}
