import Bilingual
import CurriculumModel
import DomainWords

/// How large the library is, and how much of each framework it teaches.
struct LibraryFiguresReport {
  let workspace: OpenWorkspace
  let figures: LibraryFigures
  /// The frameworks in order of identifier.
  let coverages: [FrameworkCoverage]

  init(workspace: OpenWorkspace) {
    self.workspace = workspace
    figures = workspace.library.figures
    coverages = workspace.library.frameworks.values.sorted { $0.id < $1.id }.map(workspace.library.coverage(of:))
  }

  /// The figures for a terminal: themes by directions, then frameworks.
  var text: String {
    var lines = TextLayout.heading(workspace.words(workspace.library.programme.title))
    lines += TextLayout.wrap(
      spokenLanguage.list([
        spokenLanguage.count(figures.total.modules, .modules)
          + " (\(hours(figures.total.minutes)))",
        spokenLanguage.count(figures.cards, .cards), spokenLanguage.count(figures.curricula, .curricula),
        spokenLanguage.count(figures.certificates, .certificates),
      ]))
    lines += [""] + TextLayout.table([heading] + figures.rows.map(row) + [sum])
    guard let example = mostNamed else {
      return
        (lines + [""]
        + TextLayout.wrap(
          said(
            en:
              "No framework of competences yet: its document goes into ‘frameworks’, and objectives name what it lists.",
            fr:
              "Aucun référentiel de compétences encore\u{A0}: son document va dans «\u{A0}frameworks\u{A0}», et les objectifs nomment ce qu’il énumère."
          ))).joined(separator: "\n")
    }
    lines += ["", said(en: "Competences taught, by framework:", fr: "Compétences enseignées, par référentiel\u{A0}:")]
    lines += TextLayout.table(
      coverages.map { coverage in
        [
          "  " + coverage.framework.id.rawValue, workspace.words(coverage.framework.title),
          said(
            en: "\(coverage.taught) of \(coverage.lines.count)", fr: "\(coverage.taught) sur \(coverage.lines.count)"),
        ]
      })
    let command = "passerelle coverage \(example.framework.id)"
    lines += ["", said(en: "More about one: \(command)", fr: "En détail\u{A0}: \(command)")]
    return lines.joined(separator: "\n")
  }

  /// The members of `coverage --format json` without a framework.
  var record: LibraryFiguresRecord {
    LibraryFiguresRecord(
      modules: figures.total.modules, minutes: figures.total.minutes.count, cards: figures.cards,
      curricula: figures.curricula, certificates: figures.certificates,
      themes: figures.rows.map { row in
        .init(
          theme: row.theme.id.rawValue, name: workspace.words(row.theme.name), modules: row.total.modules,
          minutes: row.total.minutes.count,
          directions: Direction.allCases.map { direction in
            let amount = row.directions[direction] ?? .init()
            return .init(direction: direction.rawValue, modules: amount.modules, minutes: amount.minutes.count)
          })
      },
      frameworks: coverages.map {
        .init(framework: $0.framework.id.rawValue, taught: $0.taught, competences: $0.lines.count)
      })
  }

  /// The framework that modules name most, for an example.
  private var mostNamed: FrameworkCoverage? {
    func named(_ coverage: FrameworkCoverage) -> Int { coverage.lines.flatMap(\.teaching).count { $0.through == nil } }
    return coverages.max { named($0) < named($1) }
  }

  private var heading: [String] {
    [said(en: "Theme", fr: "Thème")]
      + Direction.allCases.map { direction in
        switch direction {
        case .juniorToSenior: said(en: "junior mentors", fr: "junior mentor")
        case .seniorToJunior: said(en: "senior mentors", fr: "senior mentor")
        case .mutual: said(en: "both learn", fr: "mutuel")
        }
      } + [said(en: "together", fr: "ensemble")]
  }

  private func row(_ row: LibraryFigures.Row) -> [String] {
    [workspace.words(row.theme.name)] + Direction.allCases.map { cell(row.directions[$0] ?? .init()) }
      + [cell(row.total)]
  }

  private var sum: [String] {
    [said(en: "All", fr: "Tous")]
      + Direction.allCases.map { direction in
        let amounts = figures.rows.compactMap { $0.directions[direction] }
        return cell(amounts.map(\.modules).reduce(0, +), amounts.map(\.minutes).reduce(.zero, +))
      } + [cell(figures.total)]
  }

  private func cell(_ amount: LibraryFigures.Amount) -> String { cell(amount.modules, amount.minutes) }

  private func cell(_ modules: Int, _ minutes: Minutes) -> String {
    modules == 0 ? "–" : "\(modules) · \(hours(minutes))"
  }

  /// "12 h 45", as both languages can read it.
  private func hours(_ minutes: Minutes) -> String {
    let rest = minutes.count % 60
    return "\(minutes.count / 60)\u{A0}h" + (rest == 0 ? "" : "\u{A0}\(rest < 10 ? "0" : "")\(rest)")
  }
}

/// The members of `coverage --format json`.
struct LibraryFiguresRecord: Encodable {
  struct Theme: Encodable {
    let theme: String
    let name: String
    let modules: Int
    let minutes: Int
    let directions: [Share]
  }

  struct Share: Encodable {
    let direction: String
    let modules: Int
    let minutes: Int
  }

  struct Reach: Encodable {
    let framework: String
    let taught: Int
    let competences: Int
  }

  let modules: Int
  let minutes: Int
  let cards: Int
  let curricula: Int
  let certificates: Int
  let themes: [Theme]
  let frameworks: [Reach]
}
