import Testing

/// Every command that takes an identifier says what may have been meant by one that names nothing.
@Suite(.timeLimit(.minutes(30)))
struct UnknownIdentifierTests {
  private static let slips: [(command: String, meant: String)] = [
    // A pair
    ("next awa-etiene", "awa-etienne"), ("progress awa-etiene", "awa-etienne"),
    ("plan --pair awa-etiene", "awa-etienne"),
    ("graph --pair awa-etiene", "awa-etienne"), ("why awa-etiene dt-needs", "awa-etienne"),
    ("why-not awa-etiene dt-needs", "awa-etienne"), ("what-if awa-etiene --having dt-needs", "awa-etienne"),
    ("pair wish awa-etiene --next dt-needs", "awa-etienne"), ("pair end awa-etiene", "awa-etienne"),
    ("record awa-etiene", "awa-etienne"), ("record held awa-etiene --minutes 60", "awa-etienne"),
    ("record passed awa-etiene dt-needs", "awa-etienne"), ("record contract awa-etiene", "awa-etienne"),
    ("record self-assessment awa-etiene awa --rating digcomp-3.0:2.1=1 --stage start", "awa-etienne"),
    ("certificate issue awa-etiene reverse-mentor", "awa-etienne"), ("export --pair awa-etiene", "awa-etienne"),
    // A person
    ("person export etiene", "etienne"), ("person erase etiene", "etienne"),
    ("pair suggest --junior etiene", "etienne"),
    ("pair add two --junior awa --senior etiene", "etienne"), ("pair add two --junior etiene --senior awa", "etienne"),
    ("record recognised etiene --module dt-needs --reason outside", "etienne"),
    // A module
    ("show dt-neds", "dt-needs"), ("graph dt-neds", "dt-needs"), ("impact dt-neds", "dt-needs"),
    ("plan --goal dt-neds", "dt-needs"), ("next awa-etienne --prefer dt-neds", "dt-needs"),
    ("next awa-etienne --avoid dt-neds", "dt-needs"), ("why awa-etienne dt-neds", "dt-needs"),
    ("what-if awa-etienne --having dt-neds", "dt-needs"), ("pair wish awa-etienne --never dt-neds", "dt-needs"),
    ("record passed awa-etienne dt-neds", "dt-needs"),
    ("record held awa-etienne --minutes 60 --failed dt-neds", "dt-needs"),
    ("record recognised awa --module dt-neds --reason outside", "dt-needs"),
    // A curriculum, a certificate, a goal
    ("plan --curriculum digital-presense", "digital-presence"),
    ("report --curriculum digital-presense", "digital-presence"),
    ("certificate issue --all --curriculum digital-presense", "digital-presence"),
    ("certificate issue awa-etienne reverse-mentr", "reverse-mentor"),
    ("pair add two --junior awa --senior etienne --goal reverse-mentr", "reverse-mentor"),
    // Not near as a whole, but in one of its parts
    ("plan --goal digital-presense-mentee", "mentee-presence"),
    // A framework, a competence, a theme, and what the program has
    ("coverage digcomp-3", "digcomp-3.0"), ("show digcomp-3.0:2.11", "2.1"),
    ("new module m --theme social-medi", "social-media"),
    ("record recognised awa --competence digcomp-3.0:2.11=1 --reason outside", "2.1"),
    ("explain UnknownReferenc", "UnknownReference"), ("manual lead", "leads"), ("manual vocabulary modul", "module"),
  ]

  @Test func eachSaysWhatMayBeMeant() throws {
    let workspace = try Workspace.withPair()
    for (command, meant) in Self.slips {
      let ending = try workspace.run(command.split(separator: " ").map(String.init) + ["--lang", "en"])
      #expect(ending.status == 66, "\(command): \(ending.words)")
      #expect(
        ending.words.contains("did you mean") && ending.words.contains("‘\(meant)’"), "\(command): \(ending.words)")
    }
  }

  @Test func whereNoneIsNearTheFewThereAreAreListed() throws {
    let workspace = try Workspace.withPair()
    try workspace.refuses(
      "next x", 66, en: "help: there is ‘awa-etienne’",
      fr: "aide : il y a «\u{A0}awa-etienne\u{A0}»".replacing(" :", with: "\u{A0}:"))
    try workspace.refuses(
      "certificate issue awa-etienne x", 66, en: "there is ‘exchange’, ‘mentee-presence’ and ‘reverse-mentor’",
      fr: "il y a «\u{A0}exchange\u{A0}», «\u{A0}mentee-presence\u{A0}» et «\u{A0}reverse-mentor\u{A0}»")
  }

  /// A title leads to the identifier of what is called so; French words lead to commands, and slips to files.
  @Test func titlesFrenchCommandsAndPathsAreUnderstood() throws {
    let workspace = try Workspace.withPair()
    for (arguments, meant) in [
      (["show", "Repérer une arnaque"], "dt-phishing"), (["impact", "ecouter reformuler questionner"], "ld-listen"),
      (["nouveau", "module", "x"], "new"), (["vérifier"], "check"), (["new", "fiche", "x"], "card"),
      (["check", "modules/dt-neds.xml"], "modules/dt-needs.xml"),
    ] {
      let ending = try workspace.run(arguments + ["--lang", "fr"])
      #expect(
        ending.status != 0 && ending.words.contains("vouliez-vous dire «\u{A0}\(meant)\u{A0}»"), "\(ending.words)")
    }
  }

  /// What is an option of one command is the argument of another.
  @Test func anOptionThatIsAnArgumentIsNamedAlone() throws {
    let workspace = try Workspace.withPair()
    for (command, en, fr) in [
      ("graph --curriculum digital-presence", "passerelle graph <id>", "passerelle graph <identifiant>"),
      ("progress --pair awa-etienne", "passerelle progress <pair>", "passerelle progress <binôme>"),
    ] {
      try workspace.refuses(
        command, 64, en: "name it without an option: ‘\(en)’", fr: "le nommer sans option\u{A0}: «\u{A0}\(fr)\u{A0}»")
    }
  }
}
