import ArgumentParser
import Bilingual
import FoundationEssentials
import Handbook

/// `manual [CHAPTER]`: a chapter of the manual, or the list of them; all of them as files.
struct ManualCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    about(
      "manual", en: "Print the manual: guides for trainers, mentors and leads, and the references.",
      fr: "Écrire le manuel\u{A0}: guides pour formateurs, mentors et responsables, et les références.")
  }

  @Argument(
    help: help(
      en: "The chapter; all are listed where there is none.",
      fr: "Le chapitre\u{202F}; tous sont listés s’il n’y en a pas."
    ))
  var chapter: String?

  @Argument(
    help: help(
      en: "An element, of which alone ‘vocabulary’ speaks then.",
      fr: "Un élément, le seul dont parle alors «\u{A0}vocabulary\u{A0}»."))
  var element: String?

  @Option(
    help: help(
      en: "Write every chapter in both languages, in Markdown, into this folder, new or written by an earlier run.",
      fr:
        "Écrire tous les chapitres, dans les deux langues, en Markdown, dans ce dossier, nouveau ou déjà écrit ainsi.",
      value: .folder))
  var output: String?

  @OptionGroup var printing: PrintingOptions

  func validate() throws {
    if output != nil, chapter != nil {
      throw ValidationError(
        said(
          en: "--output writes all chapters: name none",
          fr: "--output écrit tous les chapitres\u{A0}: n’en nommer aucun"))
    }
    if element != nil, chapter?.lowercased() != Chapter.vocabulary.rawValue {
      throw ValidationError(
        said(
          en: "only ‘vocabulary’ speaks of single elements",
          fr: "seul «\u{A0}vocabulary\u{A0}» parle d’un élément à la fois"))
    }
  }

  func run() throws {
    if let output { return try write(to: output) }
    guard let chapter else { return try list() }
    guard let known = Chapter(rawValue: chapter.lowercased()) else {
      throw unknown(Wording(en: "chapter", fr: "de chapitre"), chapter, among: Chapter.allCases.map(\.rawValue))
    }
    if let element { return try write(element) }
    switch printing.format {
    case .json: try JSONOutput.print(ChapterRecord(known, isWhole: true))
    case .text: Conversation.write(Array(known.text(in: spokenLanguage).utf8))
    }
  }

  /// Prints what the vocabulary says of an element.
  private func write(_ element: String) throws {
    let chapter = VocabularyChapter(language: spokenLanguage)
    guard let text = chapter.text(of: element) else {
      throw unknown(Wording(en: "element", fr: "d’élément"), element, among: chapter.names)
    }
    switch printing.format {
    case .json: try JSONOutput.print(ElementRecord(element: element, markdown: text))
    case .text: Conversation.write(Array(text.utf8))
    }
  }

  private func list() throws {
    switch printing.format {
    case .json: try JSONOutput.print(Chapter.allCases.map { ChapterRecord($0, isWhole: false) })
    case .text:
      let width = Chapter.allCases.map(\.rawValue.count).max() ?? 0
      for chapter in Chapter.allCases {
        let name = chapter.rawValue + String(repeating: " ", count: width - chapter.rawValue.count + 2)
        TextLayout.wrap(chapter.summary[spokenLanguage], first: name).forEach(Conversation.print)
      }
    }
  }

  private func write(to folder: String) throws {
    var pages: [String: [UInt8]] = [:]
    for chapter in Chapter.allCases {
      for language in Language.allCases {
        pages[chapter.fileName(in: language)] = Array(chapter.text(in: language).utf8)
      }
    }
    let ownNames = Set(pages.keys).union(["copyright"])
    try SiteFolder(path: folder, holds: .manual, ownNames: ownNames).write(pages.keys.sorted()) { pages[$0] }
  }
}

/// The members of `manual --format json`.
private struct ChapterRecord: Encodable {
  let chapter: String
  let title: String
  let summary: String
  /// The chapter in Markdown; left out of the list.
  let markdown: String?

  init(_ chapter: Chapter, isWhole: Bool) {
    self.chapter = chapter.rawValue
    title = chapter.title[spokenLanguage]
    summary = chapter.summary[spokenLanguage]
    markdown = isWhole ? chapter.text(in: spokenLanguage) : nil
  }
}

/// The members of `manual vocabulary ELEMENT --format json`.
private struct ElementRecord: Encodable {
  let element: String
  let markdown: String
}
