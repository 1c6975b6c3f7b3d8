internal import CurriculumModel
internal import ProgrammeModel

/// How people judged themselves in pairs, by person and stage; each person counts once, whatever the number of pairs.
struct Assessments {
  private var ratings: [PersonKey: [SelfAssessment.Stage: [CompetenceReference: [Int]]]] = [:]

  /// The answers given in these pairs.
  init(in pairs: [ReportedPair]) {
    for pair in pairs {
      for person in pair.people {
        for assessment in pair.progress.person(person).assessments where assessment.pair == pair.pair.id {
          for answer in assessment.answers.answers {
            ratings[person, default: [:]][assessment.answers.stage, default: [:]][answer.competence, default: []]
              .append(answer.rating)
          }
        }
      }
    }
  }

  /// All competences that somebody judged.
  var competences: Set<CompetenceReference> {
    Set(ratings.values.flatMap { $0.values.flatMap(\.keys) })
  }

  /// Each person's mean at a stage, over the competences among these that they judged.
  func means(_ stage: SelfAssessment.Stage, _ competences: Set<CompetenceReference>) -> [PersonKey: Hundredths] {
    ratings.compactMapValues { stages in
      Hundredths(mean: (stages[stage] ?? [:]).filter { competences.contains($0.key) }.flatMap(\.value))
    }
  }

  /// Each person's change from start to end, over the competences among these that they judged at both.
  func changes(_ competences: Set<CompetenceReference>) -> [PersonKey: Hundredths] {
    ratings.compactMapValues { stages in
      let (start, end) = (stages[.start] ?? [:], stages[.end] ?? [:])
      let both = competences.filter { start[$0] != nil && end[$0] != nil }
      guard let first = Hundredths(mean: both.flatMap { start[$0] ?? [] }),
        let last = Hundredths(mean: both.flatMap { end[$0] ?? [] })
      else { return nil }
      return last - first
    }
  }
}
