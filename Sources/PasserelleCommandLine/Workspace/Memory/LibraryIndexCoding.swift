import CurriculumModel
import CurriculumReading
import Validators

/// Writes an index as numbers after a table of the texts in it: ten thousand modules say the same few hundred.
struct LibraryIndexWriter {
  private var numbers: [Int32] = []
  private var texts: [String] = []
  private var places: [String: Int32] = [:]

  /// The index as bytes.
  static func bytes(_ index: LibraryIndex) -> [UInt8] {
    var writer = Self()
    writer.numbers.reserveCapacity(48 * index.entries.count)
    writer.places.reserveCapacity(2 * index.entries.count)
    for entry in index.entries { writer.write(entry) }
    var result = MemoryWriter([])
    result.write(Int64(index.entries.count))
    result.write(Int64(writer.texts.count))
    for text in writer.texts { result.write(text) }
    result.append(writer.numbers)
    return result.bytes
  }

  private mutating func write(_ entry: LibraryIndex.Entry) {
    switch entry {
    case .frame: write(0)
    case .card(let id):
      write(1)
      write(id.rawValue)
    case .unread(let kind, let id):
      write(2)
      write(kind?.rawValue ?? "")
      write(id == nil ? 0 : 1)
      write(id ?? "")
    case .module(let facts):
      write(3)
      write(facts)
    }
  }

  private mutating func write(_ facts: ModuleFacts) {
    let (outline, opportunity) = (facts.outline, facts.outline.opportunity)
    write(outline.id.rawValue)
    write(outline.theme.rawValue)
    write(outline.isOffered ? 1 : 0)
    write(outline.minutes.count)
    write(outline.direction.rawValue)
    write(facts.refresh == nil ? 0 : 1)
    write(facts.refresh?.rawValue ?? "")
    write(facts.formerly.count)
    for id in facts.formerly { write(id.rawValue) }
    write(opportunity.condition)
    write(opportunity.effects.count)
    for fact in opportunity.effects { write(fact) }
  }

  private mutating func write(_ condition: Condition<Fact>) {
    func part(_ kind: Int, _ n: Int, _ parts: [Condition<Fact>]) {
      write(kind)
      write(n)
      write(parts.count)
      for part in parts { write(part) }
    }
    switch condition {
    case .leaf(let fact):
      write(0)
      write(fact)
    case .all(let parts): part(1, 0, parts)
    case .any(let parts): part(2, 0, parts)
    case .atLeast(let n, let parts): part(3, n, parts)
    }
  }

  private mutating func write(_ fact: Fact) {
    switch fact {
    case .passed(let id):
      write(0)
      write(id.rawValue)
    case .holds(let partner, let held):
      write(partner == .junior ? 1 : 2)
      write(held.competence.framework.rawValue)
      write(held.competence.code)
      write(held.level)
    }
  }

  private mutating func write(_ number: Int) { numbers.append(Int32(clamping: number)) }

  private mutating func write(_ text: String) {
    if let place = places[text] {
      numbers.append(place)
    } else {
      let place = Int32(texts.count)
      places[text] = place
      texts.append(text)
      numbers.append(place)
    }
  }
}

/// Reads what a `LibraryIndexWriter` wrote.
struct LibraryIndexReader {
  /// There is less, or something else, than was written.
  private struct Damage: Error {}

  private let numbers: [Int32]
  private let texts: [String]
  private var next = 0

  /// The index; nil where the bytes are none.
  static func index(_ bytes: ArraySlice<UInt8>) -> LibraryIndex? {
    var memory = MemoryReader(bytes)
    guard let count = memory.number(), let textCount = memory.number(),
      (0...Int64(bytes.count)).contains(count), (0...Int64(bytes.count)).contains(textCount)
    else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(Int(textCount))
    for _ in 0..<textCount {
      guard let text = memory.text() else { return nil }
      texts.append(text)
    }
    var reader = Self(numbers: memory.restAsNumbers, texts: texts)
    do {
      var entries: [LibraryIndex.Entry] = []
      entries.reserveCapacity(Int(count))
      for _ in 0..<count { entries.append(try reader.entry()) }
      return reader.next == reader.numbers.count ? LibraryIndex(entries) : nil
    } catch {
      return nil
    }
  }

  private init(numbers: [Int32], texts: [String]) {
    self.numbers = numbers
    self.texts = texts
  }

  private mutating func entry() throws -> LibraryIndex.Entry {
    switch try number() {
    case 0: return .frame
    case 1: return .card(Identifier(try text()))
    case 2:
      let kind = DocumentKind(rawValue: try text())
      let hasName = try number() == 1
      let id = try text()
      return .unread(kind, id: hasName ? id : nil)
    case 3: return .module(try module())
    default: throw Damage()
    }
  }

  private mutating func module() throws -> ModuleFacts {
    let id = Identifier<Module>(try text())
    let theme = Identifier<Theme>(try text())
    let isOffered = try number() == 1
    let minutes = Minutes(try number())
    guard let direction = Direction(rawValue: try text()) else { throw Damage() }
    let hasRefresh = try number() == 1
    let refresh = Identifier<Module>(try text())
    let formerly = try list { try Identifier<Module>($0.text()) }
    let condition = try condition()
    return ModuleFacts(
      outline: ModuleOutline(
        theme: theme, isOffered: isOffered,
        opportunity: Opportunity(
          module: id, minutes: minutes, direction: direction, condition: condition, effects: try list { try $0.fact() })
      ),
      refresh: hasRefresh ? refresh : nil, formerly: formerly)
  }

  private mutating func condition() throws -> Condition<Fact> {
    let kind = try number()
    if kind == 0 { return .leaf(try fact()) }
    let n = try number()
    let parts = try list { try $0.condition() }
    switch kind {
    case 1: return .all(parts)
    case 2: return .any(parts)
    case 3: return .atLeast(n, parts)
    default: throw Damage()
    }
  }

  private mutating func fact() throws -> Fact {
    let kind = try number()
    if kind == 0 { return .passed(Identifier(try text())) }
    let competence = CompetenceReference(framework: Identifier(try text()), code: try text())
    return .holds(kind == 1 ? .junior : .senior, LevelledCompetence(competence, level: try number()))
  }

  private mutating func list<Element>(_ read: (inout Self) throws -> Element) throws -> [Element] {
    let count = try number()
    guard (0...numbers.count).contains(count) else { throw Damage() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  private mutating func number() throws -> Int {
    guard next < numbers.count else { throw Damage() }
    defer { next += 1 }
    return Int(numbers[next])
  }

  private mutating func text() throws -> String {
    let place = try number()
    guard texts.indices.contains(place) else { throw Damage() }
    return texts[place]
  }
}
