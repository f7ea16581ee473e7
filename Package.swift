// swift-tools-version: 6.2
// Mokuroku: a static site generator for catalogues of typed, interlinked records.
//
// Modules stand in layers; each imports only lower ones (a test reads this file and the imports):
//   4  mokuroku (the command)
//   3  SiteBuild · Preview
//   2  CataloguePages · CatalogueSearch · CatalogueExport
//   1  CatalogueModel < CatalogueSource, CatalogueGraph
//   0  ByteWriting · Diagnostics · JapaneseText · TextFolding · YAMLTree · MarkdownTree · Mustache · Parallelism
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

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

let package = Package(
  name: "mokuroku",
  products: [.executable(name: "mokuroku", targets: ["mokuroku"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.4.0"),
    // The preview server. Its release build takes seconds where larger frameworks take minutes.
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
  ],
  targets: [
    // C libraries of Debian, each imported by one Swift module only.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // 0: facts and formats
    module("ByteWriting"),
    module("Parallelism"),
    module("Diagnostics", ["ByteWriting"]),
    module("JapaneseText"),
    module("TextFolding"),
    module("YAMLTree", ["CYAML"]),
    module("MarkdownTree", ["CCMarkGFM", "ByteWriting", "JapaneseText"]),
    module("Mustache", ["ByteWriting", "TextFolding"]),

    // 1: the catalogue
    module(
      "CatalogueModel",
      ["ByteWriting", "Diagnostics", "JapaneseText", "MarkdownTree", "TextFolding", "YAMLTree"]),
    module(
      "CatalogueSource",
      ["CatalogueModel", "Diagnostics", "JapaneseText", "MarkdownTree", "TextFolding", "YAMLTree"]),
    module(
      "CatalogueGraph",
      [
        "CatalogueModel", "Diagnostics", "JapaneseText", "MarkdownTree", "Parallelism",
        "TextFolding",
      ]),

    // 2: what is made of it
    module(
      "CataloguePages",
      [
        "ByteWriting", "CatalogueModel", "Diagnostics", "JapaneseText", "MarkdownTree", "Mustache",
      ]),
    module("CatalogueSearch", ["ByteWriting", "Parallelism", "TextFolding"]),
    module("CatalogueExport", ["ByteWriting", "CatalogueModel", "JapaneseText"]),

    // 3: reading and writing files
    module(
      "SiteBuild",
      [
        "ByteWriting", "CatalogueExport", "CatalogueGraph", "CatalogueModel", "CataloguePages",
        "CatalogueSearch", "CatalogueSource", "Diagnostics", "JapaneseText", "MarkdownTree",
        "Mustache", "Parallelism", .product(name: "SystemPackage", package: "swift-system"),
      ]),
    // Apart, so that nothing else waits for the server to compile.
    module(
      "Preview",
      [
        "ByteWriting", "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),

    // 4: the command
    .executableTarget(
      name: "mokuroku",
      dependencies: [
        "SiteBuild", "ByteWriting", "CatalogueExport", "CatalogueModel", "CataloguePages",
        "CatalogueSearch", "Diagnostics", "JapaneseText", "Mustache", "Preview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),

    // Builds the index of made-up documents for Benchmarks/SearchEvaluation; no part of the product.
    .executableTarget(
      name: "mokuroku-search-bench", dependencies: ["CatalogueSearch", "TextFolding"],
      path: "Benchmarks/SearchEvaluation/IndexBuilder",
      swiftSettings: settings),

    // Tests, one target a module; `TestSupport` has catalogues in memory and a seeded generator.
    .target(
      name: "TestSupport",
      dependencies: [
        "CatalogueModel", "CataloguePages", "Diagnostics", "SiteBuild",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "ByteWriting"),
    tests(of: "Diagnostics", ["JapaneseText"]),
    tests(of: "JapaneseText"),
    tests(of: "YAMLTree", ["TestSupport"]),
    tests(
      of: "CatalogueModel",
      ["ByteWriting", "Diagnostics", "TestSupport", "TextFolding", "YAMLTree"]),
    tests(
      of: "CatalogueSource",
      ["CatalogueModel", "Diagnostics", "JapaneseText", "MarkdownTree", "TestSupport"]),
    tests(of: "CatalogueGraph", ["CatalogueModel", "Diagnostics", "TestSupport"]),
    tests(
      of: "CataloguePages",
      [
        "ByteWriting", "CatalogueModel", "Diagnostics", "JapaneseText", "Mustache", "SiteBuild",
        "TestSupport",
      ], excluding: ["Snapshots"]),
    tests(of: "CatalogueExport", ["ByteWriting", "CatalogueModel", "TestSupport"]),
    tests(
      of: "SiteBuild",
      [
        "CatalogueGraph", "Diagnostics", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    tests(of: "CatalogueSearch", ["TextFolding"]),
    tests(of: "TextFolding"),
    tests(
      of: "Preview", ["Diagnostics", .product(name: "SystemPackage", package: "swift-system")]),
    tests(of: "MarkdownTree", ["ByteWriting"]),
    tests(of: "Mustache", ["ByteWriting", "TestSupport"]),
    // Hostile input of every kind, through everything that reads it and writes what it says.
    .testTarget(
      name: "HostileTests",
      dependencies: [
        "ByteWriting", "CatalogueModel", "CataloguePages", "CatalogueSource", "Diagnostics",
        "JapaneseText", "MarkdownTree", "Mustache", "SiteBuild", "TestSupport", "YAMLTree",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    // The command as its users run it, the invalid sites, the shipped catalogue and the layers.
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "CatalogueGraph", "CatalogueModel", "CataloguePages", "CatalogueSearch", "Diagnostics",
        "JapaneseText", "MarkdownTree", "SiteBuild", "TestSupport", "TextFolding", "mokuroku",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
