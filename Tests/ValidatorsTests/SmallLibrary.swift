import Validators

/// A library of short documents that name each other, in which documents are exchanged for others.
struct SmallLibrary {
  /// The documents.
  private(set) var files: [WorkspaceFile]
  private var numbers: SeededNumbers

  private static let identifiers = (0..<9).map { "m\($0)" }

  /// A library in which much is wrong.
  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    files = Self.frame
    for id in Self.identifiers { files.append(WorkspaceFile(path: "\(id).xml", bytes: [])) }
    for card in ["c0", "c1"] { files.append(WorkspaceFile(path: "\(card).xml", bytes: [])) }
    for place in files.indices.dropFirst(Self.frame.count) { write(place, isRepaired: true) }
  }

  /// A library of modules in which nothing is wrong: each requires the one before it.
  init(sound count: Int) {
    numbers = SeededNumbers(seed: 0)
    files = Self.frame
    for number in 0..<count {
      let requires = number == 0 ? "" : "<requires><passed module=\"m\(number - 1)\"/></requires>"
      let text = Self.module("m\(number)", requires: requires)
      files.append(WorkspaceFile(path: "m\(number).xml", bytes: Array(text.utf8)))
    }
  }

  /// Exchanges one to three documents, and says which.
  mutating func change() -> [Int] {
    let places = Set((0...numbers.below(3) / 2).map { _ in numbers.below(files.count) }).sorted()
    for place in places {
      if place < Self.frame.count { rewriteFrame(place) } else { write(place, isRepaired: numbers.below(4) > 0) }
    }
    return places
  }

  /// A document with other words, or now and then another programme, framework or curriculum.
  private mutating func rewriteFrame(_ place: Int) {
    var text = String(decoding: Self.frame[place].bytes, as: UTF8.self)
    switch numbers.below(6) {
    case 0:
      text = text.replacing("levels=\"4\"", with: "levels=\"2\"").replacing("minutes=\"60\"", with: "minutes=\"25\"")
    case 1:
      text = text.replacing("theme id=\"t0\"", with: "theme id=\"t9\"").replacing(
        "at-least=\"2\"", with: "at-least=\"3\"")
    case 2: text = text.replacing("</title>", with: " \(numbers.below(100))</title>")
    case 3: text = "\n\n" + text.replacing("<?xml version=\"1.0\"?>", with: "")
    default: break
    }
    files[place] = WorkspaceFile(path: files[place].path, bytes: Array(text.utf8))
  }

  private mutating func write(_ place: Int, isRepaired: Bool) {
    let path = files[place].path
    let own = String(path.dropLast(4))
    var text =
      own.hasPrefix("c")
      ? card(isRepaired ? own : pick(["c0", "c1", "c2"])) : module(isRepaired ? own : pick(Self.identifiers))
    switch numbers.below(12) {
    case 0: text = text.replacing("xml:lang=\"fr\"", with: "lang=\"fr\"")
    case 1: text = text.replacing("</title>", with: "")
    case 2: text = text.replacing("</title>", with: " & </title>")
    case 3: text = text.replacing("<title xml:lang=\"en\">T</title>", with: "")
    case 4: text = text.replacing("<title>T", with: "<title>Tout autre chose")
    default: break
    }
    files[place] = WorkspaceFile(path: path, bytes: Array(text.utf8))
  }

  private mutating func module(_ id: String) -> String {
    let leaf = { (numbers: inout SeededNumbers) in
      numbers.below(3) == 0
        ? "<competence framework=\"f\" code=\"\(1 + numbers.below(3))\" level=\"\(1 + numbers.below(5))\"/>"
        : "<passed module=\"\(Self.identifiers[numbers.below(Self.identifiers.count)])\"/>"
    }
    var requires = ""
    if numbers.below(3) > 0 {
      let parts = (0...numbers.below(3)).map { _ in leaf(&numbers) }.joined()
      requires = numbers.below(2) == 0 ? parts : "<any>\(parts)\(leaf(&numbers))</any>"
      requires = "<requires>\(requires)</requires>"
    }
    return Self.module(
      id, theme: pick(["t0", "t0", "t1"]), direction: pick(["junior-to-senior", "senior-to-junior", "mutual"]),
      status: pick(["published", "published", "published", "withdrawn"]),
      formerly: numbers.below(6) == 0 ? " formerly=\"\(pick(Self.identifiers)) old\"" : "",
      minutes: pick(["20", "30", "40"]), level: 1 + numbers.below(5), requires: requires,
      use: numbers.below(3) == 0 ? "<use card=\"\(pick(["c0", "c1", "c2"]))\"/>" : "",
      validity: numbers.below(3) == 0 ? "<validity months=\"12\" refresh=\"\(pick(Self.identifiers))\"/>" : "")
  }

  private mutating func pick(_ choices: [String]) -> String { choices[numbers.below(choices.count)] }

  private func card(_ id: String) -> String {
    """
    <?xml version="1.0"?>
    <card xmlns="urn:passerelle:1" id="\(id)" version="1.0.0" xml:lang="fr">
    <title>T</title><title xml:lang="en">T</title><rights licence="CC-BY-4.0" holder="H"/><body><p>B</p></body>
    <body xml:lang="en"><p>B</p></body></card>
    """
  }

  private static func module(
    _ id: String, theme: String = "t0", direction: String = "mutual", status: String = "published",
    formerly: String = "", minutes: String = "30", level: Int = 1, requires: String = "", use: String = "",
    validity: String = ""
  ) -> String {
    """
    <?xml version="1.0"?>
    <module xmlns="urn:passerelle:1" id="\(id)" version="1.0.0" xml:lang="fr" theme="\(theme)" direction="\(direction)"
      serves="adaptation"\(formerly)>
    <title>T</title><title xml:lang="en">T</title><summary>S</summary><summary xml:lang="en">S</summary>
    <lifecycle status="\(status)" published="2026-03-02" volatility="low"/><rights licence="CC-BY-4.0" holder="H"/>
    <time minutes="\(minutes)"/>
    <objectives><objective id="o1" for="both" verb="apply"><statement>S</statement><statement xml:lang="en">S</statement>
    <competence framework="f" code="1" level="\(level)"/></objective></objectives>
    \(requires)
    <session><activity id="a1" minutes="30" lead="both" mode="practice"><junior>J</junior><junior xml:lang="en">J</junior>
    <senior>S</senior><senior xml:lang="en">S</senior>\(use)</activity></session>
    <checks><check id="c1" for="o1" kind="observation" attested-by="senior"><criterion>C</criterion>
    <criterion xml:lang="en">C</criterion></check></checks>\(validity)
    </module>
    """
  }

  private static let frame = [
    WorkspaceFile(
      path: "programme.xml",
      bytes: Array(
        """
        <?xml version="1.0"?>
        <programme xmlns="urn:passerelle:1" id="p" xml:lang="fr"><title>T</title><title xml:lang="en">T</title>
        <languages default="fr" fallback="fr en"/><issuer name="A" url="https://a.example"/>
        <theme id="t0"><name>N</name><name xml:lang="en">N</name></theme></programme>
        """.utf8)),
    WorkspaceFile(
      path: "framework.xml",
      bytes: Array(
        """
        <?xml version="1.0"?>
        <framework xmlns="urn:passerelle:1" id="f" xml:lang="fr" levels="4" source="S" licence="CC0-1.0">
        <title>T</title><title xml:lang="en">T</title>
        <competence code="1"><name>N</name><name xml:lang="en">N</name></competence>
        <competence code="2"><name>N</name><name xml:lang="en">N</name></competence></framework>
        """.utf8)),
    WorkspaceFile(
      path: "curriculum.xml",
      bytes: Array(
        """
        <?xml version="1.0"?>
        <curriculum xmlns="urn:passerelle:1" id="k" version="1" xml:lang="fr"><title>T</title><title xml:lang="en">T</title>
        <summary>S</summary><summary xml:lang="en">S</summary><rights licence="CC-BY-4.0" holder="H"/>
        <rhythm minutes="60" every-weeks="2" sessions="90"/>
        <group id="g1" at-least="2" directions="mutual" theme="t0"><title>T</title><title xml:lang="en">T</title></group>
        <group id="g2"><title>T</title><title xml:lang="en">T</title><module ref="m0"/><module ref="m1"/></group>
        <certificate id="z" for="pair"><title>T</title><title xml:lang="en">T</title><description>D</description>
        <description xml:lang="en">D</description><earned-when><passed group="g1"/></earned-when></certificate>
        </curriculum>
        """.utf8)),
  ]
}
