import Bilingual
import CurriculumModel
import ProgrammeModel

extension EventPayload {
  /// Whom the event is about; the name of its pair is looked up by key.
  func subject(named name: (PairKey) throws -> Identifier<Pair>) throws -> Event.Subject {
    let pair = try pair.map { try name(try universalID($0)) }
    if let person { return .person(try universalID(person), in: pair) }
    return .pair(try some(pair), junior: try universalID(junior), senior: try universalID(senior))
  }

  /// Who says so.
  func attestation() throws -> Event.Attestation {
    Event.Attestation(
      role: try some(.init(rawValue: role)), ground: try some(.init(rawValue: ground)),
      person: try attestant.map { try universalID($0) })
  }

  /// What happened; the reason is empty where its text is no longer there.
  func kind(reason text: String?) throws -> Event.Kind {
    let reason = self.reason.map { _ in text ?? "" }
    switch kind {
    case "enrolled":
      return .enrolled(curriculum: Identifier(try some(curriculum)), goals: try some(goals).map { Identifier($0) })
    case "session-held":
      return .sessionHeld(
        number: number, minutes: Minutes(try some(minutes, in: 0...Int(Int32.max))),
        planned: try planned.map { Minutes(try some($0, in: 0...Int(Int32.max))) })
    case "session-missed": return .sessionMissed
    case "completed": return .completed(try run())
    case "passed": return .passed(try run(), override: reason)
    case "failed": return .failed(try run())
    case "recognised": return .recognised(try prior(), because: try some(.init(rawValue: try some(because))))
    case "wished": return .wished(Event.Wish(try some(.init(rawValue: try some(stance))), Identifier(try some(module))))
    case "wish-withdrawn": return .wishWithdrawn(Identifier(try some(module)))
    case "planned": return .planned(KnownPlan(try some(steps).map { try some(KnownPlan.Step($0)) }))
    case "described":
      return .described(
        Profile(
          wants: try some(wants).map { try some(LevelledCompetence($0)) },
          haves: try some(haves).map { try some(LevelledCompetence($0)) },
          superior: try superior.map { try universalID($0) }))
    case "assessed":
      return .assessed(
        SelfAssessment(stage: try some(.init(rawValue: try some(stage))), answers: try some(answers).map(answer)))
    case "agreed": return .agreed(try contract())
    case "withdrawn": return .withdrawn(reason: reason)
    case "voided":
      return .voided(
        target: try universalID(target), reason: try some(reason),
        replacement: try replacement.map { try universalID($0) })
    case "certificate-issued": return .certificateIssued(try award())
    case "revoked": return .revoked(credential: try universalID(credential), reason: try some(reason))
    case "superseded": return .superseded(credential: try universalID(credential), by: try universalID(replacement))
    default: throw UnreadableRow()
    }
  }

  private func run() throws -> Run {
    Run(
      module: Identifier(try some(module)), version: try some(SemanticVersion(try some(version))),
      digest: try some(digest), registration: try universalID(registration))
  }

  private func prior() throws -> Event.Prior {
    if module != nil { return .module(try run()) }
    let reference = CompetenceReference(framework: Identifier(try some(framework)), code: try some(code))
    return .competence(LevelledCompetence(reference, level: try some(level, in: 0...Int(Int32.max))))
  }

  private func answer(_ text: String) throws -> SelfAssessment.Answer {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw UnreadableRow() }
    return .init(try some(CompetenceReference(parts[0])), rating: try some(Int(parts[1])))
  }

  private func contract() throws -> Contract {
    Contract(
      everyWeeks: everyWeeks, minutes: try minutes.map { Minutes(try some($0, in: 0...Int(Int32.max))) },
      place: try place.map { try some(.init(rawValue: $0)) }, makeUpDays: makeUpDays,
      dates: try (dates ?? []).map { try some(CalendarDay(iso: $0)) })
  }

  private func award() throws -> Event.Award {
    Event.Award(
      certificate: Identifier(try some(certificate)), credential: try universalID(credential),
      digest: try some(digest), validUntil: validUntil.map { Moment(milliseconds: $0) },
      statusIndex: statusIndex)
  }

  private func universalID<Entity>(_ text: String?) throws -> UniversalID<Entity> {
    try some(UniversalID<Entity>(try some(text)))
  }

  /// A number on which nothing can overflow.
  private func some(_ value: Int?, in range: ClosedRange<Int>) throws -> Int {
    guard let value, range.contains(value) else { throw UnreadableRow() }
    return value
  }

  private func some<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw UnreadableRow() }
    return value
  }
}
