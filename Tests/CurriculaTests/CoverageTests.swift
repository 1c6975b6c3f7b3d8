import CurriculumModel
import Testing

/// What the shipped library teaches, counted apart from the program.
struct CoverageTests {
  private let library: Library

  init() throws {
    library = try ShippedLibrary.library()
  }

  private func coverage(_ id: String) throws -> FrameworkCoverage {
    library.coverage(of: try #require(library.frameworks[Identifier(id)]))
  }

  /// The gap is real: no module is about citizenship, the environment, repairs or choosing a tool for a need.
  @Test func digCompHasTheGapsThatAreKnown() throws {
    #expect(try coverage("digcomp-3.0").missing.map(\.code) == ["2.3", "4.4", "5.1", "5.2"])
  }

  @Test func eachAlignmentIsCounted() throws {
    for framework in library.frameworks.values {
      for line in library.coverage(of: framework).lines {
        let named = library.offeredModules.filter { module in
          module.objectives.contains { objective in
            objective.competences.contains {
              $0.competence == CompetenceReference(framework: framework.id, code: line.competence.code)
            }
          }
        }
        #expect(line.teaching.filter { $0.through == nil }.map(\.module).sorted() == named.map(\.id))
      }
    }
  }

  /// No module names DigComp 2.2; the crosswalk carries over what it teaches in 3.0.
  @Test func theCrosswalkCarriesCoverageOver() throws {
    let (old, new) = (try coverage("digcomp-2.2"), try coverage("digcomp-3.0"))
    #expect(old.missing.map(\.code) == new.missing.map(\.code))
    #expect(old.lines.flatMap(\.teaching).allSatisfy { $0.through?.framework == "digcomp-3.0" })
    #expect(old.lines.first { $0.competence.code == "2.5" }?.highestLevel == 5)
  }

  @Test func figuresAddUp() throws {
    let figures = library.figures
    #expect(figures.total.modules == 45)
    #expect(figures.rows.map(\.total.modules) == [15, 15, 15])
    for row in figures.rows {
      #expect(row.directions.values.map(\.modules).reduce(0, +) == row.total.modules)
      #expect(row.directions.values.map(\.minutes).reduce(.zero, +) == row.total.minutes)
    }
    #expect(
      figures.total.minutes == library.modules.values.flatMap(\.activities).map(\.minutes).reduce(.zero, +))
  }
}
