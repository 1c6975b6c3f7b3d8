import ProgrammeModel

/// The verbs, activity types and identifiers of our statements: ADL's and cmi5's where they have one, ours otherwise.
enum Vocabulary {
  /// A verb: its identifier, and what it is called in our languages.
  struct Verb {
    let id: String
    let en: String
    let fr: String
  }

  /// Why a requirement is waived, as cmi5 (section 9.5.5.2) keeps it.
  static let reason = "https://w3id.org/xapi/cmi5/result/extensions/reason"
  /// Where people's keys mean something, as long as no organisation says where that is.
  static let homePage = "urn:passerelle:ledger"
  /// The type of an activity that is a module.
  static let moduleType = "http://adlnet.gov/expapi/activities/module"
  /// The type of an activity that is a curriculum.
  static let courseType = "http://adlnet.gov/expapi/activities/course"
  /// The type of an activity that is a meeting.
  static let meetingType = "http://adlnet.gov/expapi/activities/meeting"

  /// The identifier of something of ours.
  static func activity(_ kind: String, _ id: String) -> String { "urn:passerelle:\(kind):\(id)" }

  /// The identifier of a module in that of an activity, or nil for another activity.
  static func module(_ activity: String) -> String? {
    let prefix = "urn:passerelle:module:"
    return activity.hasPrefix(prefix) ? String(activity.dropFirst(prefix.count)) : nil
  }

  /// The verb of a kind of event.
  static func verb(_ kind: Event.Kind) -> Verb {
    let adl = "http://adlnet.gov/expapi/verbs/"
    let own = "urn:passerelle:verb:"
    return switch kind {
    case .enrolled: Verb(id: adl + "registered", en: "registered", fr: "s’est inscrit à")
    case .sessionHeld: Verb(id: adl + "attended", en: "attended", fr: "a tenu")
    case .sessionMissed: Verb(id: own + "missed", en: "missed", fr: "a manqué")
    case .completed: Verb(id: adl + "completed", en: "completed", fr: "a achevé")
    case .passed: Verb(id: adl + "passed", en: "passed", fr: "a validé")
    case .failed: Verb(id: adl + "failed", en: "failed", fr: "n’a pas validé")
    case .recognised: Verb(id: "https://w3id.org/xapi/adl/verbs/waived", en: "waived", fr: "est dispensé de")
    case .described: Verb(id: own + "described", en: "described", fr: "a décrit")
    case .assessed: Verb(id: own + "assessed", en: "assessed", fr: "a auto-évalué")
    case .agreed: Verb(id: own + "agreed", en: "agreed on", fr: "a convenu de")
    case .wished: Verb(id: own + "wished", en: "wished", fr: "a souhaité")
    case .wishWithdrawn: Verb(id: own + "wish-withdrawn", en: "withdrew a wish for", fr: "a retiré son souhait pour")
    case .planned: Verb(id: own + "planned", en: "was told the plan for", fr: "a reçu le plan de")
    case .withdrawn: Verb(id: own + "withdrawn", en: "ended", fr: "a mis fin à")
    case .voided: Verb(id: adl + "voided", en: "voided", fr: "a annulé")
    case .certificateIssued: Verb(id: own + "certificate-issued", en: "received", fr: "a reçu")
    case .revoked: Verb(id: own + "revoked", en: "lost", fr: "s’est vu retirer")
    case .superseded: Verb(id: own + "superseded", en: "renewed", fr: "a renouvelé")
    }
  }

  /// The kinds of events that statements of others may tell of, by verb.
  static let foreignKinds = [
    "http://adlnet.gov/expapi/verbs/passed": "passed", "http://adlnet.gov/expapi/verbs/failed": "failed",
    "http://adlnet.gov/expapi/verbs/completed": "completed", "https://w3id.org/xapi/adl/verbs/waived": "recognised",
  ]

  /// cmi5's names of the reasons to waive.
  static let waivers: [(reason: Event.RecognitionReason, name: String)] = [
    (.testedOut, "Tested Out"), (.equivalent, "Equivalent"), (.outside, "Outside"), (.administrative, "Administrative"),
  ]
}
