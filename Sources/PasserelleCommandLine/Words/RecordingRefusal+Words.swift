import Bilingual
import CurriculumModel
import DomainWords
import ProgrammeModel

extension CommandFailure {
  /// Why an event may not be recorded, in words.
  init(_ refusal: RecordingRefusal, in workspace: OpenWorkspace, name: (PersonKey) -> String) {
    let words = FactWords(workspace: workspace)
    switch refusal {
    case .conditionsUnmet(let module, let lacking):
      self.init(
        .conflict,
        .init(
          same: said(
            en: "\(spokenLanguage.quote(workspace.title(module))) cannot have been passed: its conditions do not hold",
            fr:
              "\(spokenLanguage.quote(workspace.title(module))) ne peut avoir été validé\u{A0}: ses conditions ne sont pas remplies"
          )),
        remedies: words.lacking(
          workspace.library.modules[module]?.opportunity.condition ?? .always, holds: { !lacking.contains($0) },
          phrase: words.fact
        ).map { part in
          .init(same: said(en: "lacking: \(part)", fr: "il manque\u{A0}: \(part)"))
        } + [
          Wording(
            en: "if it is true all the same, say why: --override \"REASON\"",
            fr: "si c’est vrai malgré tout, dire pourquoi\u{A0}: --override \"RAISON\"")
        ])
    case .passedAlready(let module, let at, let expires, _):
      let until =
        expires.map { Moment(milliseconds: $0.milliseconds - 1).day.words }
        .map { said(en: ", and counts until \($0.en)", fr: ", et compte jusqu’au \($0.fr)") }
        ?? ""
      self.init(
        .conflict,
        .init(
          same: said(
            en: "\(spokenLanguage.quote(workspace.title(module))) was passed on \(at.day.words.en)\(until)",
            fr: "\(spokenLanguage.quote(workspace.title(module))) a été validé le \(at.day.words.fr)\(until)")),
        remedies: [
          Wording(
            en: "nothing to do; a mistake is mended with ‘record void’",
            fr: "rien à faire\u{202F}; une erreur se corrige avec «\u{A0}record void\u{A0}»")
        ])
    case .notMentee(let person, let module):
      self.init(
        .conflict,
        .init(
          same: said(
            en: "\(name(person)) does not learn in \(spokenLanguage.quote(workspace.title(module))) but mentors",
            fr: "\(name(person)) n’apprend pas dans \(spokenLanguage.quote(workspace.title(module))) mais y est mentor")
        ))
    default:
      self.init(.conflict, Self.words(of: refusal, workspace))
    }
  }

  private static func words(of refusal: RecordingRefusal, _ workspace: OpenWorkspace) -> Wording {
    switch refusal {
    case .notEnrolled(let pair):
      Wording(en: "the pair ‘\(pair)’ has not begun", fr: "le binôme «\u{A0}\(pair)\u{A0}» n’a pas commencé")
    case .enrolledAlready(let pair):
      Wording(en: "the pair ‘\(pair)’ exists already", fr: "le binôme «\u{A0}\(pair)\u{A0}» existe déjà")
    case .pairEnded(let pair, let at):
      Wording(
        en: "the pair ‘\(pair)’ ended on \(at.day.words.en)",
        fr: "le binôme «\u{A0}\(pair)\u{A0}» a pris fin le \(at.day.words.fr)")
    case .inTheFuture(let occurred, _):
      Wording(en: "\(occurred.day.words.en) is still to come", fr: "le \(occurred.day.words.fr) n’est pas encore passé")
    case .reasonMissing: Wording(en: "say why, in a few words", fr: "dire pourquoi, en quelques mots")
    case .runPassed(let module, let at, _):
      Wording(
        en: "‘\(module)’ was passed on \(at.day.words.en): it cannot be failed after that",
        fr: "«\u{A0}\(module)\u{A0}» a été validé le \(at.day.words.fr)\u{A0}: il ne peut plus échouer ensuite")
    case .runFailedLater(let module, let at, _):
      Wording(
        en: "‘\(module)’ was not passed on \(at.day.words.en), which is later",
        fr: "«\u{A0}\(module)\u{A0}» n’a pas été validé le \(at.day.words.fr), qui est plus tard")
    case .voidOfVoid:
      Wording(
        en: "a void cannot be voided; record it anew", fr: "une annulation ne s’annule pas\u{202F}; consigner à nouveau"
      )
    case .voidedAlready: Wording(en: "the event was voided before", fr: "l’événement a déjà été annulé")
    case .issuedAlready(let credential, let at):
      Wording(
        en: "it was issued on \(at.day.words.en) as \(credential)",
        fr: "elle a été délivrée le \(at.day.words.fr) sous \(credential)")
    case .minutesOutOfRange:
      Wording(en: "a session takes 1 to 1440 minutes", fr: "une séance dure de 1 à 1440 minutes")
    case .contractOutOfRange:
      Wording(
        en: "a pair meets every 1 to 52 weeks for 1 to 1440 minutes, and makes up within 365 days",
        fr: "un binôme se voit toutes les 1 à 52 semaines, pendant 1 à 1440 minutes, et rattrape sous 365 jours")
    case .answersMissing:
      Wording(en: "a self-assessment has an answer at least", fr: "une auto-évaluation a au moins une réponse")
    case .ratingOutOfRange(let competence, let rating):
      Wording(
        en: "\(rating) is no rating of \(competence): 0 (not at all) to 4 (well enough to help others)",
        fr:
          "\(rating) n’est pas une note pour \(competence)\u{A0}: de 0 (pas du tout) à 4 (au point d’aider les autres)"
      )
    case .assessedAlready(_, let at, let event):
      Wording(
        en: "this self-assessment was recorded on \(at.day.words.en) as \(event); ‘record correct’ changes it",
        fr:
          "cette auto-évaluation a été consignée le \(at.day.words.fr) sous \(event)\u{202F}; «\u{A0}record correct\u{A0}» la modifie"
      )
    case .runCompleted(let module, let at, _):
      Wording(
        en: "‘\(module)’ was completed on \(at.day.words.en)",
        fr: "«\u{A0}\(module)\u{A0}» a été achevé le \(at.day.words.fr)")
    case .revokedAlready(let credential, let at):
      Wording(
        en: "\(credential) was revoked on \(at.day.words.en)",
        fr: "\(credential) a été révoquée le \(at.day.words.fr)")
    case .credentialUnknown(let credential):
      Wording(
        en: "no certificate was issued as \(credential)", fr: "aucune attestation n’a été délivrée sous \(credential)")
    case .conditionsUnmet, .passedAlready, .notMentee, .notOfPair, .subjectMismatch, .runMismatch:
      Wording(en: "this contradicts what is recorded", fr: "cela contredit ce qui est consigné")
    }
  }
}
