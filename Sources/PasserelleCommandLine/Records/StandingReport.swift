import Bilingual
import CurriculumModel
import DomainWords
import PathPlanning

/// Where a module stands in a pair's plan, as people and programs read it.
struct StandingReport {
  /// What was asked.
  enum Question {
    /// Why it is there.
    case why
    /// Why it is not.
    case whyNot
  }

  let standing: PlannedStanding
  let question: Question

  private var words: FactWords { FactWords(workspace: standing.workspace) }
  private var title: String { spokenLanguage.quote(standing.workspace.title(standing.module.id)) }

  /// Prints the answer.
  func print(_ format: OutputFormat) throws {
    switch format {
    case .json: try JSONOutput.print(StandingRecord(standing, words: words))
    case .text: Conversation.print(text)
    }
  }

  private var text: String {
    let lines =
      switch standing.kind {
      case .passed: TextLayout.wrap(said(en: "\(title) is passed already.", fr: "\(title) est déjà validé."))
      case .notOffered:
        TextLayout.wrap(
          said(
            en: "\(title) is a draft or withdrawn: it is never planned.",
            fr: "\(title) est un brouillon ou retiré\u{A0}: il n’est jamais planifié."))
      case .planned(let chain, let sessions): planned(chain, sessions)
      case .setAside(let price): setAside(price)
      }
    return lines.joined(separator: "\n")
  }

  private func planned(_ chain: [Plan.Step], _ sessions: [Int]) -> [String] {
    let numbers = spokenLanguage.list(sessions.map(String.init))
    let place =
      sessions.count > 1
      ? said(en: "sessions \(numbers)", fr: "aux séances \(numbers)")
      : said(en: "session \(numbers)", fr: "à la séance \(numbers)")
    var lines = TextLayout.wrap(
      said(en: "\(title) is planned for \(place).", fr: "\(title) est prévu \(place)."))
    if let step = chain.first {
      lines += TextLayout.wrap(
        words.rationale(step.rationale), first: said(en: "Why: ", fr: "Pourquoi\u{A0}: "), rest: "  ")
    }
    if chain.count > 1, let last = chain.last {
      let goals = spokenLanguage.list(last.rationale.aims.map(words.goal))
      let way = chain.map { standing.workspace.title($0.module) } + [goals]
      lines += TextLayout.wrap(
        way.joined(separator: " → "), first: said(en: "The way: ", fr: "Le chemin\u{A0}: "), rest: "  ")
    }
    return question == .whyNot ? lines + lacking : lines
  }

  private func setAside(_ price: Price?) -> [String] {
    var lines = TextLayout.wrap(
      said(en: "\(title) is not in the plan.", fr: "\(title) n’est pas dans le plan."))
    lines += lacking
    switch price {
    case nil:
      lines += TextLayout.wrap(
        said(en: "No plan reaches the goal of this pair:", fr: "Aucun plan ne mène au but de ce binôme\u{A0}:"))
      lines += standing.plan.obstacles.flatMap { TextLayout.wrap(words.obstacle($0), first: "  • ") }
    case .impossible(let obstacles)?:
      lines += TextLayout.wrap(said(en: "No plan can have it:", fr: "Aucun plan ne peut l’avoir\u{A0}:"))
      lines += obstacles.flatMap { TextLayout.wrap(words.obstacle($0), first: "  • ") }
    case .minutes(.zero)?:
      lines += TextLayout.wrap(
        said(en: "A plan just as short has it.", fr: "Un plan tout aussi court le contient."))
    case .minutes(let more)?: lines += cost(said(en: "\(more.count)", fr: "\(more.count)"))
    case .atLeast(let more)?: lines += cost(said(en: "at least \(more.count)", fr: "au moins \(more.count)"))
    }
    return lines
  }

  private func cost(_ minutes: String) -> [String] {
    TextLayout.wrap(
      said(
        en: "The shortest plan that has it takes \(minutes) minutes more (now \(standing.plan.minutes.count)).",
        fr:
          "Le plus court plan qui l’a prend \(minutes) minutes de plus (aujourd’hui \(standing.plan.minutes.count))."))
  }

  private var lacking: [String] {
    guard let unmet = standing.unmet else {
      return TextLayout.wrap(said(en: "It can start at once.", fr: "Il peut commencer dès maintenant."))
    }
    return TextLayout.wrap(
      said(en: "It cannot start yet; what is lacking:", fr: "Il ne peut pas encore commencer\u{202F}; il manque\u{A0}:")
    )
      + words.lacking(unmet)
  }
}
