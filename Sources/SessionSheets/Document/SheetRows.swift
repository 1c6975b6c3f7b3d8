internal import Bilingual
internal import CurriculumModel
internal import DomainWords
internal import Stationery
internal import TaggedPages

/// The rows of a sheet on paper, in the order in which it is read.
struct SheetRows {
  let sheet: SessionSheet
  let reading: SheetReading
  let commands: [ShellCommand]
  let look = SheetLook()

  private var colon: String { reading.language.colon }

  /// All rows.
  var all: [SheetRow] {
    var rows = [row([piece(reading.title(sheet), look.title, .title)], above: 0)]
    rows.append(row([piece(reading.people(of: sheet), look.subheading)], above: 3))
    guard !sheet.parts.isEmpty else { return rows + nothingToDo }
    rows.append(row([piece(reading.occasion(sheet), look.quiet)], above: 2))
    rows.append(SheetRow(cells: [edged([piece(reading.lastTime(sheet.lastTime), look.body)])], spaceAbove: 7))
    rows.append(overview)
    for part in sheet.parts { rows += self.rows(for: part) }
    return rows + afterwards
  }

  private var nothingToDo: [SheetRow] {
    [row([piece(reading.nothingToDo(sheet), look.body)], above: 12)]
      + sheet.obstacles.map { row([point(reading.facts.obstacle($0))], above: 3) }
      + commands.map { row([point($0.line)], above: 3) }
  }

  /// The agenda, with the cards to bring beside it.
  private var overview: SheetRow {
    let agenda =
      [piece(reading.agendaHeading, look.heading, .heading)]
      + sheet.parts.flatMap { part in
        part.timeline.map { entry in
          var item = piece(
            "\(reading.title(entry.activity)) (\(entry.activity.minutes.count)\u{A0}min)", look.body, .item, above: 1.5)
          item.mark = .span(reading.span(entry.start, entry.activity.minutes))
          return item
        }
      }
    let cards =
      [piece(reading.cardsHeading, look.heading, .heading)]
      + sheet.cards.map { point(reading.facts.text($0.title)) }
    let cells = [SheetCell(pieces: agenda)] + (sheet.cards.isEmpty ? [] : [SheetCell(pieces: cards)])
    return SheetRow(cells: cells, spaceAbove: 12)
  }

  private func rows(for part: SessionSheet.Part) -> [SheetRow] {
    let module = part.module
    var head = row([piece(reading.facts.text(module.title), look.heading, .heading)], above: 16)
    head.rule = look.accent
    head.staysWithNext = true
    var about = row([piece(reading.about(part), look.quiet)], above: 2)
    about.staysWithNext = true
    var rows = [head, about]
    rows.append(row([piece(reading.facts.text(module.summary), look.body)], above: 3))
    rows.append(row([piece(reading.why(part), look.body)], above: 3))
    if let alone = reading.alone(part) { rows.append(row([piece(alone, look.body)], above: 3)) }
    if !part.isContinued { rows += preparations(of: module) }
    for entry in part.timeline { rows += self.rows(for: entry.activity, at: entry.start) }
    if !part.goesOn { rows += checks(of: module) }
    return rows + notes(on: module)
  }

  private func preparations(of module: Module) -> [SheetRow] {
    let cells = module.preparations.filter { reading.concerns($0.audience) }.map { preparation in
      let side = preparation.audience == .senior ? look.senior : look.accent
      var name = look.name
      name.ink = side
      return SheetCell(
        pieces: [piece(reading.toPrepare(preparation.audience), name, .subheading)]
          + pieces(reading.blocks(preparation.text)), edge: side)
    }
    return cells.isEmpty ? [] : [SheetRow(cells: cells, spaceAbove: 8)]
  }

  private func rows(for activity: Activity, at start: Minutes) -> [SheetRow] {
    let span = reading.span(start, activity.minutes)
    var head = row(
      [piece("\(span)   \(reading.title(activity)) – \(reading.about(activity))", look.subheading, .subheading)],
      above: 13)
    head.rule = look.line
    var rows = [head]
    let cells = reading.readers.compactMap { partner in
      activity.instructions[partner].map { instructions in
        let side = partner == .senior ? look.senior : look.accent
        var name = look.name
        name.ink = side
        return SheetCell(
          pieces: [piece(reading.person(partner).capitalizedFirst, name)] + pieces(reading.blocks(instructions)),
          edge: side)
      }
    }
    if !cells.isEmpty { rows.append(SheetRow(cells: cells, spaceAbove: 3)) }
    for prompt in activity.prompts where reading.readers.contains(prompt.from) {
      var question = piece(
        reading.asks(prompt.from) + colon + reading.facts.text(prompt.question), look.body, .item)
      question.mark = .sign("?")
      rows.append(row([question], above: 3))
    }
    for card in activity.cards.compactMap({ reading.facts.library.cards[$0] }) {
      rows.append(row([piece(reading.cardLabel + reading.facts.text(card.title), look.quiet)], above: 3))
    }
    for note in activity.accessibility {
      rows.append(row([piece(reading.label(note) + colon + reading.facts.text(note.text), look.body)], above: 3))
    }
    // What belongs to an activity is read on one page.
    for index in rows.indices.dropLast() { rows[index].staysWithNext = true }
    return rows
  }

  private func checks(of module: Module) -> [SheetRow] {
    guard !module.checks.all.isEmpty else { return [] }
    let items = module.checks.all.map { check in
      var item = piece(
        "\(reading.facts.text(check.criterion)) \(reading.confirmed(by: check.attestedBy))", look.body, .item, above: 2)
      item.mark = .box
      return item
    }
    var all = row([piece(reading.heading(module.checks), look.subheading, .subheading)] + items, above: 13)
    all.rule = look.line
    return [all]
  }

  private func notes(on module: Module) -> [SheetRow] {
    var notes = module.accessibility.map { row(noting: reading.label($0), reading.facts.text($0.text)) }
    notes += module.variants.map { variant in
      let blocks = reading.blocks(variant.text)
      guard case .paragraph(let text)? = blocks.first else {
        return row([piece(reading.label(variant) + colon, look.body)] + pieces(blocks), above: 2)
      }
      var row = row(noting: reading.label(variant), text.plainText)
      row.cells[0].pieces += pieces(Array(blocks.dropFirst()))
      return row
    }
    let privacy = reading.facts.text(module.privacy)
    if !privacy.isEmpty { notes.append(row(noting: reading.privacyLabel, privacy)) }
    guard !notes.isEmpty else { return [] }
    var head = row([piece(reading.notesHeading, look.subheading, .subheading)], above: 13)
    head.rule = look.line
    head.staysWithNext = true
    return [head] + notes
  }

  private var afterwards: [SheetRow] {
    var head = row([piece(reading.afterwardsHeading, look.heading, .heading)], above: 16)
    head.rule = look.accent
    head.staysWithNext = true
    return [head, row([piece(reading.after(sheet), look.body)], above: 2)]
      + commands.map { row([piece($0.line, look.quiet)], above: 2) }
  }

  private func row(_ pieces: [SheetPiece], above: Double) -> SheetRow {
    SheetRow(cells: [SheetCell(pieces: pieces)], spaceAbove: above)
  }

  private func row(noting label: String, _ text: String) -> SheetRow {
    row([piece(label + colon + text, look.body)], above: 2)
  }

  private func edged(_ pieces: [SheetPiece]) -> SheetCell { SheetCell(pieces: pieces, edge: look.accent) }

  private func piece(
    _ text: String, _ style: TextStyle, _ element: StructureElement = .paragraph, above: Double = 2
  ) -> SheetPiece {
    SheetPiece(text: text, style: style, element: element, spaceAbove: above)
  }

  private func point(_ text: String) -> SheetPiece {
    var item = piece(text, look.body, .item, above: 1.5)
    item.mark = .sign("•")
    return item
  }

  private func pieces(_ blocks: [Block]) -> [SheetPiece] {
    blocks.flatMap { block -> [SheetPiece] in
      guard case .list(let kind, let items) = block else { return [piece(block.plainText, look.body)] }
      return items.enumerated().map { index, item in
        var piece = piece(item.plainText, look.body, .item, above: 1.5)
        piece.mark = kind == .boxes ? .box : .sign(BlockText.mark(kind, index))
        return piece
      }
    }
  }
}
