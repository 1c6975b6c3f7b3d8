import Bilingual
import CompletionLedger
import CurriculumModel
import DomainWords
import PairMatching
import ProgrammeModel

/// The people of a ledger who may be paired, each in one place.
struct CandidatePool {
  /// The people by what one types for them.
  let people: [Identifier<Person>: Person]
  /// The candidates by place, in order of identifier.
  let candidates: [Partner: [Candidate]]
  /// The people who told neither what they want nor what they have, in order of identifier.
  let silent: [Identifier<Person>]
  /// The pairs under way.
  let existing: Set<MatchingProblem.Two>

  /// Reads the pool as of a moment.
  ///
  /// Who is named in `placed` stands there; who is in a pair already stands where they are; everybody else stands where
  /// they can give more of what the library teaches: as a junior what juniors teach in it, as a senior what seniors do.
  init(
    ledger: Ledger, library: Library, now: Moment, atMost: Int, placed: [Partner: [String]]
  ) throws {
    let known = try ledger.people()
    people = Dictionary(uniqueKeysWithValues: known.map { ($0.handle, $0) })
    var named: [PersonKey: Partner] = [:]
    for (place, handles) in placed {
      for handle in handles { named[try ledger.knownPerson(handle).key] = place }
    }
    let progress = try ledger.history(of: known.map(\.key)).progress(asOf: now, under: ModuleTerms(of: library))
    let pairs = try ledger.pairs().filter { progress.pair($0.id).ended == nil }
    let handles = Dictionary(uniqueKeysWithValues: known.map { ($0.key, $0.handle) })
    existing = Set(
      pairs.compactMap { pair in
        guard let junior = handles[pair.junior], let senior = handles[pair.senior] else { return nil }
        return MatchingProblem.Two(junior: junior, senior: senior)
      })
    for person in known.map(\.key) {
      guard let place = named[person] else { continue }
      let count = pairs.count { $0.place(of: person) != nil }
      if count >= atMost, let handle = handles[person] { throw Self.noRoom(handle, place, count, atMost) }
    }
    let profiles = Dictionary(uniqueKeysWithValues: known.map { ($0.key, progress.person($0.key).profile) })
    let teaching = TeachingShare(library)
    var candidates: [Partner: [Candidate]] = [.junior: [], .senior: []]
    var silent: [Identifier<Person>] = []
    for person in known {
      guard let profile = profiles[person.key] ?? nil, !(profile.wants.isEmpty && profile.haves.isEmpty) else {
        silent.append(person.handle)
        continue
      }
      let own = pairs.filter { $0.place(of: person.key) != nil }
      let place = named[person.key] ?? own.first?.place(of: person.key) ?? teaching.place(of: profile)
      candidates[place, default: []].append(
        Candidate(
          id: person.handle, language: person.language, wants: profile.wants, haves: profile.haves,
          superiors: Set(Self.chain(above: person.key, profiles).compactMap { handles[$0] }),
          room: max(0, atMost - own.count)))
    }
    self.candidates = candidates
    self.silent = silent
  }

  private static func noRoom(
    _ person: Identifier<Person>, _ place: Partner, _ count: Int, _ atMost: Int
  ) -> CommandFailure {
    CommandFailure(
      .usage,
      Wording { language in
        let (name, pairs) = (language.quote(person.rawValue), language.count(count, .pairs))
        return Wording(
          en: "\(name) is in \(pairs) already, and --at-most \(atMost) leaves no room",
          fr: "\(name) est déjà dans \(pairs), et --at-most \(atMost) ne laisse pas de place")[language]
      },
      remedies: [
        Wording(
          en: "allow more with --at-most \(count + 1), or leave out --\(place.rawValue) \(person)",
          fr: "en permettre davantage avec --at-most \(count + 1), ou retirer --\(place.rawValue) \(person)")
      ])
  }

  /// The question whom to pair.
  func problem(acrossLanguages: Bool) -> MatchingProblem {
    MatchingProblem(
      juniors: candidates[.junior] ?? [], seniors: candidates[.senior] ?? [], existing: existing,
      acrossLanguages: acrossLanguages)
  }

  /// Everybody to whom somebody reports, if only through others; a circle is followed once.
  private static func chain(above person: PersonKey, _ profiles: [PersonKey: Profile?]) -> Set<PersonKey> {
    var found: Set<PersonKey> = []
    var next = profiles[person]??.superior
    while let superior = next, found.insert(superior).inserted { next = profiles[superior]??.superior }
    return found.subtracting([person])
  }
}

/// What juniors and what seniors teach in a library.
private struct TeachingShare {
  private let competences: [Partner: Set<CompetenceReference>]

  init(_ library: Library) {
    func taught(_ direction: Direction) -> Set<CompetenceReference> {
      Set(
        library.offeredModules.filter { $0.direction == direction }
          .flatMap { module in
            module.objectives.filter { !Set($0.audience.members).isDisjoint(with: direction.mentees) }
          }
          .flatMap(\.competences).map(\.competence))
    }
    competences = [.junior: taught(.juniorToSenior), .senior: taught(.seniorToJunior)]
  }

  /// Where somebody can give more; as a junior where it is the same.
  func place(of profile: Profile) -> Partner {
    func share(_ place: Partner) -> Int {
      profile.haves.count { competences[place]?.contains($0.competence) ?? false }
    }
    return share(.senior) > share(.junior) ? .senior : .junior
  }
}
