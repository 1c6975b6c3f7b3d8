import Testing

@testable import CompletionLedger

/// Tables and statements against what Citus, CockroachDB and YugabyteDB accept or do well, as far as words show it.
struct PortabilityTests {
  private let tables = Schema.statements(after: 0, in: .postgresql).map(\.text) + [Schema.formatTable]
  private let statements = Statement.allCases.map(\.rawValue)

  @Test func nothingIsUsedThatADistributedEngineLacks() {
    let unwanted = [
      /\bSERIAL\b/, /\bSEQUENCE\b/, /\bIDENTITY\b/, /\bnextval\b/, /\bTRIGGER\b/, /\bLISTEN\b/, /\bNOTIFY\b/,
      /\bpg_advisory/, /\bLOCK\b/, /\bUNIQUE\b/, /\bTEMP\b/, /\bFOR UPDATE\b/, /\bCURSOR\b/, /\bctid\b/,
      /\bEXCLUDE\b/, /\bDEFERRABLE\b/, /\bSAVEPOINT\b/, /\bWITH RECURSIVE\b/,
    ].map { $0.ignoresCase() }
    for text in tables + statements {
      for pattern in unwanted { #expect(text.firstMatch(of: pattern) == nil, "\(text)") }
    }
  }

  @Test func perPersonTablesLeadTheirKeysAndReferencesWithThePerson() {
    for text in tables where text.contains("person_key") && text.contains("CREATE TABLE") && !isByItself(text) {
      #expect(text.contains("PRIMARY KEY (person_key, ") || text.contains("person_key BYTEA NOT NULL PRIMARY KEY"))
      for reference in text.matches(of: /REFERENCES \w+ \((\w+)/) { #expect(reference.1 == "person_key", "\(text)") }
    }
  }

  @Test func whatIsWrittenIsOnePersonsOrOnePairs() {
    let keys = [
      "timeline": "person_key", "person": "person_key", "event": "person_key", "remark": "person_key",
      "credential": "person_key", "handle": "handle", "pair": "pair_id", "ledger_format": "version",
    ]
    for text in statements {
      if let change = text.firstMatch(of: #/^(?:UPDATE|DELETE FROM) (\w+) .*?WHERE (\w+) = /#) {
        #expect(change.2 == keys[String(change.1)] ?? "", "\(text)")
      } else if let insertion = text.firstMatch(of: /^INSERT INTO (\w+) \((\w+)/) {
        #expect(insertion.2 == keys[String(insertion.1)] ?? "", "\(text)")
      } else {
        #expect(text.hasPrefix("SELECT "), "\(text)")
        #expect(text.matches(of: #/ JOIN /#).count <= 1 && !text.contains(" JOIN pair"), "\(text)")
      }
    }
  }

  @Test func aHashedKeyIsNeverUpdated() {
    for text in statements {
      guard let change = text.firstMatch(of: /^UPDATE \w+ SET (.*?) WHERE/) else { continue }
      for column in ["person_key", "event_id", "pair_id", "handle ="] { #expect(!change.1.contains(column), "\(text)") }
    }
    #expect(!statements.contains { $0.hasPrefix("UPDATE event") }, "an event is never changed")
  }

  @Test func typesAreTheOnesThatAllHave() {
    for text in tables {
      #expect(!text.contains("BYTES") && !text.contains("INTEGER") && !text.contains(") TABLE"), "\(text)")
      #expect(text.contains("IF NOT EXISTS"), "a stopped migration goes on: \(text)")
    }
  }

  private func isByItself(_ text: String) -> Bool {
    text.contains("TABLE IF NOT EXISTS handle")
  }
}
