import ArgumentParser
import Bilingual
import CompletionLedger
import PostgreSQLRecords
import ProgrammeModel

extension LedgerCommand {
  /// `ledger account ACCOUNT`.
  struct Account: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "account", en: "Say what an account of the PostgreSQL server may do in the ledger.",
        fr: "Dire ce qu’un compte du serveur PostgreSQL peut faire dans le registre.")
    }

    @Argument(
      help: help(en: "The account, which the server knows.", fr: "Le compte, que le serveur connaît.", value: .name))
    var account: String

    @Flag(help: help(en: "Everything.", fr: "Tout."))
    var lead = false

    @Option(
      help: help(
        en: "Read and record what happens in this person’s own pairs.",
        fr: "Lire et consigner ce qui se passe dans les binômes de cette personne.", value: .person))
    var mentor: String?

    @OptionGroup var workspace: LedgerOptions

    func run() throws {
      guard lead != (mentor != nil) else {
        throw CommandFailure(
          .usage, Wording(en: "which role?", fr: "quel rôle\u{202F}?"),
          remedies: [Wording(en: "--lead, or --mentor PERSON", fr: "--lead, ou --mentor PERSONNE")])
      }
      guard let store = try OpenWorkspace(workspace).store(.existing) as? PostgreSQLStore else {
        throw CommandFailure(
          .usage,
          Wording(
            en: "accounts are a server’s: this ledger is a file",
            fr: "les comptes sont ceux d’un serveur\u{A0}: ce registre est un fichier"),
          remedies: [
            Wording(en: "see to who may read and write the file", fr: "régler qui peut lire et modifier le fichier")
          ])
      }
      guard try store.knows(account: account) else {
        throw CommandFailure(
          .noInput,
          Wording(
            en: "the server knows no account \(Language.en.quote(account))",
            fr: "le serveur ne connaît pas le compte \(Language.fr.quote(account))"),
          remedies: [
            Wording(en: "have its administrator create it", fr: "le faire créer par qui administre le serveur")
          ])
      }
      try store.admit(account, as: mentor.map { .mentor(try Ledger(store).knownPerson($0).key) } ?? .lead)
      Conversation.print(
        mentor.map { person in
          said(
            en: "\(account) may read and record what happens in the pairs of \(person).",
            fr: "\(account) peut lire et consigner ce qui se passe dans les binômes de \(person).")
        } ?? said(en: "\(account) leads: everything is allowed.", fr: "\(account) pilote\u{A0}: tout est permis."))
    }
  }
}
