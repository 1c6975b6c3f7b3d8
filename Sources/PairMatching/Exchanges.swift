import CurriculumModel
import ProgrammeModel

/// What each junior and each senior would give each other, and what keeps them apart.
///
/// There are millions of twos where there are thousands of people, so competences, languages and people are numbered
/// first.
struct Exchanges {
  /// An exchange in which both gain.
  struct Exchange {
    /// How much, together.
    let points: Int
    /// What keeps the two apart; nil where nothing does.
    let bar: Matching.Bar?
  }

  private let columns: Int
  /// The points of each two, row by row; 0 where one of them gains nothing.
  private var points: [Int]
  /// What keeps each two apart, row by row.
  private var bars: [Matching.Bar?]

  /// The exchanges of a problem, juniors as rows and seniors as columns.
  ///
  /// O(j · s · w) for w wants.
  init(of problem: MatchingProblem) {
    let (juniors, seniors) = (problem.juniors, problem.seniors)
    columns = seniors.count
    let competences = Set((juniors + seniors).flatMap { $0.wants + $0.haves }.map(\.competence)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: competences.enumerated().map { ($1, $0) })
    let (left, right) = (juniors.map { Offer($0, numbers) }, seniors.map { Offer($0, numbers) })
    points = []
    points.reserveCapacity(juniors.count * seniors.count)
    for junior in left {
      for senior in right {
        let (learnt, given) = (junior.points(from: senior), senior.points(from: junior))
        points.append(learnt == 0 || given == 0 ? 0 : learnt + given)
      }
    }
    bars = Array(repeating: nil, count: points.count)
    bar(problem)
  }

  /// The exchange of a junior and a senior; nil where one of them would gain nothing.
  subscript(row: Int, column: Int) -> Exchange? {
    let place = row * columns + column
    return points[place] == 0 ? nil : Exchange(points: points[place], bar: bars[place])
  }

  /// What pairing the two is worth; nil where they cannot be paired.
  func value(_ row: Int, _ column: Int) -> Int? {
    let place = row * columns + column
    return points[place] == 0 || bars[place] != nil ? nil : points[place]
  }

  /// Says what keeps people apart, the weightiest reason last, because it stays.
  private mutating func bar(_ problem: MatchingProblem) {
    let (juniors, seniors) = (problem.juniors, problem.seniors)
    for (row, junior) in juniors.enumerated() {
      for (column, senior) in seniors.enumerated() {
        if !problem.acrossLanguages && junior.language != senior.language {
          bars[row * columns + column] = .language
        } else if junior.room == 0 || senior.room == 0 {
          bars[row * columns + column] = .noRoom
        }
      }
    }
    let rows = Dictionary(uniqueKeysWithValues: juniors.enumerated().map { ($1.id, $0) })
    let places = Dictionary(uniqueKeysWithValues: seniors.enumerated().map { ($1.id, $0) })
    func set(_ bar: Matching.Bar, _ junior: Identifier<Person>, _ senior: Identifier<Person>) {
      guard let row = rows[junior], let column = places[senior] else { return }
      bars[row * columns + column] = bar
    }
    for two in problem.existing { set(.existingPair, two.junior, two.senior) }
    for junior in juniors { for superior in junior.superiors { set(.reportingLine, junior.id, superior) } }
    for senior in seniors { for superior in senior.superiors { set(.reportingLine, superior, senior.id) } }
  }
}

/// What somebody wants and has, with competences as numbers.
private struct Offer {
  private let wants: [(competence: Int, level: Int, whole: Int)]
  /// The level of each competence; below 0 where the person has it not.
  private let levels: [Int]

  init(_ candidate: Candidate, _ numbers: [CompetenceReference: Int]) {
    wants = candidate.wants.enumerated().compactMap { place, wanted in
      numbers[wanted.competence].map { ($0, wanted.level, Candidate.wholePoints(place)) }
    }
    var levels = [Int](repeating: -1, count: numbers.count)
    for had in candidate.haves {
      if let number = numbers[had.competence] { levels[number] = max(levels[number], had.level) }
    }
    self.levels = levels
  }

  /// The points of what this person gains from another: the sum over `Candidate.gains`.
  func points(from other: Offer) -> Int {
    var sum = 0
    for wanted in wants where other.levels[wanted.competence] >= 0 {
      sum += Candidate.points(
        wanted.whole, for: wanted.level, given: min(other.levels[wanted.competence], wanted.level))
    }
    return sum
  }
}
