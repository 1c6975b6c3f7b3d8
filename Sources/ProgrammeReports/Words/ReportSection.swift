/// A part of a report: its numbers as a table, and as bars where bars tell more.
struct ReportSection {
  /// A plot of bars.
  struct Plot {
    /// What bars with the same pattern have in common; none where there is one pattern only.
    let series: [String]
    /// The groups of bars, from top to bottom.
    let groups: [Group]
    /// The value of the longest bar that there could be, in hundredths.
    let full: Int
  }

  /// Bars under one label.
  struct Group {
    let label: String
    let bars: [Bar]
  }

  /// A bar, or the words in its place.
  struct Bar {
    /// The value in hundredths; nil where it is withheld or there is none.
    let value: Int?
    let text: String
  }

  /// The name in addresses.
  let id: String
  let heading: String
  let notes: [String]
  let columns: [String]
  let rows: [[String]]
  var plot: Plot?
}
