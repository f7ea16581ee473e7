// swift-tools-version: 6.2
// Mokuroku: a static site generator for catalogues of typed, interlinked records.
//
// Modules stand in layers; each imports only lower ones (a test reads this file and the imports):
//   4  mokuroku (the command)
//   3  Files < GitHistory < Workspace < Publishing · Preview < Comparison
//   2  CatalogueViews < CataloguePages, CatalogueLists, CatalogueSearch, CatalogueExport
//   1  CatalogueModel < CatalogueSource, CatalogueGraph
//   0  ByteWriting · Digests · Diagnostics · JapaneseText · TextFolding · TextRules · YAMLTree · MarkdownTree · Mustache ·
//   0  JSONTree · Parallelism · ProcessMemory · SearchScripts · ShippedTemplates
import PackageDescription

/// Whether the targets of `make fuzz` are declared, and everything is built for libFuzzer.
let isFuzzing = Context.environment["MOKUROKU_FUZZ"] == "1"

let settings: [SwiftSetting] =
  [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// The commit that `Packaging/dist` says the program is made of.
let commit: [CSetting] =
  Context.environment["MOKUROKU_COMMIT"].map {
    [.define("MOKUROKU_COMMIT", to: "\"\($0)\"")]
  } ?? []

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], excluding files: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: files, swiftSettings: settings)
}

/// The targets of libFuzzer, each with its corpus in Tests/Fuzzing/Corpus.
let fuzzTargets = [
  "folding", "json", "manifest", "markdown", "record", "request", "search", "template",
  "values", "yaml",
]

/// The targets of `make fuzz`: an executable for each, and what hands them over to libFuzzer.
let fuzzers =
  [
    Target.target(
      name: "FuzzDriver", dependencies: ["Fuzzing"], path: "Tests/Fuzzing/Driver",
      swiftSettings: settings)
  ]
  + fuzzTargets.map { name in
    .executableTarget(
      name: "fuzz-" + name, dependencies: ["FuzzDriver", "Fuzzing"],
      path: "Tests/Fuzzing/Targets/" + name,
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
  }

let package = Package(
  name: "mokuroku",
  products: [.executable(name: "mokuroku", targets: ["mokuroku"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.4.0"),
    // The sockets of the preview server; heads of requests are read by the module itself.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    // C libraries of Debian, each imported by one Swift module only.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // System calls that the C library hides from Swift.
    .systemLibrary(name: "CLinux"),

    .target(name: "CDigest"),

    // What the program knows of how it was made.
    .target(name: "CBuild", cSettings: commit),

    // 0: facts and formats
    module("ByteWriting"),
    module("Digests", ["CDigest"]),
    module("JSONTree", ["ByteWriting"]),
    module("Parallelism"),
    module("ProcessMemory", ["CLinux"]),
    module("TextRules"),
    module("Diagnostics", ["ByteWriting", "Digests", "TextRules"]),
    module("JapaneseText"),
    module("TextFolding"),
    // `.embedInCode`: the program has no files beside it.
    .target(
      name: "SearchScripts", exclude: ["types.d.ts"],
      resources: [
        .embedInCode("search.js"), .embedInCode("search-folding.js"),
        .embedInCode("search-lists.js"), .embedInCode("search-texts.js"),
        .embedInCode("search-files.js"), .embedInCode("search-engine.js"),
        .embedInCode("search-cuts.js"), .embedInCode("search-facets.js"),
        .embedInCode("search-names.js"), .embedInCode("search-parts.js"),
        .embedInCode("search-questions.js"), .embedInCode("search-slips.js"),
        .embedInCode("search-spellings.js"), .embedInCode("former-address.js"),
        .embedInCode("list.js"), .embedInCode("facet-panel.js"), .embedInCode("facets.js"),
        .embedInCode("facets-frame.js"),
        .embedInCode("compare.js"), .embedInCode("compare-choice.js"),
      ], swiftSettings: settings),
    // `Files` is a link to `templates/`.
    .target(
      name: "ShippedTemplates", resources: [.embedInCode("Files")], swiftSettings: settings),
    module("YAMLTree", ["CYAML", "Diagnostics", "TextRules"]),
    module(
      "MarkdownTree", ["CCMarkGFM", "ByteWriting", "Diagnostics", "JapaneseText", "TextRules"]),
    module("Mustache", ["ByteWriting", "TextFolding", "TextRules"]),

    // 1: the catalogue
    module(
      "CatalogueModel",
      [
        "ByteWriting", "Diagnostics", "JapaneseText", "MarkdownTree", "TextFolding", "TextRules",
        "YAMLTree",
      ]),
    module(
      "CatalogueSource",
      [
        "CatalogueModel", "Diagnostics", "JapaneseText", "MarkdownTree", "TextFolding", "TextRules",
        "YAMLTree",
      ]),
    module(
      "CatalogueGraph",
      [
        "CatalogueModel", "Diagnostics", "JapaneseText", "MarkdownTree", "Parallelism",
        "TextFolding", "TextRules", "YAMLTree",
      ]),

    // 2: what is made of it
    module(
      "CatalogueViews",
      ["ByteWriting", "CatalogueModel", "Diagnostics", "JapaneseText", "TextRules"]),
    module(
      "CatalogueLists",
      [
        "ByteWriting", "CatalogueModel", "CatalogueViews", "Diagnostics", "Digests", "JapaneseText",
        "Parallelism",
      ]),
    module(
      "CataloguePages",
      [
        "ByteWriting", "CatalogueModel", "CatalogueViews", "Diagnostics", "JapaneseText",
        "MarkdownTree", "Mustache", "TextRules",
      ]),
    .target(
      name: "CatalogueSearch",
      dependencies: [
        "ByteWriting", "CatalogueModel", "CatalogueViews", "Diagnostics", "JapaneseText",
        "MarkdownTree", "Parallelism", "ProcessMemory", "SearchScripts", "TextFolding",
      ], resources: [.embedInCode("Documents/index.schema.json")], swiftSettings: settings),
    .target(
      name: "CatalogueExport",
      dependencies: [
        "ByteWriting", "CatalogueModel", "CatalogueViews", "Diagnostics", "Digests", "JapaneseText",
        "MarkdownTree",
      ], resources: [.embedInCode("catalogue.schema.json")], swiftSettings: settings),

    // 3: reading and writing files
    module(
      "Files",
      [
        "CLinux", "Diagnostics", "TextRules",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    module(
      "GitHistory",
      [
        "CatalogueModel", "Diagnostics", "Files", "JapaneseText",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    module(
      "Workspace",
      [
        "ByteWriting", "CatalogueExport", "CatalogueGraph", "CatalogueLists", "CatalogueModel",
        "CataloguePages", "CatalogueSearch", "CatalogueSource", "CatalogueViews", "Diagnostics",
        "Digests", "Files", "GitHistory",
        "JapaneseText", "MarkdownTree", "Mustache", "Parallelism", "SearchScripts",
        "ShippedTemplates",
        "TextRules",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    module(
      "Publishing",
      [
        "ByteWriting", "CatalogueGraph", "CatalogueModel", "CataloguePages", "CatalogueViews",
        "Diagnostics",
        "Digests", "Files", "GitHistory", "Parallelism", "ProcessMemory", "TextRules", "Workspace",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    // Apart, so that nothing else waits for the server to compile.
    module(
      "Preview",
      [
        "ByteWriting", "CLinux", "Diagnostics", "Digests",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),

    module(
      "Comparison",
      [
        "ByteWriting", "CatalogueExport", "CatalogueViews", "Diagnostics", "Digests", "Files",
        "JSONTree", "Publishing",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),

    // 4: the command
    .executableTarget(
      name: "mokuroku",
      dependencies: [
        "CBuild", "Comparison", "Files", "Publishing", "Workspace", "ByteWriting",
        "CatalogueExport", "CatalogueModel", "CataloguePages", "CatalogueViews", "CatalogueSearch",
        "Diagnostics", "JapaneseText",
        "Mustache", "Preview", "YAMLTree",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),

    // Builds the index of made-up documents for Benchmarks/SearchEvaluation; no part of the product.
    .executableTarget(
      name: "mokuroku-search-bench",
      dependencies: ["CatalogueSearch", "TextFolding", "Workspace"],
      path: "Benchmarks/SearchEvaluation/IndexBuilder",
      swiftSettings: settings),

    // Kills itself at one file operation, for `KilledProcessTests`; no part of the product.
    .executableTarget(
      name: "mokuroku-interrupted",
      dependencies: [
        "CBuild", "Files", "Publishing", "Workspace", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/InterruptedBuild", swiftSettings: settings),

    // Tests, one target a module; `TestSupport` has catalogues in memory and a seeded generator.
    .target(
      name: "TestSupport",
      dependencies: [
        "CatalogueModel", "CataloguePages", "CatalogueViews", "CatalogueSource", "Diagnostics",
        "CBuild", "Files", "Publishing", "Workspace",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "ByteWriting"),
    tests(of: "Digests", ["CDigest", "TestSupport"]),
    tests(
      of: "Diagnostics", ["ByteWriting", "JapaneseText", "TestSupport"], excluding: ["Snapshots"]),
    tests(of: "JapaneseText"),
    tests(of: "YAMLTree", ["Diagnostics", "TestSupport"]),
    tests(
      of: "CatalogueModel",
      [
        "ByteWriting", "Diagnostics", "TestSupport", "TextFolding", "YAMLTree",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(
      of: "CatalogueSource",
      ["CatalogueModel", "Diagnostics", "JapaneseText", "MarkdownTree", "TestSupport"]),
    tests(
      of: "CatalogueGraph",
      ["CatalogueModel", "Diagnostics", "MarkdownTree", "TestSupport", "YAMLTree"]),
    tests(
      of: "CatalogueViews", ["CatalogueModel", "Diagnostics", "JapaneseText", "TestSupport"]),
    tests(
      of: "CataloguePages",
      [
        "ByteWriting", "CatalogueModel", "CatalogueViews", "Diagnostics", "JapaneseText",
        "Mustache", "Files",
        "Publishing", "Workspace",
        "TestSupport",
      ], excluding: ["Snapshots"]),
    tests(of: "CatalogueLists", ["CatalogueModel", "CatalogueViews", "TestSupport"]),
    tests(
      of: "CatalogueExport", ["ByteWriting", "CatalogueModel", "CatalogueViews", "TestSupport"]),
    tests(
      of: "Workspace",
      [
        "CatalogueModel", "CataloguePages", "CatalogueSearch", "CatalogueViews", "Diagnostics",
        "Files", "Mustache",
        "Publishing", "ShippedTemplates", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(
      of: "GitHistory",
      [
        "CatalogueModel", "CataloguePages", "CatalogueViews", "Diagnostics", "Files",
        "JapaneseText", "Publishing", "TestSupport", "Workspace",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(
      of: "Publishing",
      [
        "CatalogueGraph", "CatalogueModel", "CataloguePages", "CatalogueViews", "Diagnostics",
        "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(
      of: "Comparison",
      [
        "ByteWriting", "CatalogueViews", "Diagnostics", "Digests", "Files", "JSONTree",
        "MarkdownTree", "Publishing", "TestSupport", "Workspace",
        .product(name: "SystemPackage", package: "swift-system"),
      ], excluding: ["Snapshots"]),
    tests(
      of: "CatalogueSearch",
      [
        "SearchScripts", "TestSupport", "TextFolding",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(of: "TextFolding"),
    tests(of: "TextRules", ["TestSupport"]),
    tests(of: "JSONTree", ["TestSupport"]),
    tests(of: "Parallelism"),
    tests(
      of: "Preview", ["Diagnostics", .product(name: "SystemPackage", package: "swift-system")]),
    tests(
      of: "MarkdownTree",
      [
        "ByteWriting", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(
      of: "Mustache",
      [
        "ByteWriting", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
      ]),
    // One thing of each kind that can be added, as ARCHITECTURE tells to, run through the real stages.
    .testTarget(
      name: "ExtensionTests",
      dependencies: [
        "ByteWriting", "CatalogueExport", "CatalogueGraph", "CatalogueModel", "CataloguePages",
        "CatalogueViews", "Diagnostics", "Mustache", "Preview", "TestSupport", "Workspace",
        "YAMLTree",
      ],
      swiftSettings: settings),
    // Hostile input of every kind, through everything that reads it and writes what it says.
    .testTarget(
      name: "HostileTests",
      dependencies: [
        "ByteWriting", "CatalogueModel", "CataloguePages", "CatalogueViews", "CatalogueSource",
        "Diagnostics",
        "JapaneseText", "MarkdownTree", "Mustache", "Files", "Publishing", "Workspace",
        "TestSupport", "YAMLTree",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    // What libFuzzer looks for, asked with the kept corpus; see `make fuzz`.
    .target(
      name: "Fuzzing",
      dependencies: [
        "ByteWriting", "CatalogueModel", "CatalogueSearch", "CatalogueSource", "Diagnostics",
        "JSONTree", "JapaneseText", "MarkdownTree", "Mustache", "Preview", "Files", "Publishing",
        "Workspace",
        "TextFolding",
        "TextRules", "YAMLTree",
      ],
      path: "Tests/Fuzzing/Bodies", swiftSettings: settings),
    .testTarget(
      name: "FuzzingTests",
      dependencies: [
        "Fuzzing", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Fuzzing/Tests", swiftSettings: settings),
    // The command as its users run it, the invalid sites, the shipped catalogue and the layers.
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "CatalogueGraph", "CatalogueModel", "CataloguePages", "CatalogueViews", "CatalogueSearch",
        "Diagnostics",
        "JapaneseText", "MarkdownTree", "Files", "Publishing", "Workspace", "TestSupport",
        "TextFolding", "mokuroku",
        "mokuroku-interrupted",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
  ] + (isFuzzing ? fuzzers : []),
  swiftLanguageModes: [.v6]
)
