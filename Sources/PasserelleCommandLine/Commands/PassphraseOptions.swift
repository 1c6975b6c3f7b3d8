import ArgumentParser
import Bilingual
import Certificates
import FoundationEssentials
import Glibc

/// The option of commands that sign: where the passphrase is, if the keys are under one.
///
/// A passphrase is never an argument, which other users of the machine could see.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: help(
      en: "A file with the passphrase of the issuer’s keys; asked for on a terminal otherwise.",
      fr: "Un fichier avec la phrase secrète des clés de l’émetteur\u{202F}; sinon demandée dans un terminal.",
      value: .file))
  var passphraseFile: String?

  /// The passphrase in the file that is named, without the line break at its end; nil where none is.
  var given: [UInt8]? {
    guard let passphraseFile, let data = FileManager.default.contents(atPath: passphraseFile) else { return nil }
    var bytes = Array(data)
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    return bytes.isEmpty ? nil : bytes
  }

  /// The passphrase for new keys, where one is wanted.
  func chosen() throws -> [UInt8]? {
    guard let passphraseFile else { return nil }
    if let given { return given }
    throw CommandFailure(
      .noInput,
      Wording(
        en: "there is no passphrase in \(passphraseFile)", fr: "il n’y a pas de phrase secrète dans \(passphraseFile)"))
  }

  /// The passphrase that somebody types, unseen; nil where nobody can.
  static func asked() -> [UInt8]? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1,
      let typed = getpass(said(en: "Passphrase: ", fr: "Phrase secrète\u{A0}: "))
    else { return nil }
    let bytes = Array(String(cString: typed).utf8)
    memset(typed, 0, strlen(typed))
    return bytes
  }
}
