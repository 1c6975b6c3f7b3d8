import ArgumentParser
import Bilingual
import CompletionLedger
import CurriculumModel
import ProgrammeModel
import RecordExchange

/// `person`: the people of the programme.
struct PersonCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "person", en: "Add, import, list, export and erase people.",
      fr: "Ajouter, importer, lister, exporter et effacer des personnes.",
      subcommands: [Add.self, PersonImport.self, List.self, Export.self, Erase.self])
  }

  /// `person add NAME`.
  struct Add: ParsableCommand {
    static var configuration: CommandConfiguration {
      about("add", en: "Add a person.", fr: "Ajouter une personne.")
    }

    @Argument(
      help: help(en: "The name, as certificates show it.", fr: "Le nom, tel que l’attestation le montre.", value: .name)
    )
    var name: String

    @Option(
      help: help(
        en: "What to type for the person; made from the name otherwise.",
        fr: "Ce qu’on tape pour la personne\u{202F}; tiré du nom sinon.", value: .id))
    var id: String?

    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let open = try OpenWorkspace(workspace)
      let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !name.isEmpty else {
        throw CommandFailure(.usage, Wording(en: "a person has a name", fr: "une personne a un nom"))
      }
      let handle = id ?? Self.handle(from: name)
      guard isIdentifier(handle) else {
        throw CommandFailure(
          .usage,
          Wording(
            en: "\(Language.en.quote(handle)) cannot be an identifier: lower-case letters, digits and hyphens",
            fr:
              "\(Language.fr.quote(handle)) ne peut servir d’identifiant\u{A0}: minuscules sans accent, chiffres et traits d’union"
          ),
          remedies: [Wording(en: "choose one with --id", fr: "en choisir un avec --id")])
      }
      var generator = SystemRandomNumberGenerator()
      let person = Person(
        key: PersonKey(randomUsing: &generator), handle: Identifier(handle), name: name,
        language: LanguageTag(printing.lang.rawValue))
      let ledger = try open.ledger(.creating)
      do throws(LedgerFailure) {
        try ledger.add(person, using: &generator)
      } catch {
        guard error.code == .conflict(.handle(person.handle)) else { throw error }
        throw CommandFailure(
          .conflict, CommandFailure(error).summary,
          remedies: [Wording(en: "choose another with --id", fr: "en choisir un autre avec --id")])
      }
      switch printing.format {
      case .json: try JSONOutput.print(PersonRecord(person))
      case .text:
        TextLayout.wrap(
          said(
            en: "\(name) is added; type \(spokenLanguage.quote(handle)) for this person.",
            fr: "Personne ajoutée\u{A0}: \(name)\u{202F}; taper \(spokenLanguage.quote(handle)) pour la désigner."),
          rest: "  "
        ).forEach(Conversation.print)
      }
    }

    /// The first word of a name in ASCII letters: "Éloïse Martin" becomes "eloise".
    private static func handle(from name: String) -> String {
      let first = name.split(separator: " ").first.map(String.init) ?? name
      let letters = first.lowercased().unicodeScalars.flatMap { scalar in
        String(scalar).decomposed.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
      }
      return letters.isEmpty ? "person" : String(String.UnicodeScalarView(letters))
    }
  }

  /// `person list`.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      about("list", en: "List people.", fr: "Lister les personnes.")
    }

    @OptionGroup var workspace: LedgerOptions
    @OptionGroup var printing: PrintingOptions

    func run() throws {
      let people = try OpenWorkspace(workspace).ledger(.existing).people()
      switch printing.format {
      case .json: try JSONOutput.print(people.map(PersonRecord.init))
      case .text: TextLayout.table(people.map { [$0.handle.rawValue, $0.name] }).forEach(Conversation.print)
      }
    }
  }
}

/// A person as programs read it.
struct PersonRecord: Encodable {
  let id: String
  let name: String
  let language: String

  init(_ person: Person) {
    id = person.handle.rawValue
    name = person.name
    language = person.language.rawValue
  }
}
