/// What keeps a file from being read as a calendar.
package struct CalendarFileFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// It does not begin as an iCalendar file does.
    case noCalendar
    /// The line is not a name with a value.
    case noProperty
    /// What ends here is not what began last.
    case nesting
    /// It stops before what began has ended.
    case unfinished
    /// The value is not one of its property, by name.
    case value(String)
    /// An event does not say when it begins.
    case noStart
    /// A rule repeats in a way that is not understood: more than once a day.
    case rule
    /// A time zone that neither the file defines nor the system knows, by name.
    case timeZone(String)
    /// It is too large, in bytes or in events.
    case tooLarge
  }

  /// What is wrong.
  package let kind: Kind
  /// In which line, from 1.
  package let line: Int

  /// A fault in a line.
  package init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
