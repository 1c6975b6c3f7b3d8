internal import CurriculumModel
internal import ProgrammeModel

/// What one person has gained in sessions, competence by competence.
struct Gains {
  /// The levels gained beyond what was recognised before; 1 in a framework without levels.
  private(set) var levels: [CompetenceReference: Int] = [:]

  /// What a person gained in pairs: the highest level that a module passed together brings, less the highest that was
  /// recognised.
  init(of person: PersonKey, in pairs: [ReportedPair], _ library: Library) {
    var before: [CompetenceReference: Int] = [:]
    for pair in pairs {
      guard let place = pair.pair.place(of: person) else { continue }
      let own = pair.progress.person(person)
      for held in own.competences.map(\.competence) { before.raise(held) }
      for (module, standing) in own.modules where !standing.recognitions.isEmpty {
        guard let module = library.modules[module], module.direction.mentees.contains(place) else { continue }
        for held in module.gained(by: place) { before.raise(held) }
      }
      for module in pair.standing.progress.together.compactMap({ library.modules[$0.module] }) {
        for held in module.gained(by: place) { levels.raise(held) }
      }
    }
    for (competence, level) in before {
      guard let gained = levels[competence] else { continue }
      levels[competence] = max(level, 1) >= gained ? nil : gained - level
    }
  }
}

extension Module {
  /// The competences that this module brings to one of the two.
  func gained(by partner: Partner) -> [LevelledCompetence] {
    objectives.filter { $0.audience.members.contains(partner) }.flatMap(\.competences)
  }
}

extension [CompetenceReference: Int] {
  /// Takes a competence at a level, or at 1 where its framework has none, unless a higher one is there.
  fileprivate mutating func raise(_ held: LevelledCompetence) {
    self[held.competence] = Swift.max(self[held.competence] ?? 0, Swift.max(held.level, 1))
  }
}
