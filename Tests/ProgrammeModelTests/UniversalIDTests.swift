import Bilingual
import ProgrammeModel
import ProgrammeStories
import Testing

struct UniversalIDTests {
  @Test func timeLeadsAVersion7Identifier() {
    var generator = SplitMix64(seed: 7)
    let early = Event.ID(at: moment("2026-03-01T10:00:00.000Z"), using: &generator)
    let late = Event.ID(at: moment("2026-03-01T10:00:00.001Z"), using: &generator)
    #expect(early < late)
    #expect(early.version == 7)
    #expect(early.description.prefix(8) == "019ca8d7")
    #expect("89ab".contains(early.description.dropFirst(19).prefix(1)))
  }

  @Test func numbersOrderIdentifiersOfOneMillisecond() {
    var generator = SplitMix64(seed: 9)
    let at = moment("2026-03-01T10:00:00.000Z")
    let ids = [0, 1, 2, 200, 4095].map { Event.ID(at: at, number: $0, using: &generator) }
    #expect(ids == ids.sorted())
    #expect(ids.map { $0.number(at: at) } == [0, 1, 2, 200, 4095])
    #expect(ids[0].number(at: moment("2026-03-01")) == nil && ids[0].version == 7)
  }

  @Test func printingAndParsingAreInverse() {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<200 {
      let key = PersonKey(randomUsing: &generator)
      #expect(key.version == 4)
      #expect(PersonKey(key.description) == key)
      #expect(PersonKey(key.description.uppercased()) == key)
      #expect(PersonKey(bytes: key.bytes) == key)
    }
  }

  @Test func theExampleOfTheStandardIsRead() {
    // RFC 9562, appendix A.6.
    let id = Event.ID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    #expect(id?.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    #expect(id?.version == 7)
  }

  @Test(arguments: [
    "", "017f22e2", "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398f-", "017f22e-279b0-7cc3-98c4-dc0c0c07398f",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398é",
  ])
  func anythingElseIsRefused(text: String) {
    #expect(Event.ID(text) == nil)
  }
}
