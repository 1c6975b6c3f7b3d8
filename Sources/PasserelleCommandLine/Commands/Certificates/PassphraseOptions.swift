import ArgumentParser
import Bilingual
import Certificates
import FoundationEssentials
import Glibc

/// The option of commands that sign: where the passphrase is, if the keys are under one.
///
/// A passphrase is never an argument, which other users of the machine could see.
struct PassphraseOptions: ParsableArguments {
  /// The variable of the environment that holds a passphrase.
  static let variable = "PASSERELLE_PASSPHRASE"

  @Option(
    help: help(
      en: "A file with the passphrase of the issuer’s keys. Otherwise \(variable) holds it, or a terminal asks for it.",
      fr: "Un fichier avec la phrase secrète des clés de l’émetteur. Sinon, \(variable) la donne, ou un terminal la "
        + "demande.", value: .file))
  var passphraseFile: String?

  /// The passphrase in the file that is named, without the line break at its end, or in the environment; nil where
  /// there is neither.
  func given() throws -> [UInt8]? {
    guard let passphraseFile else {
      let held = ProcessInfo.processInfo.environment[Self.variable, default: ""]
      return held.isEmpty ? nil : Array(held.utf8)
    }
    var bytes: [UInt8] = []
    try InputFile(path: passphraseFile).read { bytes += $0 }
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    if !bytes.isEmpty { return bytes }
    throw CommandFailure(
      .notSound,
      Wording(
        en: "there is no passphrase in \(passphraseFile)", fr: "il n’y a pas de phrase secrète dans \(passphraseFile)"))
  }

  /// The passphrase that somebody types, unseen; nil where nobody can.
  static func asked() -> [UInt8]? { typed(said(en: "Passphrase: ", fr: "Phrase secrète\u{A0}: ")) }

  fileprivate static func typed(_ question: String) -> [UInt8]? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1, let typed = getpass(question) else { return nil }
    let bytes = Array(String(cString: typed).utf8)
    memset(typed, 0, strlen(typed))
    return bytes
  }
}

/// The option of commands that make keys: whether a terminal asks for a passphrase.
struct NewPassphraseOptions: ParsableArguments {
  @Flag(
    name: .customLong("passphrase"),
    help: help(
      en: "Ask on the terminal for a passphrase, unseen, and put the keys under it.",
      fr: "Demander au terminal une phrase secrète, sans l’afficher, et en protéger les clés."))
  var isAskedFor = false

  @OptionGroup var usual: PassphraseOptions

  /// The passphrase for new keys, where one is wanted: typed twice, because nobody sees a slip.
  func chosen() throws -> [UInt8]? {
    guard isAskedFor else { return try usual.given() }
    let first = PassphraseOptions.typed(said(en: "New passphrase: ", fr: "Nouvelle phrase secrète\u{A0}: "))
    guard let first else {
      throw CommandFailure(
        .usage,
        Wording(
          en: "there is no terminal to ask for a passphrase on",
          fr: "il n’y a pas de terminal où demander une phrase secrète"),
        remedies: [Wording(same: "--passphrase-file")])
    }
    let second = PassphraseOptions.typed(said(en: "The same again: ", fr: "La même, encore une fois\u{A0}: "))
    guard !first.isEmpty, first == second else {
      throw CommandFailure(
        .usage,
        first.isEmpty
          ? Wording(
            en: "an empty passphrase protects nothing; no keys were made",
            fr: "une phrase secrète vide ne protège rien\u{A0}; aucune clé n’a été créée")
          : Wording(
            en: "the two passphrases differ; no keys were made",
            fr: "les deux phrases secrètes diffèrent\u{A0}; aucune clé n’a été créée"))
    }
    return first
  }
}
