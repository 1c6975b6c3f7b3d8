internal import Bilingual
internal import CurriculumModel
internal import PathPlanning
internal import ProgrammeModel

/// A report as a table for spreadsheets and statistics: one number a line, in the vocabulary's tokens.
package enum ReportTable {
  /// The names of the columns.
  package static let columns = ["section", "subject", "measure", "value", "people", "withheld"]

  /// The lines, without the first.
  package static func rows(of report: ProgrammeReport) -> [[String]] {
    var rows: [[String]] = []
    func add(_ section: String, _ subject: String, _ measure: String, _ value: String) {
      rows.append([section, subject, measure, value, "", ""])
    }
    func add<Value>(
      _ section: String, _ subject: String, _ measure: String, _ figure: GroupFigure<Value>, _ value: (Value) -> String
    ) {
      switch figure {
      case .told(let told, let people): rows.append([section, subject, measure, value(told), "\(people)", ""])
      case .withheld(let reason): rows.append([section, subject, measure, "", "", reason.rawValue])
      case .nobody: rows.append([section, subject, measure, "", "0", ""])
      }
    }
    for state in PairStanding.State.allCases { add("pairs", state.rawValue, "pairs", "\(report.states[state] ?? 0)") }
    for month in report.months {
      let name = String(month.first.iso.prefix(7))
      add("sessions", name, "held", "\(month.held)")
      add("sessions", name, "missed", "\(month.missed)")
    }
    for direction in [Direction.juniorToSenior, .seniorToJunior, .mutual] {
      add("balance", direction.rawValue, "minutes", report.balance) { "\($0[direction].count)" }
    }
    add("balance", "return-share", "percent", report.balance) { "\($0.share.percent ?? 0)" }
    for line in report.areas {
      let area = line.area.token
      add("competences", area, "competences-per-person", line.gain) { $0.competences.decimal }
      add("competences", area, "levels-per-person", line.gain) { $0.levels?.decimal ?? "" }
      for stage in SelfAssessment.Stage.allCases {
        if let figure = line.stages[stage] { add("self-assessments", area, stage.rawValue, figure, \.decimal) }
      }
      add("self-assessments", area, "change", line.change, \.decimal)
    }
    for line in report.advantages {
      add("advantages", line.advantage.rawValue, "minutes", line.work) { "\($0.minutes.count)" }
      add("advantages", line.advantage.rawValue, "percent", line.work) { "\($0.percent)" }
      add("advantages", line.advantage.rawValue, "self-assessment-change", line.change, \.decimal)
    }
    for line in report.modules {
      add("modules", line.module.rawValue, "passed", "\(line.passed)")
      add("modules", line.module.rawValue, "next", "\(line.next)")
      add("modules", line.module.rawValue, "changed", "\(line.changed)")
      if let day = line.reviewPassed { add("modules", line.module.rawValue, "review-by", day.iso) }
    }
    add("expiring", "soon", "count", "\(report.expiring.soon)")
    add("expiring", "over", "count", "\(report.expiring.over)")
    return rows
  }
}

extension CompetenceArea {
  /// `digcomp-3.0:2`, and without areas `crcn`.
  var token: String { code.map { "\(framework):\($0)" } ?? framework.rawValue }
}

extension Hundredths {
  /// `2.4`, as programs read it.
  var decimal: String { "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)" }
}
