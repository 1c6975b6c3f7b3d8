import Bilingual
import CurriculumModel
import Diagnostics
import ProgrammeModel

/// Makes one event of its fields.
struct EventMaker {
  let fields: EventFields
  let id: Event.ID
  /// What is recorded under the identifier: it says what the fields leave out.
  let standing: Event?
  let surroundings: EventReading.Surroundings
  let begun: [Identifier<Pair>: Pair]

  /// The event.
  func event() throws(RecordFault) -> Event {
    let occurred = try moment(.occurred)
    guard occurred <= surroundings.now else {
      throw RecordFault(
        Wording(
          en: "\(occurred.day.words.en) is still to come", fr: "le \(occurred.day.words.fr) n’est pas encore passé"))
    }
    let subject = try subject()
    let recorded =
      fields[.recorded] == nil ? standing?.recordedAt ?? surroundings.now : try moment(.recorded)
    return Event(
      id: id, occurredAt: occurred, recordedAt: recorded, subject: subject, attestation: try attestation(subject),
      kind: try kind(subject))
  }

  private func subject() throws(RecordFault) -> Event.Subject {
    let pair = fields[.pair].map { Identifier<Pair>($0) }
    if fields[.person] != nil {
      if let pair { _ = try known(pair) }
      return .person(try person(.person), in: pair)
    }
    guard let pair else { throw missing(.pair) }
    if fields[.junior] == nil, fields[.senior] == nil { return .pair(try known(pair)) }
    return .pair(pair, junior: try person(.junior), senior: try person(.senior))
  }

  private func known(_ id: Identifier<Pair>) throws(RecordFault) -> Pair {
    if let pair = begun[id] ?? surroundings.pair(id) { return pair }
    throw RecordFault(
      Wording(en: "there is no pair ‘\(id)’", fr: "il n’y a pas de binôme «\u{A0}\(id)\u{A0}»"),
      remedy: Wording(
        en: "put the line that says that it enrolled before this one, or use ‘pair add’ first",
        fr: "placer avant celle-ci la ligne qui dit qu’il a commencé, ou utiliser d’abord «\u{A0}pair add\u{A0}»"))
  }

  private func attestation(_ subject: Event.Subject) throws(RecordFault) -> Event.Attestation {
    let usual: Event.Attestation.Role = subject.pair == nil ? .lead : .both
    return Event.Attestation(
      role: try choice(.role) ?? standing?.attestation.role ?? usual,
      ground: try choice(.ground) ?? standing?.attestation.ground ?? .observed,
      person: fields[.attestedBy] == nil ? nil : try person(.attestedBy))
  }

  private func kind(_ subject: Event.Subject) throws(RecordFault) -> Event.Kind {
    switch try required(.kind) {
    case "enrolled":
      return .enrolled(curriculum: Identifier(try required(.curriculum)), goals: words(.goals).map { Identifier($0) })
    case "held":
      return .sessionHeld(
        number: try number(.number), minutes: try duration(),
        planned: try minutes(.planned))
    case "missed": return .sessionMissed
    case "completed": return .completed(try run())
    case "passed":
      var before: String?
      if case .passed(_, let reason)? = standing?.kind { before = reason }
      return .passed(try run(), override: fields[.reason] ?? before)
    case "failed": return .failed(try run())
    case "recognised": return try recognition()
    case "described":
      return .described(
        Profile(
          wants: try competences(.wants), haves: try competences(.haves),
          superior: fields[.reportsTo] == nil ? nil : try person(.reportsTo)))
    case "assessed": return .assessed(try assessment())
    case "agreed": return .agreed(try contract())
    case "wished":
      guard let stance: Event.Wish.Stance = try choice(.stance) else { throw missing(.stance) }
      return .wished(Event.Wish(stance, try module()))
    case "wish-withdrawn": return .wishWithdrawn(try module())
    case "planned": return .planned(try plan())
    case "withdrawn": return .withdrawn(reason: fields[.reason])
    case "voided":
      return .voided(
        target: try identifier(.target), reason: try required(.reason),
        replacement: fields[.replacement] == nil ? nil : try identifier(.replacement))
    case "certificate-issued":
      return .certificateIssued(
        Event.Award(
          certificate: Identifier(try required(.certificate)), credential: try identifier(.credential),
          digest: try required(.digest), validUntil: fields[.validUntil] == nil ? nil : try moment(.validUntil),
          statusIndex: try number(.statusIndex, upTo: .max)))
    case "revoked": return .revoked(credential: try identifier(.credential), reason: try required(.reason))
    case "superseded":
      return .superseded(credential: try identifier(.credential), by: try identifier(.replacement))
    case let other: throw notA(.kind, other)
    }
  }

  private func duration() throws(RecordFault) -> Minutes {
    guard let minutes = try minutes(.minutes) else { throw missing(.minutes) }
    return minutes
  }

  private func recognition() throws(RecordFault) -> Event.Kind {
    guard let why: Event.RecognitionReason = try choice(.why) else { throw missing(.why) }
    if fields[.module] != nil { return .recognised(.module(try run()), because: why) }
    guard let competence = try competences(.competence).first else { throw missing(.competence) }
    return .recognised(.competence(competence), because: why)
  }

  /// The run; its text is the one recorded before, otherwise today's, where the fields do not say.
  private func run() throws(RecordFault) -> Run {
    let module = try module()
    let before = standing?.kind.run.flatMap { $0.module == module ? $0 : nil }
    var version = before?.version
    if let text = fields[.version] {
      version = SemanticVersion(text)
      if version == nil { throw notA(.version, text) }
    }
    let today = surroundings.text(module)
    guard let version = version ?? today?.version else { throw unknown(module) }
    let isToday = today.map { $0.version == version } ?? false
    let digest = fields[.digest] ?? before?.digest ?? (isToday ? today?.digest : nil) ?? ""
    return Run(module: module, version: version, digest: digest, registration: try registration(before))
  }

  private func registration(_ before: Run?) throws(RecordFault) -> RegistrationID {
    if fields[.registration] != nil { return try identifier(.registration) }
    if let before { return before.registration }
    return DerivedIdentifier.make(from: "registration\n\(id)", at: try moment(.occurred))
  }

  /// The module; one that the library does not have must come with all that a file of ours says.
  private func module() throws(RecordFault) -> Identifier<Module> {
    let module = Identifier<Module>(try required(.module))
    let isComplete = fields[.version] != nil || fields[.recorded] != nil || standing != nil
    if !isComplete, surroundings.text(module) == nil { throw unknown(module) }
    return module
  }

  private func unknown(_ module: Identifier<Module>) -> RecordFault {
    let near = nearest(to: module.rawValue, among: surroundings.modules)
    return RecordFault(
      Wording(en: "there is no module ‘\(module)’", fr: "il n’y a pas de module «\u{A0}\(module)\u{A0}»"),
      remedy: near.isEmpty ? nil : Self.didYouMean(near))
  }

  private func assessment() throws(RecordFault) -> SelfAssessment {
    guard let stage: SelfAssessment.Stage = try choice(.stage) else { throw missing(.stage) }
    var answers: [SelfAssessment.Answer] = []
    for word in words(.answers) {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let competence = CompetenceReference(parts[0]), let rating = Int(parts[1]),
        SelfAssessment.scale.contains(rating)
      else { throw notA(.answers, word) }
      answers.append(.init(competence, rating: rating))
    }
    guard !answers.isEmpty else { throw missing(.answers) }
    return SelfAssessment(stage: stage, answers: answers)
  }

  private func plan() throws(RecordFault) -> KnownPlan {
    var steps: [KnownPlan.Step] = []
    for word in words(.steps) {
      guard let step = KnownPlan.Step(word) else { throw notA(.steps, word) }
      steps.append(step)
    }
    return KnownPlan(steps)
  }

  private func contract() throws(RecordFault) -> Contract {
    var dates: [CalendarDay] = []
    for word in words(.dates) {
      guard let day = CalendarDay(iso: word) else { throw notA(.dates, word) }
      dates.append(day)
    }
    let contract = Contract(
      everyWeeks: try number(.everyWeeks), minutes: try minutes(.minutes), place: try choice(.place),
      makeUpDays: try number(.makeUpDays), dates: dates)
    guard contract.isSensible else { throw notA(.everyWeeks, fields[.everyWeeks] ?? "") }
    return contract
  }
}

extension EventMaker {
  private func required(_ field: RecordField) throws(RecordFault) -> String {
    guard let text = fields[field] else { throw missing(field) }
    return text
  }

  private func missing(_ field: RecordField) -> RecordFault {
    let kind = fields[.kind] ?? ""
    return RecordFault(
      Wording(
        en: "‘\(field.rawValue)’ is missing\(kind.isEmpty ? "" : " for ‘\(kind)’")",
        fr: "il manque «\u{A0}\(field.rawValue)\u{A0}»\(kind.isEmpty ? "" : " pour «\u{A0}\(kind)\u{A0}»")"))
  }

  private func words(_ field: RecordField) -> [String] {
    (fields[field] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private func moment(_ field: RecordField) throws(RecordFault) -> Moment {
    let text = try required(field)
    guard let moment = Moment(iso: text) else { throw notA(field, text) }
    return moment
  }

  private func identifier<Entity>(_ field: RecordField) throws(RecordFault) -> UniversalID<Entity> {
    let text = try required(field)
    guard let id = UniversalID<Entity>(text) else { throw notA(field, text) }
    return id
  }

  private func number(_ field: RecordField, upTo most: Int = 100_000) throws(RecordFault) -> Int? {
    guard let text = fields[field] else { return nil }
    guard let number = Int(text), (0...most).contains(number) else { throw notA(field, text) }
    return number
  }

  private func minutes(_ field: RecordField) throws(RecordFault) -> Minutes? {
    guard let count = try number(field) else { return nil }
    guard (1...1440).contains(count) else { throw notA(field, String(count)) }
    return Minutes(count)
  }

  private func choice<Choice: RawRepresentable<String>>(_ field: RecordField) throws(RecordFault) -> Choice? {
    guard let text = fields[field] else { return nil }
    guard let choice = Choice(rawValue: text) else { throw notA(field, text) }
    return choice
  }

  private func competences(_ field: RecordField) throws(RecordFault) -> [LevelledCompetence] {
    var all: [LevelledCompetence] = []
    for word in words(field) {
      guard let competence = LevelledCompetence(word) else { throw notA(field, word) }
      all.append(competence)
    }
    return all
  }

  private func person(_ field: RecordField) throws(RecordFault) -> PersonKey {
    let text = try required(field)
    if let person = surroundings.person(text) { return person }
    let near = nearest(to: text, among: surroundings.handles)
    throw RecordFault(
      Wording(
        en: "there is no person \(Language.en.quote(text))", fr: "il n’y a pas de personne \(Language.fr.quote(text))"),
      remedy: near.isEmpty
        ? Wording(
          en: "add people first, with ‘person import’",
          fr: "ajouter d’abord les personnes, avec «\u{A0}person import\u{A0}»")
        : Self.didYouMean(near))
  }

  private static func didYouMean(_ names: [String]) -> Wording {
    Wording { language in
      let names = language.list(names.map { language.quote($0) }, .or)
      return language == .en ? "did you mean \(names)?" : "vouliez-vous dire \(names)\u{202F}?"
    }
  }
}
