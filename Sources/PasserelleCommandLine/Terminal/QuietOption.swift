/// The option `--quiet`, which every command understands: only the product is written, and why a command failed.
///
/// It is read before the argument parser runs, as the language is.
enum QuietOption {
  private static let name = "--quiet"

  /// Whether the arguments ask for quiet.
  static func isAsked(in arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains(name)
  }

  /// The arguments without the option.
  static func removed(from arguments: [String]) -> [String] {
    let options = arguments.prefix { $0 != "--" }
    return options.filter { $0 != name } + arguments[options.endIndex...]
  }
}
