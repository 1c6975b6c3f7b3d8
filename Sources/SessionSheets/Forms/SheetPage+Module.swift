internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import PathPlanning

extension SheetPage {
  /// What is done of one module, as the template takes it.
  struct ModulePart {
    /// Blocks of text under a heading, for one of the two or for both.
    struct Addressed {
      /// `junior`, `senior` or `both`.
      let side: String
      let heading: String
      let blocks: [RichText.Piece]
      let tongue: String?
    }

    /// An activity.
    struct Step {
      let anchor: String
      let span: String
      let title: RichPhrase
      let about: String
      let instructions: [Addressed]
      let prompts: [Question]
      let cards: [SheetBody.Brought]
      let needs: [Note]
    }

    /// A question that one asks the other.
    struct Question {
      let who: String
      let runs: [RichPhrase.Run]
      let foreign: String?
    }

    /// A note in running text.
    struct Note {
      let label: String
      let runs: [RichPhrase.Run]
      let foreign: String?
    }

    /// The checks.
    struct Ticks {
      let anchor: String
      let heading: String
      let items: [Tick]
    }

    /// A check.
    struct Tick {
      let anchor: String
      let by: String
      let runs: [RichPhrase.Run]
      let foreign: String?
    }

    /// Notes on the whole module.
    struct Notes {
      let anchor: String
      let heading: String
      let items: [LongNote]
    }

    /// A note in blocks of text.
    struct LongNote {
      let label: String
      let blocks: [RichText.Piece]
      let tongue: String?
    }

    let anchor: String
    let title: RichPhrase
    let about: String
    let summary: RichPhrase
    /// Why the module is in the plan; nil where there is none.
    let why: String?
    let alone: String?
    let preparations: [Addressed]
    let activities: [Step]
    let checks: Ticks?
    let notes: Notes?
    let colon: String

    init(
      _ part: SessionSheet.Part, number: Int, _ reading: SheetReading,
      _ cardAddress: (Identifier<Card>) -> String?
    ) {
      let module = part.module
      func anchor(_ name: some CustomStringConvertible) -> String { SheetBody.anchor(number, name) }
      self.anchor = anchor("module")
      title = reading.rich(module.title)
      about = reading.about(part)
      summary = reading.rich(module.summary)
      why = part.rationale.opens.isEmpty && part.rationale.aims.isEmpty ? nil : reading.why(part)
      alone = reading.alone(part)
      colon = reading.language.colon
      preparations =
        part.isContinued
        ? []
        : module.preparations.filter { reading.concerns($0.audience) }.map {
          Addressed($0.audience.rawValue, reading.toPrepare($0.audience), reading.rich($0.text))
        }
      activities = part.timeline.map { entry in
        Step(entry.activity, at: entry.start, anchor: anchor(entry.activity.id), reading, cardAddress)
      }
      checks =
        part.goesOn || module.checks.all.isEmpty
        ? nil
        : Ticks(
          anchor: anchor("checks"), heading: reading.heading(module.checks),
          items: module.checks.all.map { check in
            let criterion = reading.rich(check.criterion)
            return Tick(
              anchor: anchor("check-\(check.id)"), by: reading.confirmed(by: check.attestedBy), runs: criterion.runs,
              foreign: criterion.foreign)
          })
      let notes = Self.notes(on: module, reading)
      self.notes = notes.isEmpty ? nil : Notes(anchor: anchor("notes"), heading: reading.notesHeading, items: notes)
    }

    private static func notes(on module: Module, _ reading: SheetReading) -> [LongNote] {
      var notes = module.accessibility.map { LongNote(reading.label($0), reading.rich($0.text)) }
      notes += module.variants.map { LongNote(reading.label($0), reading.rich($0.text)) }
      if !reading.facts.text(module.privacy).isEmpty {
        notes.append(LongNote(reading.privacyLabel, reading.rich(module.privacy)))
      }
      return notes
    }
  }
}

extension SheetPage.ModulePart.Addressed {
  init(_ side: String, _ heading: String, _ text: RichText) {
    self.init(side: side, heading: heading, blocks: text.blocks, tongue: text.tongue)
  }
}

extension SheetPage.ModulePart.LongNote {
  init(_ label: String, _ text: RichText) {
    self.init(label: label, blocks: text.blocks, tongue: text.tongue)
  }

  init(_ label: String, _ phrase: RichPhrase) {
    self.init(label: label, blocks: [RichText.Piece(paragraph: phrase)], tongue: phrase.foreign)
  }
}

extension SheetPage.ModulePart.Step {
  init(
    _ activity: Activity, at start: Minutes, anchor: String, _ reading: SheetReading,
    _ cardAddress: (Identifier<Card>) -> String?
  ) {
    self.init(
      anchor: anchor, span: reading.span(start, activity.minutes), title: reading.rich(activity),
      about: reading.about(activity),
      instructions: reading.readers.compactMap { partner in
        activity.instructions[partner].map {
          SheetPage.ModulePart.Addressed(
            partner.rawValue, reading.person(partner).capitalizedFirst, reading.rich($0))
        }
      },
      prompts: activity.prompts.filter { reading.readers.contains($0.from) }.map { prompt in
        let question = reading.rich(prompt.question)
        return SheetPage.ModulePart.Question(
          who: reading.asks(prompt.from), runs: question.runs, foreign: question.foreign)
      },
      cards: activity.cards.compactMap { reading.facts.library.cards[$0] }.map {
        SheetBody.Brought($0, label: reading.cardLabel, reading, cardAddress)
      },
      needs: activity.accessibility.map { note in
        let text = reading.rich(note.text)
        return SheetPage.ModulePart.Note(label: reading.label(note), runs: text.runs, foreign: text.foreign)
      })
  }
}
