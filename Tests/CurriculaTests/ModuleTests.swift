import Bilingual
import CurriculumModel
import Testing

/// Each module has what two people need to run it from the sheet.
struct ModuleTests {
  private let modules: [Module]

  init() throws {
    modules = try ShippedLibrary.library().modulesInOrder
  }

  private func expectOfEach(_ holds: (Module) throws -> Bool) rethrows {
    #expect(try modules.filter { try !holds($0) }.map(\.id) == [])
  }

  @Test func thereAreFifteenOfEachTheme() {
    let themes = Dictionary(grouping: modules, by: \.theme).mapValues(\.count)
    #expect(themes == ["digital-tools": 15, "leadership": 15, "social-media": 15])
  }

  @Test func minutesAddUp() {
    expectOfEach { module in module.activities.reduce(.zero) { $0 + $1.minutes } == module.time.together }
  }

  @Test func eachActivityTellsBothWhatToDo() {
    expectOfEach { module in
      module.activities.allSatisfy { activity in
        Partner.allCases.allSatisfy { activity.instructions[$0]?[.french]?.isEmpty == false }
      }
    }
  }

  @Test func questionsGoBothWays() {
    expectOfEach { module in
      Set(module.activities.flatMap(\.prompts).map(\.from)) == Set(Partner.allCases)
    }
  }

  @Test func eachObjectiveHasACheck() {
    expectOfEach { module in
      Set(module.objectives.map(\.id)) == Set(module.checks.all.flatMap(\.objectives))
        && module.checks.needed == module.checks.all.count
    }
  }

  @Test func menteesHaveObjectives() {
    expectOfEach { module in
      Set(module.direction.mentees).isSubset(of: module.objectives.flatMap(\.audience.members))
    }
  }

  @Test func aReviewIsDueAsSoonAsItsSubjectChanges() throws {
    try expectOfEach { module in
      let published = try #require(module.lifecycle.published)
      let review = try #require(module.lifecycle.reviewBy)
      let months =
        switch try #require(module.lifecycle.volatility) {
        case .low: 24
        case .medium: 12
        case .high: 6
        }
      return published < review && review <= published.adding(months: months)
    }
  }

  @Test func itCanBeRunFromAfar() {
    expectOfEach { module in module.variants.contains { $0.when == "remote" } }
  }

  @Test func whatToPrepareWhatStaysInTheRoomAndWhatHelpsAreSaid() {
    expectOfEach { module in
      !module.preparations.isEmpty && !module.privacy.versions.isEmpty && !module.serves.isEmpty
        && !(module.accessibility.isEmpty && module.activities.allSatisfy(\.accessibility.isEmpty))
    }
  }

  /// What a pair does as a pair cannot have been learnt elsewhere; anything else can.
  @Test func whatWasLearntElsewhereIsAccepted() {
    expectOfEach { module in module.priorLearning.isEmpty == (module.countsFor == .pair) }
  }

  @Test func everyCardIsUsed() throws {
    let used = Set(modules.flatMap(\.activities).flatMap(\.cards))
    #expect(try ShippedLibrary.library().cards.keys.filter { !used.contains($0) }.sorted() == [])
  }
}
