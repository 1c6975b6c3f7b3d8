package import Bilingual
package import CurriculumModel
package import ProgrammeModel

/// The vocabulary's tokens in words.
package enum TokenWords {
  /// What kind of doing an activity is.
  package static func mode(_ mode: Activity.Mode) -> Wording {
    switch mode {
    case .talk: Wording(en: "talk", fr: "échange")
    case .demonstrate: Wording(en: "demonstration", fr: "démonstration")
    case .practice: Wording(en: "practice", fr: "pratique")
    case .explore: Wording(en: "exploration", fr: "exploration")
    case .create: Wording(en: "making", fr: "création")
    case .decide: Wording(en: "decision", fr: "décision")
    case .plan: Wording(en: "planning", fr: "planification")
    case .reflect: Wording(en: "looking back", fr: "bilan")
    }
  }

  /// Who leads or who says so.
  package static func partners(_ partners: Partners) -> Wording {
    switch partners {
    case .junior: Wording(en: "the junior", fr: "le junior")
    case .senior: Wording(en: "the senior", fr: "le senior")
    case .both: Wording(en: "both", fr: "les deux")
    }
  }

  /// One of the four advantages of reverse mentoring.
  package static func advantage(_ advantage: Advantage) -> Wording {
    switch advantage {
    case .exchange: Wording(en: "exchange of knowledge", fr: "échange des savoirs")
    case .adaptation: Wording(en: "adaptation to technology", fr: "adaptation aux technologies")
    case .communication: Wording(en: "communication without prejudice", fr: "communication sans préjugés")
    case .innovation: Wording(en: "innovation", fr: "innovation")
    }
  }

  /// One form of prior learning that counts instead of a module.
  package static func priorLearning(_ accepted: PriorLearning) -> Wording {
    let kind =
      switch accepted.kind {
      case .certificate: Wording(en: "a certificate", fr: "un certificat")
      case .demonstration: Wording(en: "a demonstration", fr: "une démonstration")
      case .experience: Wording(en: "experience at work", fr: "une expérience au travail")
      case .equivalent: Wording(en: "an equivalent course", fr: "une formation équivalente")
      }
    return Wording { language in
      let scheme = accepted.scheme.map { " " + self.scheme($0)[language] } ?? ""
      let age = accepted.months.map {
        let months = language.count($0, .months)
        return Wording(en: ", at most \(months) old", fr: ", de moins de \(months)")[language]
      }
      let attested = accepted.attestedBy.map {
        let who = partners($0)[language]
        return Wording(en: ", attested by \(who)", fr: ", à faire constater par \(who)")[language]
      }
      return kind[language] + scheme + (age ?? "") + (attested ?? "")
    }
  }

  /// A certificate of a scheme such as `pix:1.1=4` as "Pix 1.1, level 4"; anything else as it stands.
  private static func scheme(_ token: String) -> Wording {
    let parts = token.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return Wording(same: token) }
    let levels = parts[1].split(separator: "=", maxSplits: 1)
    let name = String(parts[0]).capitalizedFirst + " \(levels[0])"
    guard levels.count == 2 else { return Wording(same: name) }
    return Wording(en: "\(name), level \(levels[1])", fr: "\(name), niveau\u{A0}\(levels[1])")
  }

  /// Whether a certificate counts.
  package static func standing(_ standing: IssuedCertificate.Standing) -> Wording {
    switch standing {
    case .active: Wording(en: "valid", fr: "valide")
    case .expired: Wording(en: "expired", fr: "expirée")
    case .revoked: Wording(en: "revoked", fr: "révoquée")
    case .superseded: Wording(en: "replaced", fr: "remplacée")
    }
  }

  /// A need or a situation: the words for those that we know, otherwise the token itself, readably.
  package static func need(_ token: String) -> Wording {
    known[token] ?? Wording(same: token.replacing("-", with: " "))
  }

  private static let known: [String: Wording] = [
    "remote": Wording(en: "at a distance", fr: "à distance"),
    "no-account": Wording(en: "without an account", fr: "sans compte"),
    "other-tool": Wording(en: "with another tool", fr: "avec un autre outil"),
    "low-vision": Wording(en: "low vision", fr: "basse vision"),
    "reporting-line": Wording(en: "reporting line", fr: "lien hiérarchique"),
    "past-fraud": Wording(en: "after a fraud", fr: "après une fraude"),
    "existing-account": Wording(en: "with an account already", fr: "avec un compte déjà ouvert"),
    "hearing": Wording(en: "hearing", fr: "audition"),
    "attention": Wording(en: "attention", fr: "attention"),
    "memory": Wording(en: "memory", fr: "mémoire"),
    "motor": Wording(en: "hands and movement", fr: "motricité"),
    "dyslexia": Wording(en: "dyslexia", fr: "dyslexie"),
    "speech": Wording(en: "speech", fr: "parole"),
    "screen-reader": Wording(en: "screen reader", fr: "lecteur d’écran"),
    "autism": Wording(en: "autism", fr: "autisme"),
    "anxiety": Wording(en: "anxiety", fr: "anxiété"),
    "cognitive-load": Wording(en: "much at once", fr: "charge mentale"),
    "mobility": Wording(en: "getting about", fr: "mobilité"),
    "dyscalculia": Wording(en: "dyscalculia", fr: "dyscalculie"),
    "dysgraphia": Wording(en: "dysgraphia", fr: "dysgraphie"),
    "colour-vision": Wording(en: "colour vision", fr: "vision des couleurs"),
    "fatigue": Wording(en: "fatigue", fr: "fatigue"),
    "photosensitivity": Wording(en: "sensitivity to light", fr: "sensibilité à la lumière"),
    "two-sessions": Wording(en: "in two sessions", fr: "en deux séances"),
    "offline": Wording(en: "without a connection", fr: "sans connexion"),
    "public-service": Wording(en: "in a public service", fr: "dans un service public"),
    "no-meeting": Wording(en: "without a meeting to chair", fr: "sans réunion à animer"),
    "no-photo": Wording(en: "without a photo", fr: "sans photo"),
    "trial-cut-short": Wording(en: "a trial cut short", fr: "un essai interrompu"),
    "lived-harassment": Wording(en: "harassment lived through", fr: "un harcèlement vécu"),
    "manual-work": Wording(en: "manual work", fr: "travail manuel"),
    "early-end": Wording(en: "ending early", fr: "fin anticipée"),
    "lost-contract": Wording(en: "a lost contract", fr: "contrat perdu"),
    "no-network": Wording(en: "without an in-house network", fr: "sans réseau interne"),
    "other-country": Wording(en: "in another country", fr: "dans un autre pays"),
    "open-conflict": Wording(en: "an open conflict", fr: "un conflit ouvert"),
    "other-culture": Wording(en: "between cultures", fr: "d’une culture à l’autre"),
    "ai-allowed": Wording(en: "where AI is allowed", fr: "si l’IA est admise"),
    "no-policy": Wording(en: "without a policy", fr: "sans charte"),
    "no-week": Wording(en: "without a week to spare", fr: "sans semaine disponible"),
    "listed-company": Wording(en: "a listed company", fr: "société cotée"),
    "sensitive-story": Wording(en: "a sensitive story", fr: "une histoire sensible"),
    "no-team": Wording(en: "without a team", fr: "sans équipe"),
    "confidential-work": Wording(en: "confidential work", fr: "travail confidentiel"),
    "new-arrival": Wording(en: "new in the company", fr: "nouvelle arrivée"),
    "no-camera": Wording(en: "without a camera", fr: "sans caméra"),
  ]
}
