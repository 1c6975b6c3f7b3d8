import Bilingual
import CompletionLedger
import CurriculumModel

extension CommandFailure {
  /// A ledger's failure with its exit status and words.
  init(_ failure: LedgerFailure) {
    let place = failure.path ?? said(en: "the ledger", fr: "le registre")
    // Stores have their words in English only, and of a file that cannot be opened they say no more than that.
    let cause = Wording { language in
      failure.cause.map { " (\($0.code)\(language == .en ? ": \($0.message)" : ""))" } ?? ""
    }
    let (status, summary): (Status, Wording) =
      switch failure.code {
      case .notFound: (.noInput, Wording(en: "there is no ledger \(place)", fr: "il n’y a pas de registre \(place)"))
      case .cannotOpen:
        (
          .cannotCreate,
          Wording(
            en: "\(place) cannot be opened or created", fr: "\(place) ne peut être ni ouvert ni créé")
        )
      case .exists:
        (.cannotCreate, Wording(en: "there is a file \(place) already", fr: "il y a déjà un fichier \(place)"))
      case .readOnly: (.cannotCreate, Wording(en: "\(place) cannot be written", fr: "\(place) ne peut être modifié"))
      case .full:
        (
          .inputOutput,
          Wording(en: "the disk is full: nothing was recorded", fr: "le disque est plein\u{A0}: rien n’a été consigné")
        )
      case .inputOutput:
        (
          .inputOutput,
          Wording(
            en: "reading or writing \(place) failed\(cause.en)",
            fr: "la lecture ou l’écriture de \(place) a échoué\(cause.fr)")
        )
      case .busy:
        (.busy, Wording(en: "another command is writing to \(place)", fr: "une autre commande écrit dans \(place)"))
      case .unreachable:
        (
          .unavailable,
          Wording(
            en: "the server of \(place) cannot be reached, or went away\(cause.en)",
            fr: "le serveur de \(place) ne répond pas, ou ne répond plus\(cause.fr)")
        )
      case .leftBehind:
        (
          .busy,
          Wording(
            en: "erased; but others were reading \(place), so that bytes of it are still there",
            fr: "effacé\u{202F}; mais d’autres lisaient \(place), si bien qu’il en reste des octets")
        )
      case .forbidden:
        (
          .cannotCreate,
          Wording(
            en: "your account may not do this in \(place)", fr: "votre compte n’a pas ce droit dans \(place)")
        )
      case .notALedger:
        (
          .inputOutput,
          Wording(en: "\(place) is not a ledger of Passerelle", fr: "\(place) n’est pas un registre de Passerelle")
        )
      case .damaged:
        (.inputOutput, Wording(en: "\(place) is damaged\(cause.en)", fr: "\(place) est endommagé\(cause.fr)"))
      case .newer(let found, let known):
        (
          .inputOutput,
          Wording(
            en: "\(place) was written by a newer version of Passerelle (format \(found), this one knows \(known))",
            fr: "\(place) vient d’une version plus récente de Passerelle (format \(found), celle-ci connaît \(known))")
        )
      case .conflict(let conflict): (.conflict, Self.words(of: conflict))
      case .unexpected:
        (
          .ourMistake,
          Wording(
            en: "the ledger refused what we asked\(cause.en)", fr: "le registre a refusé notre demande\(cause.fr)")
        )
      }
    self.init(status, summary, remedies: failure.remedies.compactMap(Self.words(of:)))
  }

  private static func words(of conflict: LedgerFailure.Conflict) -> Wording {
    switch conflict {
    case .event(let id):
      Wording(
        en: "event \(id) is recorded already with other content; nothing was changed",
        fr: "l’événement \(id) est déjà consigné avec un autre contenu\u{202F}; rien n’a été modifié")
    case .credential(let id):
      Wording(
        en: "credential \(id) is stored already with other content",
        fr: "l’attestation \(id) est déjà conservée avec un autre contenu")
    case .handle(let handle):
      Wording(
        en: "the person \(Language.en.quote(handle.rawValue)) exists already",
        fr: "la personne \(Language.fr.quote(handle.rawValue)) existe déjà")
    case .person(let key): Wording(en: "the person \(key) exists already", fr: "la personne \(key) existe déjà")
    case .pair(let id):
      Wording(
        en: "the pair \(Language.en.quote(id.rawValue)) exists already",
        fr: "le binôme \(Language.fr.quote(id.rawValue)) existe déjà")
    case .unknownPerson(let key):
      Wording(en: "the ledger does not know the person \(key)", fr: "le registre ne connaît pas la personne \(key)")
    }
  }

  private static func words(of remedy: LedgerFailure.Remedy) -> Wording? {
    switch remedy {
    case .namePath: Wording(en: "check the store in programme.xml", fr: "vérifier l’élément store de programme.xml")
    case .checkServer:
      Wording(
        en: "see whether the server runs, and check the store in programme.xml",
        fr: "voir si le serveur fonctionne, et vérifier l’élément store de programme.xml")
    case .askLead:
      Wording(en: "ask whoever leads the programme", fr: "s’adresser à la personne qui pilote le programme")
    case .allowWriting: Wording(en: "allow writing in its folder", fr: "autoriser l’écriture dans son dossier")
    case .makeRoom: Wording(en: "make room on the disk, then try again", fr: "libérer de la place, puis recommencer")
    case .tryAgain: Wording(en: "try again", fr: "recommencer")
    case .mend:
      Wording(
        en: "clear them with ‘passerelle ledger verify --mend’",
        fr: "les nettoyer avec «\u{A0}passerelle ledger verify --mend\u{A0}»")
    case .restoreCopy: Wording(en: "go back to a backup", fr: "revenir à une sauvegarde")
    case .upgrade: Wording(en: "install the newer version", fr: "installer la version plus récente")
    case .chooseAnother: nil
    case .report: Wording(en: "please report this", fr: "merci de le signaler")
    }
  }
}
