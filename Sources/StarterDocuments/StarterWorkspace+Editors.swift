extension StarterWorkspace {
  /// What tells editors where the grammar is.
  ///
  /// `xml-model` in each document does so for oXygen and for Red Hat's extension of Visual Studio Code, which also
  /// learns here about documents that lack it; Emacs reads `schemas.xml` beside a document, and the compact syntax alone.
  var editorFiles: [StarterFile] {
    let folders = Self.folders.map { StarterFile(path: "\($0)/schemas.xml", text: locatingRules("../")) }
    return [
      StarterFile(
        path: ".vscode/settings.json",
        text: """
          {
            "xml.validation.enabled": true,
            "xml.fileAssociations": [
              {
                "pattern": "**/{programme,{cards,curricula,frameworks,modules}/*}.xml",
                "systemId": "${workspaceFolder}/\(Self.grammar)"
              }
            ]
          }

          """),
      StarterFile(
        path: ".vscode/extensions.json", text: "{\n  \"recommendations\": [\"redhat.vscode-xml\"]\n}\n"),
      StarterFile(path: "schemas.xml", text: locatingRules("")),
    ] + folders
  }

  private func locatingRules(_ up: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <locatingRules xmlns="http://thaiopensource.com/ns/locating-rules/1.0">
      <namespace ns="urn:passerelle:1" uri="\(up)\(Self.compactGrammar)"/>
    </locatingRules>

    """
  }
}
