import Foundation
import Testing

/// Arguments that are wrong: status 64, in the language of the run to the last word.
@Suite(.timeLimit(.minutes(30)))
struct ArgumentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let command: String
    let en: String
    let fr: String

    init(_ command: String, en: String, fr: String) {
      self.command = command
      self.en = en
      self.fr = fr
    }

    var testDescription: String { command }
  }

  static let cases = [
    Case(
      "plann", en: "error: there is no command ‘plann’",
      fr: "erreur\u{A0}: il n’y a pas de commande «\u{A0}plann\u{A0}»"),
    Case("plann", en: "did you mean ‘plan’?", fr: "vouliez-vous dire «\u{A0}plan\u{A0}»\u{202F}?"),
    Case("record helt x", en: "did you mean ‘held’?", fr: "vouliez-vous dire «\u{A0}held\u{A0}»\u{202F}?"),
    Case("plan --formt json", en: "unknown option ‘--formt’", fr: "option inconnue\u{A0}: «\u{A0}--formt\u{A0}»"),
    Case("plan --formt json", en: "did you mean ‘--format’?", fr: "vouliez-vous dire «\u{A0}--format\u{A0}»\u{202F}?"),
    Case("plan -z", en: "unknown option ‘-z’", fr: "option inconnue\u{A0}: «\u{A0}-z\u{A0}»"),
    Case(
      "plan --format", en: "the value of ‘--format <form>’ is missing",
      fr: "il manque la valeur de «\u{A0}--format <forme>\u{A0}»"),
    Case(
      "plan --format xml", en: "‘xml’ is not a value of ‘--format <form>’ help: write ‘text’, ‘json’ or ‘ics’",
      fr:
        "«\u{A0}xml\u{A0}» ne convient pas à «\u{A0}--format <forme>\u{A0}» aide\u{A0}: écrire «\u{A0}text\u{A0}», «\u{A0}json\u{A0}» ou «\u{A0}ics\u{A0}»"
    ),
    Case(
      "plan --format=", en: "the value of ‘--format <form>’ is missing", fr: "il manque la valeur de"),
    Case("next", en: "‘<pair>’ is missing", fr: "il manque «\u{A0}<binôme>\u{A0}»"),
    Case("pair add x", en: "‘--junior <person>’ is missing", fr: "il manque «\u{A0}--junior <personne>\u{A0}»"),
    Case("plan one", en: "too many arguments: ‘one’", fr: "trop d’arguments\u{A0}: «\u{A0}one\u{A0}»"),
    Case(
      "plan one two", en: "too many arguments: ‘one’ and ‘two’",
      fr: "trop d’arguments\u{A0}: «\u{A0}one\u{A0}» et «\u{A0}two\u{A0}»"),
    Case("plan --timings=3", en: "‘--timings’ takes no value", fr: "«\u{A0}--timings\u{A0}» ne prend pas de valeur"),
    Case(
      "plan --now never", en: "‘never’ is not a value of ‘--now <moment>’",
      fr: "«\u{A0}never\u{A0}» ne convient pas à «\u{A0}--now <instant>\u{A0}»"),
    Case("plan --now never", en: "such as 2026-11-23T10:00:00Z", fr: "par exemple 2026-11-23T10:00:00Z"),
    Case("plan --now 2026-02-30T10:00:00Z", en: "is not a value of", fr: "ne convient pas à"),
    Case("plan --time-limit soon", en: "‘soon’ is not a value of", fr: "«\u{A0}soon\u{A0}» ne convient pas à"),
    Case("record held p --on 23/11/2026", en: "such as 2026-11-23", fr: "par exemple 2026-11-23"),
    Case(
      "record held p --event 12", en: "‘12’ is not a value of ‘--event <id>’",
      fr: "«\u{A0}12\u{A0}» ne convient pas à «\u{A0}--event <identifiant>\u{A0}»"),
    Case("record held p --minutes x", en: "‘x’ is not a value of", fr: "«\u{A0}x\u{A0}» ne convient pas à"),
    Case(
      "record held p --minutes 0", en: "a session takes 1 to 1440 minutes", fr: "une séance dure de 1 à 1440 minutes"),
    Case(
      "record recognised p --reason outside", en: "give --module or --competence", fr: "donner --module ou --competence"
    ),
    Case(
      "record recognised p --reason nice --module m", en: "‘nice’ is not a value of",
      fr: "«\u{A0}nice\u{A0}» ne convient pas à"),
    Case("plan --pair p --have f", en: "leave --curriculum and --have out", fr: "ne pas donner --curriculum ni --have"),
    Case("certificate verify", en: "is missing", fr: "il manque"),
    Case(
      "certificate export x --format gif", en: "write ‘pdf’, ‘json’, ‘jwt’, ‘svg’ or ‘png’",
      fr: "«\u{A0}svg\u{A0}» ou «\u{A0}png\u{A0}»"),
    Case("--generate-completion-script tcsh", en: "no completion script", fr: "pas de script de complétion"),
  ]

  @Test(arguments: cases)
  func wrongArgumentsAreRefused(wrong: Case) throws {
    for (language, words) in [("en", wrong.en), ("fr", wrong.fr)] {
      let arguments = wrong.command.split(separator: " ").map(String.init) + ["--lang", language]
      let ending = try Program.run(arguments, in: NSTemporaryDirectory())
      #expect(ending.status == 64)
      #expect(ending.output.isEmpty)
      #expect(ending.conversation.asWords.contains(words), "\(ending.conversation)")
      if language == "fr" {
        for english in ["rror", "sage", "issing", "nknown", "rgument '", "Help", "help:", "See "] {
          let found = ending.conversation.replacing("--help", with: "").contains(english)
          #expect(!found, "English in French: \(ending.conversation)")
        }
      }
    }
  }

  @Test func aLanguageThatIsNotSpokenIsRefused() throws {
    let ending = try Program.run(["plan", "--lang", "de"], in: NSTemporaryDirectory())
    #expect(ending.status == 64)
    #expect(ending.words.contains("‘de’ is not a value of ‘--lang <language>’ help: write ‘en’ or ‘fr’"))
  }

  @Test(arguments: [
    (["LANG": "fr_FR.UTF-8"], "Parcours"), (["LANG": "xx_YY"], "Curricula"),
    (["LC_ALL": "C", "LANG": "fr_FR"], "Curricula"),
    (["LANGUAGE": "de:fr"], "Parcours"), (["LANG": "fr_FR@euro", "LC_ALL": ""], "Parcours"), ([:], "Curricula"),
  ])
  func theEnvironmentDecidesTheLanguage(environment: [String: String], word: String) throws {
    let ending = try Program.run([], in: NSTemporaryDirectory(), environment: environment)
    #expect(ending.status == 0)
    #expect(ending.output.hasPrefix(word))
  }

  @Test func everyCommandTakesTheLanguage() throws {
    for command in [[], ["record"], ["certificate"], ["record", "held", "--help"], ["help", "plan"]] {
      let ending = try Program.run(command + ["--lang=fr"], in: NSTemporaryDirectory())
      #expect(ending.status == 0, "\(ending.conversation)")
      #expect(ending.output.contains("UTILISATION\u{A0}:"))
    }
  }

  @Test func noFrenchPageHasPoorTypography() throws {
    for command in ["plan", "record recognised", "pair add", "certificate export"] {
      let page = try Program.run(
        command.split(separator: " ").map(String.init) + ["--help", "--lang", "fr"], in: NSTemporaryDirectory()
      ).output
      #expect(!page.contains(/\w\x20[:;!?»]|«\x20/))
      #expect(!page.contains("'"))
    }
  }
}
