import ArgumentParser
import Bilingual
import CompletionLedger
import DomainWords
import ProgrammeModel

extension PersonCommand {
  /// `person export PERSON`.
  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "export", en: "Write everything that the ledger keeps of a person, as JSON.",
        fr: "Écrire tout ce que le registre garde d’une personne, en JSON.")
    }

    @Argument(help: help(en: "The person.", fr: "La personne.", value: .person))
    var person: String

    @OptionGroup var product: OutputOptions
    @OptionGroup var workspace: LedgerOptions

    func run() throws {
      let ledger = try OpenWorkspace(workspace).ledger(.existing)
      let text = try JSONOutput.text(PersonFileRecord(ledger.file(of: ledger.knownPerson(person))))
      try product.write(Array((text + "\n").utf8))
    }
  }

  /// `person erase PERSON`.
  struct Erase: ParsableCommand {
    static var configuration: CommandConfiguration {
      about(
        "erase", en: "Say what erasing a person takes away; with --yes, erase.",
        fr: "Dire ce que l’effacement d’une personne emporte\u{202F}; avec --yes, l’effacer.")
    }

    @Argument(help: help(en: "The person.", fr: "La personne.", value: .person))
    var person: String

    @Flag(help: help(en: "Erase; this cannot be undone.", fr: "Effacer\u{202F}; c’est sans retour."))
    var yes = false

    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let ledger = try OpenWorkspace(workspace).ledger(.existing)
      let known = try ledger.knownPerson(person)
      let erasure = yes ? try ledger.erase(known.key) : try ledger.erasure(of: known.key)
      switch printing.format {
      case .json: try JSONOutput.print(ErasureRecord(person: person, erased: yes, erasure))
      case .text: text(erasure, of: known).forEach(Conversation.print)
      }
    }

    private func text(_ erasure: Ledger.Erasure, of person: Person) -> [String] {
      let language = spokenLanguage
      let goes = language.list([
        said(en: "the name and the identifier", fr: "le nom et l’identifiant"),
        language.count(erasure.remarks, .reasons), language.count(erasure.credentials, .certificates),
        language.count(erasure.pairs, .namesOfPairs),
      ])
      let stays = language.count(erasure.events, .events)
      let sentences =
        yes
        ? [
          said(en: "Erased: \(goes).", fr: "Effacé\u{A0}: \(goes)."),
          said(
            en: "Kept without a name, so that the chain holds: \(stays).",
            fr: "Gardé sans nom, pour que la chaîne tienne\u{A0}: \(stays)."),
          said(
            en: "Backups made before, exports and issued documents are not changed: see to them too.",
            fr:
              "Les sauvegardes antérieures, les exports et les documents délivrés ne changent pas\u{A0}: y veiller aussi."
          ),
        ]
        : [
          said(
            en: "Erasing \(person.name) would take away \(goes).", fr: "Effacer \(person.name) emporterait \(goes)."),
          said(
            en: "What stays, without a name: \(stays).", fr: "Ce qui reste, sans nom\u{A0}: \(stays)."),
          said(
            en: "Nothing is changed yet. To erase, say it again with --yes; this cannot be undone.",
            fr: "Rien n’a encore changé. Pour effacer, recommencer avec --yes\u{202F}; c’est sans retour."),
        ]
      return sentences.flatMap { TextLayout.wrap($0, rest: "  ") }
    }
  }
}

/// What `person erase --format json` prints.
private struct ErasureRecord: Encodable {
  let person: String
  /// Whether it was done.
  let erased: Bool
  let reasons: Int
  let credentials: Int
  let pairNames: Int
  let eventsKept: Int

  init(person: String, erased: Bool, _ erasure: Ledger.Erasure) {
    (self.person, self.erased) = (person, erased)
    (reasons, credentials) = (erasure.remarks, erasure.credentials)
    (pairNames, eventsKept) = (erasure.pairs, erasure.events)
  }
}
