import ArgumentParser
import Bilingual
import CompletionLedger
import DomainWords
import SQLiteRecords

/// `ledger`: look after what is recorded.
struct LedgerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "ledger", en: "Verify, back up, restore and move the ledger.",
      fr: "Vérifier, sauvegarder, restaurer et déplacer le registre.",
      subcommands: [Verify.self, Backup.self, Restore.self, Migrate.self, Account.self])
  }

  /// `ledger backup FILE`.
  struct Backup: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "backup", en: "Copy the ledger into a file, while others may write.",
        fr: "Copier le registre dans un fichier, pendant que d’autres peuvent écrire.")
    }

    @Argument(help: help(en: "The file to make.", fr: "Le fichier à créer.", value: .file))
    var file: String

    @OptionGroup var workspace: LedgerOptions

    func run() throws {
      let store = try OpenWorkspace(workspace).store(.existing)
      if let store = store as? SQLiteStore {
        try store.backUp(to: file)
      } else {
        // A file is what people can put away; a server's own tools copy servers.
        let copy = Ledger(try SQLiteStore(newFile: file))
        try Ledger(store).copy(to: copy)
      }
      Conversation.print(said(en: "The backup is in \(file).", fr: "La sauvegarde est dans \(file)."))
    }
  }

  /// `ledger restore FILE`.
  struct Restore: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "restore", en: "Put a backup in the place of the ledger.", fr: "Mettre une sauvegarde à la place du registre.")
    }

    @Argument(help: help(en: "The backup.", fr: "La sauvegarde.", value: .file))
    var file: String

    @Flag(
      help: help(
        en: "Give up what is recorded there now.", fr: "Renoncer à ce qui y est consigné aujourd’hui."))
    var replace = false

    @OptionGroup var workspace: LedgerOptions

    func run() throws {
      let open = try OpenWorkspace(workspace)
      let copy = Ledger(try SQLiteStore(path: file, .existing))
      let store = try open.store(.creating)
      let standing = try Ledger(store).people().count
      guard standing == 0 || replace else {
        throw CommandFailure(
          .conflict,
          Wording(
            en: "\(store.place ?? "") is in use: \(Language.en.count(standing, .people)) would be given up",
            fr: "\(store.place ?? "") est en service\u{A0}: \(Language.fr.count(standing, .people)) à abandonner"),
          remedies: [
            Wording(
              en: "make a backup of it, then say it again with --replace",
              fr: "en faire une sauvegarde, puis recommencer avec --replace")
          ])
      }
      let verification = try copy.verify()
      guard verification.findings.isEmpty else { throw LedgerFailure(.damaged, path: file) }
      if let store = store as? SQLiteStore {
        try store.restore(from: file)
      } else {
        try copy.copy(to: Ledger(store))
      }
      Conversation.print(
        said(
          en: "Restored from \(file): \(spokenLanguage.count(verification.events, .events)).",
          fr: "Restauré depuis \(file)\u{A0}: \(spokenLanguage.count(verification.events, .events))."))
    }
  }

  /// `ledger migrate --to URL`.
  struct Migrate: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "migrate", en: "Copy the ledger into another store, chains and all; said again, it goes on.",
        fr: "Copier le registre dans un autre emplacement, chaînes comprises\u{202F}; redite, la commande reprend.")
    }

    @Option(
      help: help(
        en: "The other store: sqlite:FILE or postgresql://USER@HOST/DATABASE.",
        fr: "L’autre emplacement\u{A0}: sqlite:FICHIER ou postgresql://COMPTE@HÔTE/BASE.", value: .url))
    var to: String

    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var progress: ProgressOption

    func run() throws {
      let source = try OpenWorkspace(workspace).ledger(.existing)
      let address = try StoreAddress(to) { $0 }
      let target = Ledger(try address.open(.creating))
      var line = ProgressLine(progress)
      let copying = try source.copy(to: target) { copying in
        line.show(copying.people, of: copying.total, spokenLanguage.count(copying.people, .people))
      }
      line.clear()
      let (before, after) = (try source.verify(), try target.verify())
      guard after.findings.isEmpty, after.events == before.events else {
        throw LedgerFailure(.damaged, path: target.path)
      }
      let people = spokenLanguage.count(copying.total, .people)
      let events = spokenLanguage.count(after.events, .events)
      TextLayout.wrap(
        said(
          en:
            "\(target.path ?? "") holds \(people) and \(events); every chain is the same. Now name it in programme.xml.",
          fr:
            "\(target.path ?? "") contient \(people) et \(events)\u{202F}; chaque chaîne est identique. À indiquer maintenant dans programme.xml."
        )
      ).forEach(Conversation.print)
    }
  }
}
