internal import Bilingual
internal import DomainWords
internal import Stationery

/// A report as a web page: one file, with plots that the program draws and every number in a table.
package struct ReportPage {
  /// A part of the page.
  struct Section {
    let anchor: String
    let heading: String
    let notes: [String]
    let caption: String
    let plot: Plot?
    let columns: [String]
    let rows: [Row]
  }

  /// A row of a table: its name and its cells.
  struct Row {
    let name: String
    let cells: [String]
  }

  /// A plot with its size and places.
  struct Plot {
    let summary: String
    let hasLegend: Bool
    let legend: [Key]
    let groups: [Group]
  }

  /// An entry of the legend.
  struct Key {
    let pattern: String
    let name: String
  }

  /// Bars under one label.
  struct Group {
    let label: String
    let height: Int
    let bars: [Bar]
  }

  /// A bar, or the words in its place.
  struct Bar {
    let pattern: String
    let top: Int
    let baseline: Int
    /// The width, and where its words begin, in percent with one decimal.
    let width: String
    let text: String
  }

  let language: String
  let documentTitle: String
  let title: String
  let summary: String
  let contentsHeading: String
  let sections: [Section]
  let rule: String

  /// A report's page in a language.
  package init(_ report: ProgrammeReport, _ words: ReportWords) {
    language = words.language.rawValue
    title = words.title(report)
    documentTitle = title
    summary = words.summary(report)
    contentsHeading = words.said(en: "Contents", fr: "Sommaire")
    sections = words.sections(report).map { Section($0, words) }
    rule = words.groupRule
  }

  /// The page.
  package var html: String { Self.templates.page("report", self) }

  private static let templates = PageTemplates([
    "report": PackageResources.report_mustache, "plot": PackageResources.plot_mustache,
    "reportLook": PackageResources.report_css,
  ])
}

extension ReportPage.Section {
  init(_ section: ReportSection, _ words: ReportWords) {
    self.init(
      anchor: section.id, heading: section.heading, notes: section.notes,
      caption: words.said(en: "The numbers: ", fr: "Les chiffres\u{A0}: ") + section.heading.lowercasedFirst,
      plot: section.plot.map { ReportPage.Plot($0, section.heading, words) },
      columns: section.columns,
      rows: section.rows.map { ReportPage.Row(name: $0.first ?? "", cells: Array($0.dropFirst())) })
  }
}

extension ReportPage.Plot {
  private static let patterns = ["solid", "hatched", "dotted"]
  private static let barHeight = 15
  private static let gap = 3
  /// The room for the longest bar, in percent; the rest is for the words behind it.
  private static let room = 72

  init(_ plot: ReportSection.Plot, _ heading: String, _ words: ReportWords) {
    let step = Self.barHeight + Self.gap
    let groups = plot.groups.map { group in
      ReportPage.Group(
        label: group.label, height: group.bars.count * step + 1,
        bars: group.bars.enumerated().map { index, bar in
          let tenths = (bar.value ?? 0) * Self.room * 10 / max(1, plot.full)
          return ReportPage.Bar(
            pattern: Self.patterns[index % Self.patterns.count], top: index * step + 1, baseline: index * step + 13,
            width: "\(tenths / 10).\(tenths % 10)", text: bar.text)
        })
    }
    self.init(
      summary: words.said(
        en: "Bar chart: \(heading.lowercasedFirst). The table below holds the same numbers.",
        fr: "Diagramme en barres\u{A0}: \(heading.lowercasedFirst). Le tableau ci-dessous donne les mêmes chiffres."),
      hasLegend: !plot.series.isEmpty,
      legend: plot.series.enumerated().map {
        ReportPage.Key(pattern: Self.patterns[$0 % Self.patterns.count], name: $1)
      },
      groups: groups)
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
