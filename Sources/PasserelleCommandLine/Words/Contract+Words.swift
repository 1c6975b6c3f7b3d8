import Bilingual
import CurriculumModel
import DomainWords
import ProgrammeModel

extension Contract {
  /// What was agreed, in a phrase.
  var words: Wording {
    Wording { language in
      var parts: [String] = []
      if let weeks = everyWeeks {
        parts.append(language == .en ? "every \(weeks) weeks" : "toutes les \(weeks) semaines")
      }
      if let minutes { parts.append(language.count(minutes.count, .minutes)) }
      if let place { parts.append(place.words[language]) }
      if let days = makeUpDays {
        parts.append(language == .en ? "made up within \(days) days" : "rattrapage sous \(days) jours")
      }
      if !dates.isEmpty { parts.append(language.list(dates.map { $0.words[language] })) }
      return (language == .en ? "agreed: " : "convenu\u{A0}: ") + parts.joined(separator: ", ")
    }
  }
}

extension Contract.Place {
  /// Where a pair meets, in words.
  var words: Wording {
    switch self {
    case .room: Wording(en: "in a room", fr: "sur place")
    case .remote: Wording(en: "remote", fr: "à distance")
    case .mixed: Wording(en: "in a room or remote", fr: "sur place ou à distance")
    }
  }
}

extension SelfAssessment.Stage {
  /// When in a pair's way, in words.
  var words: Wording {
    switch self {
    case .start: Wording(en: "at the start", fr: "du début")
    case .middle: Wording(en: "in the middle", fr: "du milieu")
    case .end: Wording(en: "at the end", fr: "de la fin")
    }
  }
}
