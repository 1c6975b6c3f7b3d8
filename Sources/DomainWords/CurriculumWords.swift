internal import Bilingual
package import CurriculumModel

/// A curriculum's terms in sentences.
package struct CurriculumWords {
  private let facts: FactWords
  private let curriculum: Curriculum

  /// Words for a curriculum of the facts' library.
  package init(_ facts: FactWords, _ curriculum: Curriculum) {
    self.facts = facts
    self.curriculum = curriculum
  }

  /// "13 sessions of 60 minutes, every 2 weeks", as a sentence.
  package var rhythm: String {
    let rhythm = curriculum.rhythm
    let sessions = facts.language.count(rhythm.sessions, .sessions)
    let weeks =
      rhythm.everyWeeks == 1
      ? said(en: "every week", fr: "chaque semaine")
      : said(en: "every \(rhythm.everyWeeks) weeks", fr: "toutes les \(rhythm.everyWeeks) semaines")
    return said(
      en: "\(sessions) of \(rhythm.session.count) minutes, \(weeks).",
      fr: "\(sessions) de \(rhythm.session.count) minutes, \(weeks).")
  }

  /// How much is given back; nil where nothing is asked for.
  package var reciprocity: String? {
    guard let share = curriculum.reciprocity else { return nil }
    return said(
      en:
        "The senior gives back at least \(share.atLeastPercent)% of the time; what both learn counts for \(share.mutualPercent)%.",
      fr:
        "Le senior donne en retour au moins \(share.atLeastPercent)\u{A0}% du temps\u{202F}; ce que les deux apprennent compte pour \(share.mutualPercent)\u{A0}%."
    )
  }

  /// "By session 3: ‘Mentor’s stance’".
  package func milestone(_ milestone: Curriculum.Milestone) -> String {
    let title = facts.language.quote(facts.title(milestone.module))
    return switch milestone.place {
    case .bySession(let number):
      said(en: "By session \(number): \(title)", fr: "D’ici la séance \(number)\u{A0}: \(title)")
    case .last: said(en: "Last: \(title)", fr: "En dernier\u{A0}: \(title)")
    }
  }

  /// A group's title, or its identifier where it has none.
  package func title(_ group: Group) -> String {
    let title = facts.text(group.title)
    return title.isEmpty ? group.id.rawValue : title
  }

  /// How much of a group is asked for: "at least 2".
  package func choice(_ group: Group) -> String {
    switch group.choice {
    case .all: said(en: "all of them", fr: "tous")
    case .atLeast(let n): said(en: "at least \(n)", fr: "au moins \(n)")
    case .minutes(let least): said(en: "at least \(least.count) minutes", fr: "au moins \(least.count) minutes")
    }
  }

  /// Whom a certificate is for, and for how long: "For the junior, valid for 36 months", as a sentence.
  package func terms(_ certificate: Certificate) -> String {
    let holder =
      switch certificate.holder {
      case .junior: said(en: "For the junior", fr: "Pour le junior")
      case .senior: said(en: "For the senior", fr: "Pour le senior")
      case .pair: said(en: "For the pair", fr: "Pour le binôme")
      }
    guard let months = certificate.validMonths else {
      return holder + said(en: ", valid for good.", fr: ", valable sans limite.")
    }
    let words = facts.language.count(months, .months)
    return holder + said(en: ", valid for \(words).", fr: ", valable \(words).")
  }

  private func said(en: String, fr: String) -> String { Wording(en: en, fr: fr)[facts.language] }
}
