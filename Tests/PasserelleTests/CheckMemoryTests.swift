import Crypto
import Foundation
import Testing

/// What a check remembers: it changes nothing but the time, and is believed only as it was written.
@Suite(.timeLimit(.minutes(30)))
struct CheckMemoryTests {
  private static let module = "modules/ld-listen.xml"
  private static let (truth, lie) = ("is not an attribute", "IS NOT AN ATTRIBUTE")

  private static func shortModule(_ number: Int) -> String {
    """
    <module xmlns="urn:passerelle:1" id="zz-\(number)" version="1.0.0" xml:lang="fr" theme="digital-tools" direction="mutual">
    <title>T</title><title xml:lang="en">T</title><summary>S</summary><summary xml:lang="en">S</summary>
    <lifecycle status="published"/><rights licence="CC-BY-4.0" holder="H"/><time minutes="30"/>
    <objectives><objective id="o" for="both" verb="apply"><statement>F</statement><statement xml:lang="en">D</statement>
    </objective></objectives><session><activity id="a" minutes="30" lead="both" mode="practice"><junior>J</junior>
    <junior xml:lang="en">J</junior><senior>S</senior><senior xml:lang="en">S</senior></activity></session>
    <checks><check id="c" for="o" kind="observation" attested-by="senior"><criterion>V</criterion>
    <criterion xml:lang="en">T</criterion></check></checks></module>
    """
  }

  private func check(_ workspace: Workspace, _ arguments: String...) throws -> String {
    try workspace.run(["check", "--lang", "en", "--now", Workspace.now] + arguments).output
  }

  /// A workspace with a misspelt attribute, checked once; nothing in it changed for a while.
  private func checked() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.replace("<rights licence", with: "<rights licennce", in: Self.module)
    #expect(try check(workspace).contains(Self.truth))
    return workspace
  }

  private func memory(_ workspace: Workspace) throws -> URL {
    let folder = workspace.url(".cache/passerelle")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return folder.appending(path: try #require(names.first { $0.hasPrefix("check-") }))
  }

  /// Changes the words of a finding that is remembered, with or without the digest that makes them believed.
  private func lie(in workspace: Workspace, withDigest: Bool = true) throws {
    let file = try memory(workspace)
    var bytes = Array(try Data(contentsOf: file).dropLast(32))
    let (truth, lie) = (Array(Self.truth.utf8), Array(Self.lie.utf8))
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: truth) })
    bytes.replaceSubrange(place..<(place + truth.count), with: lie)
    let digest = withDigest ? Array(SHA256.hash(data: bytes)) : [UInt8](repeating: 0, count: 32)
    try Data(bytes + digest).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }

  /// Makes the memory look at its files long after their last change, as if nobody had touched them for a while.
  private func settle(_ workspace: Workspace) throws {
    let file = try memory(workspace)
    var bytes = Array(try Data(contentsOf: file).dropLast(32))
    let opening = "passerelle check 2\n".utf8.count
    let keyLength = bytes[opening..<(opening + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
    let later = UInt64(4_000_000_000_000_000_000)
    for index in 0..<8 { bytes[opening + 8 + keyLength + index] = UInt8(truncatingIfNeeded: later >> (8 * index)) }
    try Data(bytes + Array(SHA256.hash(data: bytes))).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }

  @Test func houseRulesAreRememberedWithTheirPlaces() throws {
    let workspace = try Workspace()
    try workspace.replace(
      "  <store", with: "  <house-rules href=\"rules/house.sch\"/>\n  <store", in: "programme.xml")
    let first = try check(workspace)
    #expect(first.contains("[house:card-unused]"))
    try settle(workspace)
    #expect(try check(workspace) == first)
    try workspace.replace("No module uses", with: "Nobody uses", in: "rules/house.sch")
    #expect(try check(workspace).contains("Nobody uses the card"))
  }

  /// Without this, the other tests would hold for a memory that is never read.
  @Test func whatIsRememberedIsSaid() throws {
    let workspace = try checked()
    try lie(in: workspace)
    #expect(try check(workspace).contains(Self.lie))
    #expect(try check(workspace, "--no-cache").contains(Self.truth))
  }

  /// What is found in another document is believed while an attribute of one changes: it was not read again, for the
  /// library is too large for an audit.
  @Test func whatIsRememberedOfOthersIsSaid() throws {
    let workspace = try checked()
    for number in 0...1000 { try workspace.write(Self.shortModule(number), to: "modules/zz-\(number).xml") }
    #expect(try check(workspace).contains(Self.truth))
    try lie(in: workspace)
    try settle(workspace)
    try workspace.replace("<time minutes=\"45\"", with: "<time minutes=\"50\"", in: "modules/dt-passwords.xml")
    let output = try check(workspace)
    #expect(output.contains(Self.lie) && output.contains("[MinutesDoNotAddUp]"))
  }

  /// Facts of one document, then of more than are kept beside the index, each on top of what was remembered before.
  @Test func followsFactsInALargeLibrary() throws {
    let workspace = try Workspace()
    for number in 0...1000 { try workspace.write(Self.shortModule(number), to: "modules/zz-\(number).xml") }
    _ = try check(workspace)
    func expectSame(_ change: String, finding text: String? = nil) throws {
      try settle(workspace)
      let remembered = try check(workspace, "--format", "json")
      #expect(remembered == (try check(workspace, "--format", "json", "--no-cache")), "\(change)")
      if let text { #expect(remembered.contains(text), "\(change)") }
    }
    func require(_ other: Int, in number: Int) throws {
      try workspace.replace(
        "</objectives>", with: "</objectives><requires><passed module=\"zz-\(other)\"/></requires>",
        in: "modules/zz-\(number).xml")
    }
    try require(8, in: 7)
    try expectSame("one condition")
    for number in 100..<180 { try require(number + 100, in: number) }
    try expectSame("eighty conditions")
    try require(7, in: 8)
    try expectSame("a circle", finding: "zz-7")
    try workspace.replace("<time minutes=\"30\"", with: "<time minutes=\"35\"", in: "modules/zz-150.xml")
    try expectSame("minutes beside a circle", finding: "MinutesDoNotAddUp")
  }

  @Test func aDamagedOneIsIgnored() throws {
    let workspace = try checked()
    try lie(in: workspace, withDigest: false)
    #expect(try check(workspace).contains(Self.truth))
    let whole = try Data(contentsOf: memory(workspace))
    for number in 0..<8 {
      let place = whole.count * number / 8 + number
      var damaged = whole
      damaged[place] ^= 1 << UInt8(number)
      for bytes in [damaged, whole.prefix(place), whole + [0]] {
        try bytes.write(to: memory(workspace))
        #expect(try check(workspace).contains(Self.truth))
        #expect(try Data(contentsOf: memory(workspace)).count == whole.count)
      }
    }
  }

  @Test func oneOfAnotherDayIsIgnored() throws {
    let workspace = try checked()
    try lie(in: workspace)
    let ending = try workspace.run(["check", "--lang", "en", "--now", "2026-11-24T10:00:00Z"])
    #expect(ending.output.contains(Self.truth))
  }

  @Test func oneOfAnotherVersionIsIgnored() throws {
    let workspace = try checked()
    let file = try memory(workspace)
    var bytes = Array(try Data(contentsOf: file).dropLast(32))
    let version = Array("passerelle check 2\n".utf8)
    #expect(bytes.starts(with: version))
    bytes[version.count - 2] = UInt8(ascii: "3")
    let text = Array(Self.truth.utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: text) })
    bytes.replaceSubrange(place..<(place + text.count), with: Array(Self.lie.utf8))
    try Data(bytes + Array(SHA256.hash(data: bytes))).write(to: file)
    #expect(try check(workspace).contains(Self.truth))
  }

  /// A copy of the program is another program: it may find other things.
  @Test func oneOfAnotherProgramIsIgnored() throws {
    let workspace = try checked()
    try lie(in: workspace)
    let copy = workspace.url(".cache/copy").path
    try FileManager.default.copyItem(atPath: Program.path, toPath: copy)
    let ending = try Program.run(
      ["check", "--lang", "en", "--now", Workspace.now], in: workspace.folder, environment: ["HOME": workspace.folder],
      program: copy)
    #expect(ending.output.contains(Self.truth), "\(ending.words)")
  }

  @Test func oneThatOthersCanWriteIsIgnored() throws {
    let workspace = try checked()
    try lie(in: workspace)
    let file = try memory(workspace)
    for (place, mode) in [(file, 0o620), (file, 0o602), (file.deletingLastPathComponent(), 0o777)] {
      let kept = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions]
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
      let output = try check(workspace)
      #expect(output.contains(Self.truth))
      try FileManager.default.setAttributes([.posixPermissions: kept ?? 0o600], ofItemAtPath: place.path)
      try FileManager.default.removeItem(at: file)
      _ = try check(workspace)
      try lie(in: workspace)
    }
  }

  @Test func aLinkIsIgnored() throws {
    let workspace = try checked()
    try lie(in: workspace)
    let file = try memory(workspace)
    let elsewhere = workspace.url(".cache/elsewhere")
    try FileManager.default.moveItem(at: file, to: elsewhere)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: elsewhere)
    #expect(try check(workspace).contains(Self.truth))
    #expect(try String(decoding: Data(contentsOf: elsewhere), as: UTF8.self).contains(Self.lie))
  }

  @Test(.enabled(if: getuid() == 0, "only root can give a file to somebody else"))
  func oneOfAnotherUserIsIgnored() throws {
    let workspace = try checked()
    try lie(in: workspace)
    let file = try memory(workspace)
    try #require(chown(file.path, 1, 1) == 0)
    #expect(try check(workspace).contains(Self.truth))
  }

  /// After each change the verdict with a memory is the verdict without one.
  @Test func followsEachChange() throws {
    let workspace = try Workspace()
    func expectSame(_ change: String) throws {
      let remembered = try check(workspace, "--format", "json")
      #expect(remembered == (try check(workspace, "--format", "json", "--no-cache")), "\(change)")
      try settle(workspace)
      #expect(remembered == (try check(workspace, "--format", "json")), "\(change), again")
    }
    try expectSame("nothing")
    try workspace.replace("<summary>", with: "<summary>Et ceci\u{A0}: ", in: Self.module)
    try expectSame("words")
    try workspace.replace("<summary>", with: "<summary>A & B ", in: Self.module)
    try expectSame("broken")
    try workspace.replace("A & B ", with: "", in: Self.module)
    try workspace.replace("<time minutes=\"45\"", with: "<time minutes=\"50\"", in: Self.module)
    try expectSame("minutes")
    try workspace.replace("<passed module=\"ld-contract\"/>", with: "<passed module=\"ld-listen\"/>", in: Self.module)
    try expectSame("condition")
    try workspace.replace("<lifecycle status=\"published\"", with: "<lifecycle status=\"withdrawn\"", in: Self.module)
    try expectSame("status")
    try workspace.replace("<objectives>", with: "<objektives>", in: Self.module)
    try expectSame("refused")
    try workspace.replace("<objektives>", with: "<objectives>", in: Self.module)
    try expectSame("accepted again")
    try workspace.replace("id=\"ld-listen\"", with: "id=\"ld-lissten\"", in: Self.module)
    try expectSame("identifier")
    try FileManager.default.removeItem(at: workspace.url(Self.module))
    try expectSame("deleted")
    try workspace.write("<card xmlns=\"urn:passerelle:1\" id=\"x\"/>", to: "cards/a-new-one.xml")
    try expectSame("added")
    try workspace.replace("default=\"fr\"", with: "default=\"en\"", in: "programme.xml")
    try expectSame("programme")
    try workspace.replace("<criterion>", with: "<criterion> ", in: "modules/dt-passwords.xml")
    try workspace.replace("<title>", with: "<title> ", in: "modules/sm-netiquette.xml")
    try expectSame("two documents")
  }

  /// Without a home there is nothing to remember in, and nothing is said about it.
  @Test func worksWithoutAPlaceForIt() throws {
    let workspace = try Workspace()
    for home in ["", "/nonexistent", "/proc"] {
      let ending = try workspace.run(["check", "--now", Workspace.now], environment: ["HOME": home])
      #expect(ending.status == 0 && ending.output.isEmpty && ending.conversation.isEmpty, "\(ending.words)")
    }
  }
}
