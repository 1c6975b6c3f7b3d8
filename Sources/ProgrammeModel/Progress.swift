package import Bilingual
package import CurriculumModel

/// How things stood at a moment: what people had passed, what pairs had done, which certificates were issued.
///
/// A failed check is kept as a fact and counts for nothing.
package struct Progress: Equatable, Sendable {
  /// The moment.
  package let moment: Moment
  /// What is known of people, by key; nobody is listed of whom nothing is told.
  package let people: [PersonKey: PersonProgress]
  /// What is known of pairs.
  package let pairs: [Identifier<Pair>: PairProgress]
  /// The certificates, in order of issue.
  package let certificates: [IssuedCertificate]
  /// The events that do not count, and why.
  package let disregarded: [Event.ID: Disregard]

  /// Why an event does not count.
  package enum Disregard: Hashable, Sendable {
    /// Another event says that it never happened so.
    case voided(by: Event.ID)
    /// It voids a void, which nothing can.
    case voidOfVoid
    /// It voids an event about other people.
    case voidOfOthers
    /// It tells of a pair what only a person can do, or the other way round.
    case unfitSubject
    /// Its run was passed before.
    case passedBefore
    /// Its run was completed before.
    case completedBefore
    /// It fails a run that was passed before.
    case failedAfterPassed
    /// The person had judged themselves at this stage of the pair's way before.
    case assessedBefore
    /// Its pair had begun before.
    case enrolledBefore
    /// Its credential had been issued before.
    case issuedBefore
  }

  /// What a person has, nothing where nothing is told.
  package func person(_ key: PersonKey) -> PersonProgress {
    people[key] ?? PersonProgress()
  }

  /// What a pair has done, nothing where nothing is told.
  package func pair(_ id: Identifier<Pair>) -> PairProgress {
    pairs[id] ?? PairProgress(id: id)
  }

  /// The certificates of a pair, whoever of the two holds them, in order of issue.
  package func certificates(of pair: Identifier<Pair>) -> [IssuedCertificate] {
    certificates.filter { $0.pair == pair }
  }

  /// What the two of a pair already have, as plans and conditions ask for it.
  ///
  /// What this pair has passed together counts for good; what either has from elsewhere, as long as it holds.
  package func attainments(of pair: Pair) -> Attainments {
    let together = Set(self.pair(pair.id).together.map(\.module))
    var modules: [Partner: Set<Identifier<Module>>] = [:]
    var competences: [Partner: Set<LevelledCompetence>] = [:]
    for partner in Partner.allCases {
      let person = person(pair[partner])
      let held = person.modules.filter { $0.value.holds(at: moment) }.keys
      modules[partner] = Set(held).subtracting(together)
      competences[partner] = Set(person.competences.map(\.competence))
    }
    return Attainments(
      modules: modules.filter { !$0.value.isEmpty }, competences: competences.filter { !$0.value.isEmpty },
      together: together)
  }
}
