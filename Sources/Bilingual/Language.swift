/// A language in which the program itself speaks.
///
/// Content may be written in any language; the program's own words exist in these two.
package enum Language: String, CaseIterable, Sendable, Codable {
  /// English.
  case en
  /// French.
  case fr

  /// The language that a POSIX locale name asks for (`fr_FR.UTF-8`, `fr`, `en_GB`), or nil for any other.
  package init?(locale: String) {
    guard let language = Language(rawValue: String(locale.prefix(2)).lowercased()),
      locale.dropFirst(2).first.map({ "_.-@:".contains($0) }) ?? true
    else { return nil }
    self = language
  }

  /// The language that an environment asks for, by the order of gettext: `LANGUAGE` (a list), `LC_ALL`,
  /// `LC_MESSAGES`, `LANG`; English where none of them names a language we speak.
  package init(environment: [String: String]) {
    var names = environment["LANGUAGE"].map { $0.split(separator: ":").map(String.init) } ?? []
    names += ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.filter { !$0.isEmpty }.prefix(1)
    self = names.lazy.compactMap(Language.init(locale:)).first ?? .en
  }
}
