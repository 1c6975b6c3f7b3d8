// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target that names no others: Swift 6 mode, explicit existentials and imports, no warning left
/// standing.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Settings of the targets that call C: each unsafe expression is marked as such.
let strictWithC: [SwiftSetting] = strict + [.strictMemorySafety()]

/// Libraries that several targets stand on.
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "passerelle",
  products: [
    .executable(name: "passerelle", targets: ["passerelle"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // C libraries, each imported by one target.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo cairo-pdf cairo-svg",
      providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CZBar", pkgConfig: "zbar", providers: [.apt(["libzbar-dev"])]),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc libcgraph", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(name: "CICal", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),

    // What the words, findings and documents are made of.
    .target(name: "Bilingual"),
    .target(name: "Diagnostics", dependencies: ["Bilingual", crypto]),
    .target(name: "Markup", dependencies: ["Bilingual", "CLibXML2", "Diagnostics"], swiftSettings: strictWithC),
    .target(name: "HouseRules", dependencies: ["Bilingual", "Diagnostics", "Markup"]),
    .target(name: "RelaxNG", dependencies: ["Bilingual", "Diagnostics", "Markup"]),

    // The two kinds of truth: what authors wrote, and what people did.
    .target(name: "CurriculumModel", dependencies: ["Bilingual"]),
    .target(name: "ProgrammeModel", dependencies: ["Bilingual", "CurriculumModel"]),

    // From documents to a sound library.
    .target(name: "CurriculumReading", dependencies: ["Bilingual", "CurriculumModel", "Diagnostics", "Markup"]),
    .target(
      name: "Validators",
      dependencies: [
        "Bilingual", "CurriculumModel", "CurriculumReading", "Diagnostics", "HouseRules", "Markup", "RelaxNG",
        crypto,
      ],
      path: "Validators",
      resources: [.embedInCode("Schemas/passerelle.rng"), .embedInCode("Pages")]),

    // How documents are written, laid out and begun.
    .target(name: "CanonicalLayout", dependencies: ["RelaxNG"]),
    .target(name: "StarterDocuments", dependencies: ["Bilingual"]),

    // What editors ask while an author writes.
    .target(
      name: "LanguageServer",
      dependencies: [
        "Bilingual", "CurriculumModel", "CurriculumReading", "Diagnostics", "Markup", "RelaxNG", "Validators",
      ]),

    // From a library to plans, records and certificates.
    .target(name: "LinearProgramming", dependencies: ["CClp"], swiftSettings: strictWithC),
    .target(
      name: "PathPlanning",
      dependencies: [
        "CurriculumModel", "LinearProgramming", .product(name: "HeapModule", package: "swift-collections"),
      ]),
    .target(name: "PlanProof", dependencies: ["CurriculumModel", "PathPlanning"]),
    .target(
      name: "CompletionLedger",
      dependencies: ["Bilingual", "CurriculumModel", "ProgrammeModel", crypto]),
    .target(name: "TaggedPages", dependencies: ["Bilingual", "CPangoCairo", "CQPDF"], swiftSettings: strictWithC),
    .target(name: "QRCodes", dependencies: ["CQRencode", "CZBar"], swiftSettings: strictWithC),
    .target(
      name: "SQLiteRecords",
      dependencies: ["CompletionLedger", grdb, .product(name: "GRDBSQLite", package: "GRDB.swift")],
      swiftSettings: strictWithC),
    .target(
      name: "PostgreSQLRecords", dependencies: ["CPostgreSQL", "CompletionLedger", "ProgrammeModel"],
      swiftSettings: strictWithC),
    .target(name: "RDFCanonicalization", dependencies: [crypto]),
    .target(
      name: "RecordExchange",
      dependencies: [
        "Bilingual", "CurriculumModel", "Diagnostics", "ProgrammeModel", crypto,
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ]),
    .target(
      name: "Certificates",
      dependencies: [
        "Bilingual", "CZlib", "Diagnostics", "Markup", "QRCodes", "RDFCanonicalization", "TaggedPages", crypto,
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strictWithC),

    // What texts for people are made of.
    .target(
      name: "DomainWords",
      dependencies: ["Bilingual", "ConditionGraphs", "CurriculumModel", "PathPlanning", "ProgrammeModel"]),
    .target(
      name: "Stationery", dependencies: ["Bilingual", .product(name: "Mustache", package: "swift-mustache")],
      resources: [.embedInCode("Looks")]),
    .target(
      name: "SessionSheets",
      dependencies: [
        "Bilingual", "CurriculumModel", "DomainWords", "PathPlanning", "ProgrammeModel", "Stationery", "TaggedPages",
      ],
      resources: [.embedInCode("Templates")]),
    .target(
      name: "ProgrammeReports",
      dependencies: ["Bilingual", "CurriculumModel", "DomainWords", "PathPlanning", "ProgrammeModel", "Stationery"],
      resources: [.embedInCode("Templates")]),

    // The manual: guides as they are written, references as they are made.
    .target(
      name: "Handbook", dependencies: ["Bilingual", "RelaxNG", "Validators"],
      exclude: [
        "Pages/vocabulary.en.md", "Pages/vocabulary.fr.md", "Pages/findings.en.md", "Pages/findings.fr.md",
      ],
      resources: [
        .embedInCode("Pages/trainers.en.md"), .embedInCode("Pages/trainers.fr.md"),
        .embedInCode("Pages/mentors.en.md"), .embedInCode("Pages/mentors.fr.md"),
        .embedInCode("Pages/leads.en.md"), .embedInCode("Pages/leads.fr.md"),
      ]),

    // What must come before what, as pictures.
    .target(name: "ConditionGraphs", dependencies: ["CGraphviz", "CurriculumModel"], swiftSettings: strictWithC),

    // The library as pages, and where they are shown while somebody writes.
    .target(
      name: "LibraryPages",
      dependencies: [
        "Bilingual", "Certificates", "ConditionGraphs", "CurriculumModel", "Diagnostics", "DomainWords",
        "PathPlanning", "SessionSheets", "Stationery",
      ],
      resources: [.embedInCode("Templates")]),
    .target(
      name: "LoopbackServing",
      dependencies: [
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),

    // What a sound library plans badly.
    .target(
      name: "CurriculumAudit",
      dependencies: [
        "Bilingual", "CurriculumModel", "CurriculumReading", "Diagnostics", "Markup", "PathPlanning", "Validators",
      ]),

    // When people meet.
    .target(name: "SessionCalendars", dependencies: ["Bilingual", "CICal"], swiftSettings: strictWithC),

    // Who learns best with whom.
    .target(name: "PairMatching", dependencies: ["CurriculumModel", "ProgrammeModel"]),

    // The command line.
    .target(
      name: "PasserelleCommandLine",
      dependencies: [
        "Bilingual", "CanonicalLayout", "Certificates", "CompletionLedger", "ConditionGraphs", "CurriculumAudit",
        "CurriculumModel", "CurriculumReading", "Diagnostics", "DomainWords", "Handbook", "HouseRules",
        "LanguageServer", "LibraryPages", "LoopbackServing", "Markup", "PairMatching", "PathPlanning", "PlanProof",
        "PostgreSQLRecords", "ProgrammeModel", "ProgrammeReports", "RecordExchange", "SQLiteRecords",
        "SessionCalendars", "SessionSheets", "StarterDocuments", "Stationery", "TaggedPages", "Validators",
        argumentParser, crypto,
      ]),
    .executableTarget(
      name: "passerelle",
      dependencies: ["PasserelleCommandLine"],
      // Takes the place of malloc: documents are many small allocations, and a third of libxml2's time goes there.
      linkerSettings: [.linkedLibrary("mimalloc")]),

    // Tests, one target for each boundary.
    .testTarget(name: "HabitTests"),
    .testTarget(name: "BilingualTests", dependencies: ["Bilingual"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Bilingual", "Diagnostics"]),
    .testTarget(name: "MarkupTests", dependencies: ["Diagnostics", "Markup"]),
    .testTarget(
      name: "HouseRulesTests", dependencies: ["Bilingual", "Diagnostics", "HouseRules", "Markup"],
      exclude: ["Fixtures"]),
    .testTarget(name: "RelaxNGTests", dependencies: ["Bilingual", "Diagnostics", "Markup", "RelaxNG"]),
    .testTarget(
      name: "CanonicalLayoutTests",
      dependencies: ["CanonicalLayout", "CurriculumModel", "RelaxNG", "Validators"]),
    .testTarget(
      name: "ConditionGraphsTests",
      dependencies: ["ConditionGraphs", "CurriculumModel", "Diagnostics", "Markup", "Validators"]),
    .testTarget(name: "CurriculumModelTests", dependencies: ["Bilingual", "CurriculumModel"]),
    .testTarget(
      name: "ValidatorsTests",
      dependencies: [
        "Bilingual", "CurriculumModel", "CurriculumReading", "Diagnostics", "FindingLaws", "Markup", "Validators",
      ],
      exclude: ["Fixtures"]),
    .target(
      name: "FindingLaws", dependencies: ["Bilingual", "Diagnostics", "Markup", "Validators"],
      path: "Tests/FindingLaws"),
    .testTarget(name: "PathPlanningTests", dependencies: ["CurriculumModel", "PathPlanning", "PlanProof"]),
    .testTarget(name: "SessionCalendarsTests", dependencies: ["Bilingual", "SessionCalendars"]),
    .testTarget(
      name: "CurriculumAuditTests", dependencies: ["Bilingual", "CurriculumAudit", "Diagnostics", "Validators"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "PairMatchingTests",
      dependencies: ["CurriculumModel", "PairMatching", "ProgrammeModel", "ProgrammeStories"]),
    .testTarget(
      name: "CurriculaTests",
      dependencies: ["Bilingual", "CurriculumModel", "CurriculumReading", "PathPlanning", "Validators"]),
    .target(
      name: "ProgrammeStories", dependencies: ["Bilingual", "CurriculumModel", "ProgrammeModel"],
      path: "Tests/ProgrammeStories"),
    .executableTarget(
      name: "ledger-benchmark",
      dependencies: [
        "Bilingual", "CompletionLedger", "CurriculumModel", "PostgreSQLRecords", "ProgrammeModel", "SQLiteRecords",
      ],
      path: "Tests/Benchmarks/ledger/Sources"),
    .executableTarget(
      name: "certificate-workload", dependencies: ["Bilingual", "Certificates", "RDFCanonicalization", "TaggedPages"],
      path: "Tests/Benchmarks/certificates/Sources"),
    .target(name: "TestServers", path: "Tests/TestServers"),
    .testTarget(
      name: "ProgrammeModelTests",
      dependencies: ["Bilingual", "CurriculumModel", "ProgrammeModel", "ProgrammeStories"]),
    .testTarget(
      name: "CompletionLedgerTests",
      dependencies: [
        "Bilingual", "CompletionLedger", "CurriculumModel", "PostgreSQLRecords", "ProgrammeModel", "ProgrammeStories",
        "SQLiteRecords", "TestServers", "ledger-benchmark", grdb,
      ]),
    .testTarget(name: "RDFCanonicalizationTests", dependencies: ["RDFCanonicalization"]),
    .testTarget(
      name: "CertificatesTests",
      dependencies: ["Bilingual", "Certificates", "QRCodes", "RDFCanonicalization", "TaggedPages"],
      exclude: ["judge-in-browser.py"]),
    .testTarget(
      name: "RecordExchangeTests",
      dependencies: ["Bilingual", "CurriculumModel", "ProgrammeModel", "ProgrammeStories", "RecordExchange"]),
    .testTarget(name: "HandbookTests", dependencies: ["Bilingual", "Handbook"]),
    .testTarget(name: "LanguageServerTests", dependencies: ["Bilingual", "LanguageServer", "Validators"]),
    // What only time shows: a programme that lives through a year.
    .testTarget(
      name: "ProgrammeYearTests",
      dependencies: [
        "Bilingual", "Certificates", "CompletionLedger", "CurriculumModel", "DomainWords", "PasserelleCommandLine",
        "PathPlanning", "PlanProof", "ProgrammeModel", "ProgrammeReports", "ProgrammeStories", "RecordExchange",
        "SessionSheets", "Validators", argumentParser,
      ]),
    // The program itself, run as users run it.
    .testTarget(
      name: "PasserelleTests",
      dependencies: ["passerelle", "TestServers", crypto, grdb],
      exclude: ["Snapshots", "browse-site.py", "faulty-disk.c", "look-at-page.py"]),
  ]
)

for target in package.targets where target.type != .system && target.swiftSettings == nil {
  target.swiftSettings = strict
}

// Only `make fuzz` builds it, because the compiler must count each line's visits.
if Context.environment["PASSERELLE_FUZZING"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "fuzz-findings", dependencies: ["CLibFuzzer", "FindingLaws", "Markup", "Validators"],
      path: "Tests/Fuzzing/Sources", swiftSettings: strict),
  ]
}
