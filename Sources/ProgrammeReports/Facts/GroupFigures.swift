internal import CurriculumModel
internal import ProgrammeModel

/// The figures of a report that are about groups of people.
struct GroupFigures {
  let pairs: [ReportedPair]
  /// The pairs of the programme that the report is not about.
  let others: [ReportedPair]
  let library: Library

  private let assessments: Assessments
  private let otherAssessments: Assessments
  private let gains: [PersonKey: Gains]
  private let otherGains: [PersonKey: Gains]

  init(pairs: [ReportedPair], others: [ReportedPair], library: Library) {
    self.pairs = pairs
    self.others = others
    self.library = library
    assessments = Assessments(in: pairs)
    otherAssessments = Assessments(in: others)
    gains = Self.gains(in: pairs, library)
    otherGains = Self.gains(in: others, library)
  }

  private static func gains(in pairs: [ReportedPair], _ library: Library) -> [PersonKey: Gains] {
    let people = Set(pairs.flatMap(\.people))
    return Dictionary(uniqueKeysWithValues: people.map { ($0, Gains(of: $0, in: pairs, library)) })
  }

  /// Who gave and who received.
  var balance: GroupFigure<Balance> {
    func people(_ pairs: [ReportedPair]) -> Set<PersonKey> {
      Set(pairs.filter { !$0.standing.progress.together.isEmpty }.flatMap(\.people))
    }
    return GroupFigure(people(pairs), rest: people(others)) {
      pairs.reduce(Balance.none) { $0 + $1.standing.balance }
    }
  }

  /// The areas in which somebody gained or judged something.
  var areas: [ProgrammeReport.AreaLine] {
    let competences = assessments.competences.union(gains.values.flatMap(\.levels.keys))
    let areas = Dictionary(grouping: competences) { CompetenceArea(of: $0, in: library) }
    return areas.compactMap { area, competences in area.map { ($0, Set(competences)) } }
      .sorted { $0.0 < $1.0 }
      .map { line(of: $0, Set(allCompetences(of: $0)).union($1)) }
  }

  private func allCompetences(of area: CompetenceArea) -> [CompetenceReference] {
    (library.frameworks[area.framework]?.competences ?? []).filter { $0.area == area.code }
      .map { CompetenceReference(framework: area.framework, code: $0.code) }
  }

  private func line(
    of area: CompetenceArea, _ competences: Set<CompetenceReference>
  ) -> ProgrammeReport.AreaLine {
    let hasLevels = (library.frameworks[area.framework]?.levels ?? 0) > 0
    let own = gains.mapValues { $0.levels.filter { competences.contains($0.key) } }.filter { !$0.value.isEmpty }
    let rest = otherGains.filter { $0.value.levels.keys.contains(where: competences.contains) }
    return ProgrammeReport.AreaLine(
      area: area,
      gain: GroupFigure(Set(own.keys), rest: Set(rest.keys)) {
        ProgrammeReport.Gain(
          competences: Hundredths(mean: own.values.map(\.count)) ?? Hundredths(0),
          levels: hasLevels ? Hundredths(mean: own.values.map { $0.values.reduce(0, +) }) : nil)
      },
      stages: Dictionary(
        uniqueKeysWithValues: SelfAssessment.Stage.allCases.map { stage in
          (stage, mean(assessments.means(stage, competences), otherAssessments.means(stage, competences)))
        }),
      change: mean(assessments.changes(competences), otherAssessments.changes(competences)))
  }

  private func mean(
    _ own: [PersonKey: Hundredths], _ rest: [PersonKey: Hundredths]
  ) -> GroupFigure<Hundredths> {
    GroupFigure(Set(own.keys), rest: Set(rest.keys)) { Hundredths(mean: Array(own.values)) ?? Hundredths(0) }
  }

  /// What was done for an advantage, and how people judge themselves in what it teaches.
  func line(of advantage: Advantage) -> ProgrammeReport.AdvantageLine {
    let serving = library.modules.values.filter { $0.serves.contains(advantage) }
    let ids = Set(serving.map(\.id))
    let taught = Set(serving.flatMap(\.objectives).flatMap(\.competences).map(\.competence))
    func people(_ pairs: [ReportedPair]) -> Set<PersonKey> {
      Set(pairs.filter { $0.standing.progress.together.contains { ids.contains($0.module) } }.flatMap(\.people))
    }
    return ProgrammeReport.AdvantageLine(
      advantage: advantage,
      work: GroupFigure(people(pairs), rest: people(others)) { work(of: ids) },
      change: mean(assessments.changes(taught), otherAssessments.changes(taught)))
  }

  private func work(of serving: Set<Identifier<Module>>) -> ProgrammeReport.AdvantageLine.Work {
    let passed = pairs.flatMap { $0.standing.progress.together.map(\.module) }
    func minutes(_ modules: [Identifier<Module>]) -> Minutes {
      modules.compactMap { library.modules[$0] }.reduce(.zero) { $0 + $1.time.together }
    }
    let own = minutes(passed.filter(serving.contains))
    return .init(minutes: own, percent: 100 * own.count / max(1, minutes(passed).count))
  }
}
