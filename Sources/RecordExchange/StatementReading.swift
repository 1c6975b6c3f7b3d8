import Bilingual
import FoundationEssentials
import ProgrammeModel

extension StatementFile {
  /// The fields of the events that a JSON text tells of: a statement, or a learning record store's answer with several.
  ///
  /// A statement of ours says everything; of others we take what cmi5 defines about modules of ours.
  package static func fields(_ json: [UInt8]) throws(RecordFault) -> [EventFields] {
    let decoder = JSONDecoder()
    if let several = try? decoder.decode(StatementResult.self, from: Data(json)) {
      var all: [EventFields] = []
      for statement in several.statements { all.append(try EventFields(statement)) }
      return all
    }
    let statement: Statement
    do { statement = try decoder.decode(Statement.self, from: Data(json)) } catch {
      throw RecordFault(
        Wording(en: "this is no xAPI statement", fr: "ce n’est pas une déclaration xAPI"), remedy: place(of: error))
    }
    return [try EventFields(statement)]
  }

  private static func place(of error: any Error) -> Wording? {
    guard let error = error as? DecodingError else { return nil }
    let (path, key): ([any CodingKey], String?) =
      switch error {
      case .keyNotFound(let key, let context): (context.codingPath, key.stringValue)
      case .typeMismatch(_, let context), .valueNotFound(_, let context): (context.codingPath, nil)
      default: ([], nil)
      }
    let names = (path.map(\.stringValue) + [key].compactMap(\.self)).joined(separator: ".")
    guard !names.isEmpty else { return nil }
    return Wording(en: "look at ‘\(names)’", fr: "voir «\u{A0}\(names)\u{A0}»")
  }
}

extension EventFields {
  /// The fields of a statement.
  init(_ statement: Statement) throws(RecordFault) {
    guard let told = statement.context?.extensions?.event else {
      try self.init(foreign: statement)
      return
    }
    var values: [RecordField: String] = [:]
    for (name, text) in told {
      guard let field = RecordField(rawValue: name) else {
        throw RecordFault(
          Wording(
            en: "‘\(name)’ is not known here: a newer version wrote this",
            fr: "«\u{A0}\(name)\u{A0}» est inconnu ici\u{A0}: une version plus récente a écrit ceci"))
      }
      values[field] = text
    }
    // Whoever changed the statement for others must not go unnoticed.
    guard let id = statement.id?.lowercased(), id == values[.event],
      statement.timestamp.flatMap(moment) == values[.occurred].flatMap({ Moment(iso: $0) })
    else {
      throw RecordFault(
        Wording(
          en: "the statement and its extension contradict each other",
          fr: "la déclaration et son extension se contredisent"))
    }
    self.init(values)
  }

  private init(foreign statement: Statement) throws(RecordFault) {
    guard let kind = Vocabulary.foreignKinds[statement.verb.id] else {
      throw RecordFault(
        Wording(
          en: "the verb \(statement.verb.id) is not taken", fr: "le verbe \(statement.verb.id) n’est pas repris"),
        remedy: Wording(
          en: "passed, failed, completed and waived are taken from others",
          fr: "d’ailleurs, on reprend passed, failed, completed et waived"))
    }
    guard let module = statement.object.id.flatMap(Vocabulary.module) else {
      throw RecordFault(
        Wording(
          en: "the activity \(statement.object.id ?? "") is no module of ours",
          fr: "l’activité \(statement.object.id ?? "") n’est pas un de nos modules"),
        remedy: Wording(
          en: "a module’s activity is urn:passerelle:module:ID",
          fr: "l’activité d’un module est urn:passerelle:module:ID"))
    }
    guard let person = statement.actor.account?.name else {
      throw RecordFault(
        Wording(en: "the actor has no account", fr: "l’acteur n’a pas de compte"),
        remedy: Wording(
          en: "name the person in actor.account.name", fr: "nommer la personne dans actor.account.name"))
    }
    guard let at = statement.timestamp.flatMap(moment) else {
      throw RecordFault(Wording(en: "the timestamp is missing", fr: "il manque l’horodatage"))
    }
    self.init([.kind: kind, .module: module, .person: person, .occurred: at.iso])
    self[.event] = statement.id?.lowercased()
    self[.registration] = statement.context?.registration?.lowercased()
    self[.role] = Event.Attestation.Role.lead.rawValue
    self[.ground] = Event.Attestation.Ground.documented.rawValue
    guard kind == "recognised" else { return }
    let name = statement.result?.extensions?[Vocabulary.reason]
    guard let waiver = Vocabulary.waivers.first(where: { $0.name.lowercased() == name?.lowercased() }) else {
      throw RecordFault(
        Wording(en: "the reason to waive is missing", fr: "il manque la raison de la dispense"),
        remedy: Wording(
          en: "write \(Vocabulary.reason) into result.extensions",
          fr: "écrire \(Vocabulary.reason) dans result.extensions"))
    }
    self[.why] = waiver.reason.rawValue
  }
}

/// A moment as RFC 3339 writes it, with any offset and any fraction, of which milliseconds are kept.
private func moment(_ text: String) -> Moment? {
  if let moment = Moment(iso: text) { return moment }
  guard
    let match = text.wholeMatch(
      of: /(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(\.\d+)?(?:[Zz]|([+-])(\d{2}):?(\d{2}))/),
    let base = Moment(iso: "\(match.1)T\(match.2)Z")
  else { return nil }
  let digits = (match.3.map { $0.dropFirst().prefix(3) } ?? "") + "000"
  let fraction = Int64(digits.prefix(3)) ?? 0
  let hours = match.5.flatMap { Int64($0) } ?? 0
  let minutes = match.6.flatMap { Int64($0) } ?? 0
  let offset = (hours * 60 + minutes) * 60_000 * (match.4 == "-" ? -1 : 1)
  return Moment(milliseconds: base.milliseconds + fraction - offset)
}
