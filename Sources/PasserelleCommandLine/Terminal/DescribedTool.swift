/// What the argument parser tells of a program, as far as a manual needs it.
struct DescribedTool: Decodable {
  /// The program.
  let command: Command

  /// A command.
  struct Command: Decodable {
    /// The name.
    let commandName: String
    /// What it does, in a sentence.
    let abstract: String?
    /// Whether people are to see it; they are where nothing is said.
    let shouldDisplay: Bool?
    /// The commands that it holds.
    let subcommands: [Command]?
    /// What it is given.
    let arguments: [Argument]?

    /// The commands that people are to see; the parser's own help is one for machines.
    var shownCommands: [Command] {
      (subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
    }
  }

  /// Something that a command is given.
  struct Argument: Decodable {
    /// `positional`, `option` or `flag`.
    let kind: String
    /// Whether people are to see it.
    let shouldDisplay: Bool?
    /// Whether it may be left out.
    let isOptional: Bool
    /// Whether it may be given several times.
    let isRepeating: Bool
    /// The name by which it is best known.
    let preferredName: Name?
    /// What its value is called.
    let valueName: String?
    /// The value that counts where it is left out.
    let defaultValue: String?
    /// Every value that it may have.
    let allValues: [String]?
    /// What it is for.
    let abstract: String?

    /// A name.
    struct Name: Decodable {
      /// `long`, `short` or `longWithSingleDash`.
      let kind: String
      /// The name without dashes.
      let name: String
    }
  }
}
