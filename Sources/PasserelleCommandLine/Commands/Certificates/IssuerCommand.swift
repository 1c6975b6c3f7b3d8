import ArgumentParser
import Bilingual
import Certificates
import FoundationEssentials
import ProgrammeModel

/// `issuer`: the keys with which a programme signs certificates.
struct IssuerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "issuer", en: "Make, show, rotate and back up the keys that sign certificates.",
      fr: "Créer, montrer, remplacer et sauvegarder les clés qui signent les attestations.",
      subcommands: [
        IssuerInit.self, IssuerShow.self, IssuerRotate.self, IssuerDIDDocument.self, IssuerExport.self,
      ])
  }
}

/// `issuer init`: makes the keys, or says under which name and with which status list they sign.
struct IssuerInit: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("init", en: "Make the issuer’s keys.", fr: "Créer les clés de l’émetteur.")
  }

  @Option(
    help: help(
      en: "A name that unites the keys, such as did:web:acme.example; each is its own name otherwise.",
      fr: "Un nom qui réunit les clés, par exemple did:web:acme.example\u{202F}; sinon, chacune est son propre nom.",
      value: .issuer))
  var did: String?

  @Option(
    help: help(
      en: "The address at which the list of what was revoked will be published.",
      fr: "L’adresse où sera publiée la liste de ce qui a été révoqué.", value: .url))
  var statusList: String?

  @OptionGroup var keys: NewKeyOptions
  @OptionGroup var passphrase: NewPassphraseOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let office = IssuerOffice(workspace: try OpenWorkspace(workspace), passphrase: passphrase.usual)
    let name = try did.map { text in
      guard let name = DID(text), name.documentURL != nil else {
        throw CommandFailure(
          .usage,
          Wording(
            en: "\(Language.en.quote(text)) is no did:web", fr: "\(Language.fr.quote(text)) n’est pas un did:web"),
          remedies: [Wording(same: "--did did:web:acme.example")])
      }
      return name
    }
    if let statusList, !isAddress(statusList) {
      throw CommandFailure(
        .usage,
        Wording(
          en: "\(Language.en.quote(statusList)) is no address",
          fr: "\(Language.fr.quote(statusList)) n’est pas une adresse"),
        remedies: [Wording(same: "--status-list https://acme.example/status-list.json")])
    }
    try office.refuseToReplace()
    try office.make(
      IssuerRecord(name: name, statusList: statusList, keys: []), rsa: keys.rsa, under: try passphrase.chosen(),
      at: clock.moment)
    try IssuerReport(office).print(printing.format)
    Conversation.note(
      said(
        en: "the private keys are in \(office.file.path); keep a backup, and give them to nobody",
        fr: "les clés privées sont dans \(office.file.path)\u{202F}; en garder une copie, ne les donner à personne"))
  }

  private func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://")) && !text.contains(where: \.isWhitespace)
  }
}

/// `issuer show`: the public keys, and the line with which others trust them.
struct IssuerShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    about("show", en: "Show the issuer’s public keys.", fr: "Montrer les clés publiques de l’émetteur.")
  }

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let office = IssuerOffice(workspace: try OpenWorkspace(workspace), passphrase: PassphraseOptions())
    try IssuerReport(office).print(printing.format)
  }
}

/// `issuer rotate`: new keys; the old public ones are kept, so that what they signed can be verified.
struct IssuerRotate: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "rotate", en: "Put new keys in the place of the old ones, whose public halves are kept for verifying.",
      fr: "Remplacer les clés\u{202F}; les anciennes clés publiques sont gardées pour vérifier.")
  }

  @OptionGroup var keys: NewKeyOptions
  @OptionGroup var passphrase: NewPassphraseOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let office = IssuerOffice(workspace: try OpenWorkspace(workspace), passphrase: passphrase.usual)
    guard let record = try office.record() else { throw IssuerReport.noKeys }
    try office.rotate(record, rsa: keys.rsa, under: passphrase, at: clock.moment)
    try IssuerReport(office).print(printing.format)
  }
}

/// `issuer did-document`: the document to publish under a did:web.
struct IssuerDIDDocument: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "did-document", en: "Write the document to publish for a did:web issuer.",
      fr: "Écrire le document à publier pour un émetteur did:web.")
  }

  @OptionGroup var product: OutputOptions
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let office = IssuerOffice(workspace: try OpenWorkspace(workspace), passphrase: PassphraseOptions())
    guard let record = try office.record() else { throw IssuerReport.noKeys }
    guard let document = record.document, let address = record.name?.documentURL else {
      throw CommandFailure(
        .notSound,
        Wording(
          en: "this issuer’s keys are their own names (did:key) and need no document",
          fr: "les clés de cet émetteur sont leurs propres noms (did:key) et n’ont pas besoin de document"),
        remedies: [Wording(same: "passerelle issuer init --did did:web:acme.example")])
    }
    try product.write(document.bytes + [0x0A])
    if product.output != nil {
      Conversation.note(said(en: "publish it at \(address)", fr: "à publier sous \(address)"))
    }
  }
}

/// `issuer export FOLDER`: a backup of the keys with their public record.
struct IssuerExport: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "export", en: "Write a backup of the keys into a new folder.",
      fr: "Écrire une sauvegarde des clés dans un nouveau dossier.")
  }

  @Argument(help: help(en: "The folder to make.", fr: "Le dossier à créer.", value: .folder))
  var folder: String

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintingOptions

  func run() throws {
    let office = IssuerOffice(workspace: try OpenWorkspace(workspace), passphrase: passphrase)
    guard let record = try office.record() else { throw IssuerReport.noKeys }
    try office.backUp(record, to: folder)
    switch printing.format {
    case .json: try JSONOutput.print(["folder": folder])
    case .text:
      Conversation.print(
        said(
          en: "Backup in \(folder); to restore it, copy both files into the workspace’s folder ‘keys’.",
          fr: "Sauvegarde dans \(folder)\u{A0}; pour la restaurer, copier les deux fichiers dans le dossier "
            + "«\u{A0}keys\u{A0}» de l’espace de travail."))
    }
  }
}

/// The option of every command that makes keys.
struct NewKeyOptions: ParsableArguments {
  @Flag(
    help: help(
      en: "Sign JWTs by RS256 with an RSA key, for readers that know no ES256.",
      fr: "Signer les JWT par RS256 avec une clé RSA, pour les lecteurs qui ne connaissent pas ES256."))
  var rsa = false
}
