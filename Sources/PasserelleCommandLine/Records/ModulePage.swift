import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning
import SessionSheets

/// A module as a trainer reads it: what it is for, what it needs, and the sheet of its session.
struct ModulePage {
  let workspace: OpenWorkspace
  let module: Module

  private var words: FactWords { FactWords(workspace: workspace) }
  private var terms: ModuleWords { ModuleWords(words, module) }

  /// The page for a terminal, within 80 columns.
  var text: String {
    let sheet = ModuleText(module, SheetReading(facts: words), .plain)
    var lines = TextLayout.heading("\(workspace.words(module.title)) (\(module.id), \(module.version))")
    lines += TextLayout.wrap(workspace.words(module.summary)) + [""]
    lines += TextLayout.wrap(placing) + TextLayout.wrap(terms.timing)
    lines += objectives + needs + recommendations + priorLearning + [""] + sheet.preparations
    lines += sheet.agenda(of: module.activities) + sheet.checks + sheet.notes
    lines += [""] + lifetime + resources
    lines += TextLayout.wrap(terms.licence)
    return lines.joined(separator: "\n")
  }

  /// "Social media – the junior mentors – serves adaptation".
  private var placing: String {
    let served = terms.serves.map { [said(en: "serves ", fr: "contribue à\u{A0}: ") + $0] } ?? []
    return ([terms.theme, words.direction(module.direction)] + served).joined(separator: " – ")
  }

  private var objectives: [String] {
    guard !module.objectives.isEmpty else { return [] }
    let items = module.objectives.flatMap { objective in
      let who = TextLayout.capitalized(TokenWords.partners(objective.audience)[spokenLanguage])
      return TextLayout.wrap(
        "\(who)\(spokenLanguage.colon)\(workspace.words(objective.statement))", first: "  • ", rest: "    ")
        + objective.competences.flatMap { TextLayout.wrap(words.competence($0), first: "    → ", rest: "      ") }
    }
    return ["", said(en: "Afterwards, one can:", fr: "Au terme, savoir\u{A0}:")] + items
  }

  private var needs: [String] {
    let condition = module.opportunity.condition
    guard condition != .always else {
      return ["", said(en: "Needs nothing before it.", fr: "Ne demande rien au préalable.")]
    }
    return ["", said(en: "Needs first:", fr: "Demande d’abord\u{A0}:")] + words.lacking(condition)
  }

  private var recommendations: [String] {
    module.recommends.flatMap { recommendation in
      [said(en: "Better after (never required):", fr: "Mieux après (jamais exigé)\u{A0}:")]
        + words.lacking(
          recommendation.condition.flatMap { Condition<Fact>($0, mentees: module.direction.mentees) })
        + TextLayout.wrap(workspace.words(recommendation.reason), first: "    ", rest: "    ")
    }
  }

  private var priorLearning: [String] {
    guard !module.priorLearning.isEmpty else { return [] }
    return ["", said(en: "Accepted instead:", fr: "Accepté à la place\u{A0}:")]
      + module.priorLearning.flatMap { TextLayout.wrap(TokenWords.priorLearning($0)[spokenLanguage], first: "  • ") }
  }

  private var lifetime: [String] {
    terms.lifetime.isEmpty ? [] : TextLayout.wrap(terms.lifetime.joined(separator: " "))
  }

  private var resources: [String] {
    module.resources.flatMap { resource in
      let title = workspace.words(resource.title)
      return TextLayout.wrap(title.isEmpty ? resource.id.rawValue : title, first: said(en: "See: ", fr: "Voir\u{A0}: "))
        + ["  \(resource.href)"]
    }
  }
}

/// The members of `show MODULE --format json`.
struct ModuleRecord: Encodable {
  struct Outcome: Encodable {
    let id: String
    let `for`: String
    let verb: String
    let statement: String
    /// `digcomp-3.0:2.2=3`, without a level where the framework has none.
    let competences: [String]
  }

  let kind = "module"
  let id: String
  let title: String
  let version: String
  let summary: String
  let theme: String
  let direction: String
  let serves: [String]
  let status: String
  let minutes: Int
  let minutesBefore: Int
  let minutesAfter: Int
  let objectives: [Outcome]
  /// What must hold first, in words; empty where nothing must.
  let requires: [String]
  let activities: [ModuleMembers.Agenda]
  let checks: [ModuleMembers.Observation]
  let preparation: [ModuleMembers.Addressed]
  let accessibility: [ModuleMembers.Need]
  let variants: [ModuleMembers.Need]
  let privacy: String

  init(_ module: Module, in workspace: OpenWorkspace) {
    id = module.id.rawValue
    title = workspace.words(module.title)
    version = module.version.description
    summary = workspace.words(module.summary)
    theme = module.theme.rawValue
    direction = module.direction.rawValue
    serves = module.serves.map(\.rawValue)
    status = module.lifecycle.status.rawValue
    minutes = module.time.together.count
    minutesBefore = module.time.before.count
    minutesAfter = module.time.after.count
    objectives = module.objectives.map { objective in
      Outcome(
        id: objective.id.rawValue, for: objective.audience.rawValue, verb: objective.verb.rawValue,
        statement: workspace.words(objective.statement),
        competences: objective.competences.map { $0.level == 0 ? "\($0.competence)" : "\($0.competence)=\($0.level)" })
    }
    let condition = module.opportunity.condition
    requires = condition == .always ? [] : FactWords(workspace: workspace).lacking(condition)
    let members = ModuleMembers(module, SheetReading(facts: FactWords(workspace: workspace)))
    (activities, checks, preparation) = (members.activities, members.checks, members.preparation)
    (accessibility, variants, privacy) = (members.accessibility, members.variants, members.privacy)
  }
}
