import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel

/// An invented organisation: pairs that meet, week after week, and pass modules.
///
/// The same for the same numbers.
struct Organisation {
  private let people: [Person]
  private let pairs: [Pair]

  /// So many pairs, of people of their own.
  init(pairs count: Int) {
    var generator = Numbers(state: 42)
    people = (0..<(2 * count)).map { number in
      Person(
        key: PersonKey(randomUsing: &generator), handle: Identifier("p\(number)"), name: "Person \(number)",
        language: LanguageTag("en"))
    }
    pairs = (0..<count).map { [people] number in
      Pair(
        id: Identifier("pair-\(number)"), junior: people[2 * number].key, senior: people[2 * number + 1].key,
        curriculum: "digital-presence")
    }
  }

  /// Adds the people.
  func join(_ ledger: Ledger) throws {
    var generator = Numbers(state: 7)
    try ledger.add(people, using: &generator)
  }

  /// Tells so many events, in order of time: enrolments, then for each pair in turn a session or what somebody passed.
  func tell(_ count: Int, from start: Int64 = 1_700_000_000_000, _ take: (Event) throws -> Void) rethrows {
    var generator = Numbers(state: UInt64(bitPattern: start))
    for number in 0..<count {
      let pair = pairs[number % pairs.count]
      let turn = number / pairs.count
      let moment = Moment(milliseconds: start + Int64(number) * 100)
      let kind: Event.Kind
      let subject: Event.Subject
      switch turn {
      case 0: (kind, subject) = (.enrolled(curriculum: pair.curriculum, goals: pair.goals), .pair(pair))
      case let turn where turn % 4 == 1:
        (kind, subject) = (.sessionHeld(number: turn, minutes: Minutes(60), planned: nil), .pair(pair))
      default:
        let run = Run(
          module: Identifier("module-\(turn)"), version: SemanticVersion(1, 0, 0), digest: Self.digest,
          registration: RegistrationID(at: moment, using: &generator))
        kind = turn % 4 == 2 ? .failed(run) : .passed(run, override: nil)
        subject = .person(pair.senior, in: pair.id)
      }
      try take(
        Event(
          id: Event.ID(at: moment, using: &generator), occurredAt: moment, recordedAt: moment, subject: subject,
          attestation: .init(role: .junior, person: pair.junior), kind: kind))
    }
  }

  private static let digest = "sha256:" + String(repeating: "5e", count: 32)
}

/// Numbers that follow from a seed (SplitMix64).
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
