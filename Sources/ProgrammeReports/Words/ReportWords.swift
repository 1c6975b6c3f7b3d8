package import Bilingual
package import CurriculumModel
package import DomainWords
internal import PathPlanning
internal import ProgrammeModel

/// Words for what reports tell, in a language.
package struct ReportWords: Sendable {
  /// Words for facts.
  package let facts: FactWords

  /// Words beside those for facts.
  package init(_ facts: FactWords) {
    self.facts = facts
  }

  /// The language.
  package var language: Language { facts.language }

  /// Words in this language.
  func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[language] }

  /// Where a pair stands.
  package func state(_ state: PairStanding.State) -> String {
    switch state {
    case .reached: said(en: "goal reached", fr: "but atteint")
    case .underWay: said(en: "under way", fr: "en cours")
    case .stalled: said(en: "stalled", fr: "à l’arrêt")
    case .notBegun: said(en: "not begun", fr: "pas encore commencé")
    case .outOfReach: said(en: "goal out of reach", fr: "but hors d’atteinte")
    case .ended: said(en: "ended before the goal", fr: "terminé avant le but")
    }
  }

  /// What is the matter with a module, in a phrase after its title.
  package func change(_ change: StaleContent.Change) -> String {
    switch change {
    case .revised(let old, let new) where old.major != new.major:
      said(
        en: "passed as \(old), now \(new): look at it again together",
        fr: "validé en \(old), aujourd’hui \(new)\u{A0}: à revoir ensemble")
    case .revised(let old, let new):
      said(
        en: "passed as \(old), now \(new): what was passed stays",
        fr: "validé en \(old), aujourd’hui \(new)\u{A0}: l’acquis demeure")
    case .rewritten(let version):
      said(
        en: "its text has changed since, under the same version \(version)",
        fr: "son texte a changé depuis, sous la même version \(version)")
    case .withdrawn:
      said(en: "withdrawn since; what was passed stays", fr: "retiré depuis\u{202F}; l’acquis demeure")
    case .reviewPassed(let day):
      said(
        en: "planned; its review was due by \(day.words.en)",
        fr: "prévu\u{202F}; sa révision était attendue avant le \(day.words.fr)")
    }
  }

  /// What ends, and until when it counts.
  package func expiry(_ expiry: Expiry, name: (Partner) -> String) -> String {
    let subject =
      switch expiry.subject {
      case .module(let module, let partner): "\(language.quote(facts.title(module))) – \(name(partner))"
      case .certificate(let id):
        facts.library.certificate(id).map { language.quote(facts.text($0.certificate.title)) } ?? id.rawValue
      }
    let day = expiry.lastDay.words
    return expiry.isOver
      ? said(en: "\(subject): ended on \(day.en)", fr: "\(subject)\u{A0}: terme passé le \(day.fr)")
      : said(en: "\(subject): until \(day.en)", fr: "\(subject)\u{A0}: jusqu’au \(day.fr)")
  }

  /// Who gave and who received, in one sentence.
  package func balance(_ balance: Balance) -> String {
    let (given, back, mutual) = (balance[.juniorToSenior], balance[.seniorToJunior], balance[.mutual])
    let share = balance.share.percent ?? 0
    return said(
      en:
        "Given and received: \(given.count) min by the junior, \(back.count) min by the senior, \(mutual.count) min mutual; the senior gives back \(share)%.",
      fr:
        "Donné et reçu\u{A0}: \(given.count)\u{A0}min par le junior, \(back.count)\u{A0}min par le senior, \(mutual.count)\u{A0}min mutuelles\u{202F}; le senior donne en retour \(share)\u{A0}%."
    )
  }

  /// An area of competence: "DigComp 3.0 – Safety".
  func area(_ area: CompetenceArea) -> String {
    guard let framework = facts.library.frameworks[area.framework] else { return area.framework.rawValue }
    let title = facts.text(framework.title)
    let name = framework.areas.first { $0.code == area.code }.flatMap { $0.name.best(facts.languages)?.content.text }
    return name.map { "\(title) – \($0)" } ?? title
  }

  /// A number with one decimal: "2.4", "2,4".
  func decimal(_ number: Hundredths, signed: Bool = false) -> String {
    let tenths = number.tenths
    let sign = tenths < 0 ? "\u{2212}" : signed && tenths > 0 ? "+" : ""
    return "\(sign)\(abs(tenths) / 10)\(said(en: ".", fr: ","))\(abs(tenths) % 10)"
  }

  /// A figure about a group, or why there is none.
  func figure<Value>(_ figure: GroupFigure<Value>, _ words: (Value) -> String) -> String {
    switch figure {
    case .told(let value, let people): "\(words(value)) (\(people))"
    case .withheld: withheld
    case .nobody: "–"
    }
  }

  /// "withheld".
  var withheld: String { said(en: "withheld", fr: "non publié") }

  /// What the words and signs of figures mean.
  var groupRule: String {
    said(
      en:
        "Figures about people are told for groups of at least \(smallestGroup); the number of people stands in brackets. “Withheld”: fewer than \(smallestGroup) people, or so few others in the programme that the difference would tell about them. “–”: nobody yet.",
      fr:
        "Les chiffres sur les personnes sont publiés pour des groupes d’au moins \(smallestGroup)\u{202F}; le nombre de personnes est entre parenthèses. «\u{A0}Non publié\u{A0}»\u{A0}: moins de \(smallestGroup) personnes, ou si peu d’autres dans le programme que la différence parlerait d’elles. «\u{A0}–\u{A0}»\u{A0}: encore personne."
    )
  }
}
