import Bilingual
import CurriculumModel
import ProgrammeModel
import RecordExchange

extension RecordFault {
  /// A pair begins that began before, but not so.
  static func pairExists(_ id: Identifier<Pair>) -> RecordFault {
    RecordFault(
      Wording(
        en: "the pair ‘\(id)’ exists already, with other people, another curriculum or other goals",
        fr:
          "le binôme «\u{A0}\(id)\u{A0}» existe déjà, avec d’autres personnes, un autre parcours ou d’autres buts"
      ), remedy: Wording(en: "choose another id", fr: "choisir un autre identifiant"))
  }

  /// An event is recorded, but not so.
  static func otherContent(_ id: Event.ID) -> RecordFault {
    RecordFault(
      Wording(
        en: "event \(id) is recorded already with other content",
        fr: "l’événement \(id) est déjà consigné avec un autre contenu"),
      remedy: Wording(
        en: "give it another identifier, or void the one that is wrong",
        fr: "lui donner un autre identifiant, ou annuler celui qui est faux"))
  }
}
