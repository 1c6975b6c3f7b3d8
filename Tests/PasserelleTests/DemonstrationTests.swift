import Testing

/// The demonstration on the curricula as they are shipped, house rules included: what `make demo` types.
struct DemonstrationTests {
  @Test func theShippedCurriculaGoTheWholeWay() throws {
    let workspace = try Workspace()
    let ending = try workspace.run(["demo", "--now", Workspace.now])
    #expect(ending.status == 0 && ending.output.contains("certificate verify"), "\(ending.words)")
  }
}
