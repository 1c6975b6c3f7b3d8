import Foundation
import Testing

extension Workspace {
  /// A workspace with one module and the pair `a-b`, for tests that run the program hundreds of times.
  static func small() throws -> Workspace {
    let workspace = try Workspace()
    for name in try FileManager.default.contentsOfDirectory(atPath: workspace.folder) {
      try FileManager.default.removeItem(at: workspace.url(name))
    }
    try workspace.write(programme, to: "programme.xml")
    try workspace.write(module, to: "one.xml")
    try workspace.write(curriculum, to: "small.xml")
    try workspace.succeed("person", "add", "Awa")
    try workspace.succeed("person", "add", "Bo")
    try workspace.succeed("pair", "add", "a-b", "--junior", "awa", "--senior", "bo", "--now", now)
    return workspace
  }

  private static let programme = """
    <programme xmlns="urn:passerelle:1" id="small" xml:lang="en">
      <title>Small</title>
      <languages default="en"/>
      <issuer name="Acme" url="https://acme.example"/>
      <theme id="tools"><name>Tools</name></theme>
      <store url="sqlite:ledger.sqlite"/>
    </programme>
    """

  private static let module = """
    <module xmlns="urn:passerelle:1" id="one" version="1.0.0" xml:lang="en" theme="tools" direction="junior-to-senior">
      <title>One</title>
      <summary>Summary.</summary>
      <lifecycle status="published"/>
      <rights licence="CC-BY-4.0" holder="Acme"/>
      <time minutes="30"/>
      <objectives><objective id="o1" for="senior" verb="apply"><statement>Do.</statement></objective></objectives>
      <session>
        <activity id="a1" minutes="30" lead="junior" mode="practice"><junior>Show.</junior><senior>Do.</senior></activity>
      </session>
      <checks><check id="c1" for="o1" kind="observation" attested-by="junior"><criterion>True.</criterion></check></checks>
    </module>
    """

  private static let curriculum = """
    <curriculum xmlns="urn:passerelle:1" id="small" version="2026.1" xml:lang="en">
      <title>Small</title>
      <rhythm minutes="60" every-weeks="2" sessions="3"/>
      <group id="core"><module ref="one"/></group>
    </curriculum>
    """
}
