import Bilingual
import Diagnostics
import FoundationEssentials
import PathPlanning

/// A planning problem in a file of its own, in the format `curriculum-1`.
enum ProblemFile {
  /// The largest file that is read, in bytes: far more than a hundred thousand modules take.
  private static let largest = 64 << 20

  /// The problem in a file, or what is wrong with it.
  static func problem(at path: String) throws -> PlanningProblem {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes, attributes[.type] as? FileAttributeType != .typeDirectory else {
      throw CommandFailure(.noInput, Wording(en: "there is no file \(path)", fr: "il n’y a pas de fichier \(path)"))
    }
    let size = attributes[.size] as? UInt64 ?? (attributes[.size] as? Int).map(UInt64.init) ?? 0
    guard attributes[.type] as? FileAttributeType == .typeRegular, size <= UInt64(largest) else {
      throw CommandFailure(
        .notSound,
        Wording(
          en: "\(path) is not a file of at most \(largest >> 20) MB",
          fr: "\(path) n’est pas un fichier de \(largest >> 20)\u{A0}Mo au plus"))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.noInput, Wording(en: "\(path) cannot be read", fr: "\(path) ne peut être lu"))
    }
    do {
      return try JSONDecoder().decode(ProblemDocument.self, from: data).problem()
    } catch let fault as ProblemFault {
      throw CommandFailure(fault, in: path)
    } catch {
      throw malformed(path, error as? DecodingError)
    }
  }

  private static func malformed(_ path: String, _ error: DecodingError?) -> CommandFailure {
    let place = error.map(codingPath) ?? ""
    let at = place.isEmpty ? Wording(same: "") : Wording(en: ", at \(place)", fr: ", à l’endroit \(place)")
    return CommandFailure(
      .notSound,
      Wording(
        en: "\(path) is not JSON of the format curriculum-1\(at.en)",
        fr: "\(path) n’est pas du JSON au format curriculum-1\(at.fr)"),
      remedies: [
        Wording { language in
          let form =
            #"{"session_minutes": 60, "competencies": ["a"], "has": [], "goal": {"c": "a"}, "#
            + #""modules": [{"id": "m", "minutes": 60, "teaches": ["a"], "requires": null}]}"#
          let also = #"{"m": …}, {"all": […]}, {"any": […]}, {"n": 2, "of": […]}"#
          return language == .en
            ? "its form is \(form); conditions are also \(also); parts of the goal may have \"weight\": 2 beside them"
            : "sa forme est \(form)\u{202F}; les conditions sont aussi \(also)\u{202F}; une partie du but peut porter "
              + "\"weight\": 2"
        }
      ])
  }

  private static func codingPath(of error: DecodingError) -> String {
    let path: [any CodingKey] =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
        context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      @unknown default: []
      }
    return path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined().drop { $0 == "." }
      .description
  }
}

extension CommandFailure {
  /// Why a problem's document contradicts itself, in words.
  fileprivate init(_ fault: ProblemFault, in path: String) {
    switch fault {
    case .length(let minutes, let module):
      let what =
        module.map { Wording(en: "the module ‘\($0)’", fr: "le module «\u{A0}\($0)\u{A0}»") }
        ?? Wording(en: "a session", fr: "une séance")
      let longest = ProblemDocument.longest
      self.init(
        .notSound,
        Wording(
          en: "\(path): \(what.en) lasts \(minutes) minutes, which is not from 1 to \(longest)",
          fr: "\(path)\u{A0}: \(what.fr) dure \(minutes) minutes, ce qui n’est pas entre 1 et \(longest)"))
    case .repeated(let module):
      self.init(
        .notSound,
        Wording(
          en: "\(path): the module ‘\(module)’ is there twice",
          fr: "\(path)\u{A0}: le module «\u{A0}\(module)\u{A0}» y est deux fois"))
    case .unknownCompetence(let name, let place, let known):
      let failure = unknown(Wording(en: "competence", fr: "de compétence"), name, among: known)
      self.init(.notSound, failure.summary.in(path, place), remedies: failure.remedies)
    case .unknownModule(let name, let place, let known):
      let failure = unknown(Wording(en: "module", fr: "de module"), name, among: known)
      self.init(.notSound, failure.summary.in(path, place), remedies: failure.remedies)
    case .count(let wanted, let count, let place):
      self.init(
        .notSound,
        Wording(
          en: "\(wanted) of \(count) parts are wanted, which is not from 1 to \(count)",
          fr: "\(wanted) parties sur \(count) sont demandées, ce qui n’est pas entre 1 et \(count)"
        ).in(path, place))
    case .idleWeight(let weight, let place):
      self.init(
        .notSound,
        Wording(
          en: "the weight \(weight) counts for nothing: only parts of the goal that must all hold have one",
          fr: "le poids \(weight) ne compte pas\u{A0}: seules les parties du but à réunir toutes en ont un"
        ).in(path, place))
    case .weight(let weight):
      let most = ProblemDocument.mostWeight
      self.init(
        .notSound,
        Wording(
          en: "a part of it weighs \(weight) in all, which is more than \(most)",
          fr: "une partie y pèse \(weight) en tout, soit plus de \(most)"
        ).in(path, .goal))
    case .sessions(let count):
      let most = ProblemDocument.mostSessions
      self.init(
        .notSound,
        Wording(
          en: "\(path): all modules together take \(count) sessions, which is more than \(most)",
          fr: "\(path)\u{A0}: tous les modules ensemble prennent \(count) séances, soit plus de \(most)"))
    }
  }
}

extension Wording {
  fileprivate func `in`(_ path: String, _ place: ProblemFault.Place) -> Wording {
    let place =
      switch place {
      case .start: Wording(en: "at the start", fr: "au départ")
      case .module(let name): Wording(en: "in the module ‘\(name)’", fr: "dans le module «\u{A0}\(name)\u{A0}»")
      case .goal: Wording(en: "in the goal", fr: "dans le but")
      }
    return Wording(en: "\(path), \(place.en): \(en)", fr: "\(path), \(place.fr)\u{A0}: \(fr)")
  }
}
