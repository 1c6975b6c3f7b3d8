package import Bilingual

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why a key file could not be made or read.
package struct IssuerKeyFileError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// There is a file already; a key is never overwritten.
    case exists = "KeyFileExists"
    /// There is no such file.
    case missing = "KeyFileMissing"
    /// Its group or others have a permission on it.
    case openToOthers = "KeyFileOpenToOthers"
    /// It is sealed, and no passphrase was given.
    case sealed = "KeyFileSealed"
    /// It is sealed under another passphrase, or damaged.
    case wrongPassphrase = "KeyFilePassphraseWrong"
    /// It does not hold an Ed25519 and a P-256 private key in PEM.
    case damaged = "KeyFileDamaged"
    /// The system refused to read it.
    case cannotRead = "KeyFileUnreadable"
    /// The system refused to write it.
    case cannotWrite = "KeyFileUnwritable"
  }

  /// What is wrong.
  package let code: Code
  /// The file.
  package let path: String
  /// The system's error number, where the system refused.
  package let errorNumber: CInt?

  /// A failure; the error number is kept where the system is the one that refused.
  init(_ code: Code, _ path: String, errno errorNumber: CInt? = nil) {
    self.code = code
    self.path = path
    self.errorNumber = code == .cannotRead || code == .cannotWrite ? errorNumber : nil
  }

  /// That keys are in the way of others, which never replace them.
  package static func existing(_ path: String) -> IssuerKeyFileError { IssuerKeyFileError(.exists, path) }

  /// What happened and what may be done about it.
  package var message: Wording {
    switch code {
    case .exists:
      Wording(en: "The key file \(path) exists already", fr: "Le fichier de clé \(path) existe déjà")
    case .missing:
      Wording(en: "There is no key file \(path)", fr: "Il n’y a pas de fichier de clé \(path)")
    case .openToOthers:
      Wording(
        en: "The key file \(path) is open to others than its owner; if nobody can have read it: chmod 600",
        fr: "Le fichier de clé \(path) est ouvert à d’autres que son propriétaire\u{A0}; "
          + "si personne n’a pu le lire\u{A0}: chmod 600")
    case .sealed:
      Wording(
        en: "The keys in \(path) are under a passphrase; give it in a file with --passphrase-file, or in "
          + "PASSERELLE_PASSPHRASE",
        fr: "Les clés de \(path) sont protégées par une phrase secrète\u{A0}; la donner dans un fichier avec "
          + "--passphrase-file, ou dans PASSERELLE_PASSPHRASE")
    case .wrongPassphrase:
      Wording(
        en: "The passphrase does not open the key file \(path)",
        fr: "La phrase secrète n’ouvre pas le fichier de clé \(path)")
    case .damaged:
      Wording(
        en: "The key file \(path) does not hold an Ed25519 and a P-256 private key in PEM; restore it from a backup",
        fr: "Le fichier de clé \(path) ne contient pas une clé privée Ed25519 et une P-256 en PEM\u{A0}; "
          + "restaurez-le depuis une sauvegarde")
    case .cannotRead:
      Wording(en: "The key file \(path) cannot be read\(cause)", fr: "Le fichier de clé \(path) est illisible\(cause)")
    case .cannotWrite:
      Wording(
        en: "The key file \(path) cannot be written\(cause)",
        fr: "Le fichier de clé \(path) ne peut pas être écrit\(cause)")
    }
  }

  private var cause: String {
    guard let errorNumber, let words = unsafe strerror(errorNumber) else { return "" }
    return unsafe " (\(String(cString: words)))"
  }
}
