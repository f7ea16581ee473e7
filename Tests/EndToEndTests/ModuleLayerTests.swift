import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite("Layers of modules")
struct ModuleLayerTests {
  /// Where a module stands: its layer, and its place where a layer has an order of its own.
  private struct Rank: Comparable {
    let layer: Int
    let place: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.layer, left.place) < (right.layer, right.place)
    }
  }

  /// The layers as the head of `Package.swift` draws them: `//   2  A · B`, with `<` for an order.
  private func ranks() throws -> [String: Rank] {
    var ranks: [String: Rank] = [:]
    for line in try Checkout.text("Package.swift").split(separator: "\n")
    where line.hasPrefix("//   ") {
      let parts = line.dropFirst(2).split(separator: " ", maxSplits: 1)
      guard let layer = parts.first.flatMap({ Int($0) }), let names = parts.last else { continue }
      let places = names.split(separator: "(").first.map { $0.split(separator: "<") } ?? []
      for (place, group) in places.enumerated() {
        for name in group.split(whereSeparator: { " ·,".contains($0) }) {
          ranks[String(name)] = Rank(layer: layer, place: place)
        }
      }
    }
    return ranks
  }

  /// The modules that each module of `Sources` imports, with the files that do.
  private func imports() throws -> [String: [String: String]] {
    var imports: [String: [String: String]] = [:]
    let manifest = try Checkout.text("Package.swift")
    let sources = Checkout.root.appending("Sources")
    for (path, bytes) in try TestFiles.all(in: sources) where path.hasSuffix(".swift") {
      let module = String(path.prefix { $0 != "/" })
      guard manifest.contains("\"\(module)\"") else { continue }
      imports[module, default: [:]][module] = path
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
          words[..<keyword].allSatisfy({
            ["private", "package", "internal", "fileprivate", "@testable", "@preconcurrency"]
              .contains($0)
          })
        else { continue }
        imports[module, default: [:]][String(words[keyword + 1])] = path
      }
    }
    return imports
  }

  /// The modules of the table in ARCHITECTURE, from the top, each with its layer: ``| 2 | `A` | … |``.
  private func table() throws -> [(module: String, layer: Int)] {
    try Checkout.text("ARCHITECTURE.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.filter { $0 != " " && $0 != "`" } }
      guard line.hasPrefix("| "), cells.count == 3, let layer = Int(cells[0]) else { return nil }
      return (String(cells[1]), layer)
    }
  }

  @Test("every module has its place in the drawing, and the drawing has no other")
  func drawsModules() throws {
    let ranks = try ranks()
    let modules = try imports().keys
    #expect(Set(ranks.keys) == Set(modules))
  }

  @Test("ARCHITECTURE has every module once, in the layer and the order of the drawing")
  func tellsModules() throws {
    let ranks = try ranks()
    let table = try table()
    #expect(table.map(\.module).sorted() == ranks.keys.sorted())
    for row in table { #expect(ranks[row.module]?.layer == row.layer, "\(row.module)") }
    let places = table.compactMap { ranks[$0.module] }
    for (upper, lower) in zip(places, places.dropFirst()) { #expect(upper >= lower) }
  }

  @Test("a module imports lower layers only, and no neighbour above the facts and formats")
  func importsDownwards() throws {
    let ranks = try ranks()
    for (module, imports) in try imports() {
      for (other, path) in imports {
        guard let own = ranks[module], let lower = ranks[other], module != other else { continue }
        let isAllowed = lower < own || (own.layer == 0 && lower.layer == 0)
        #expect(isAllowed, "\(path) imports \(other)")
      }
    }
  }

  @Test("the facts and formats at the bottom do not import each other in a circle")
  func hasNoCircle() throws {
    var imports = try imports().mapValues { Set($0.keys) }
    for module in imports.keys { imports[module]?.remove(module) }
    for module in imports.keys {
      var reached: Set<String> = []
      var open = Array(imports[module] ?? [])
      while let next = open.popLast() {
        if reached.insert(next).inserted { open += imports[next] ?? [] }
      }
      #expect(!reached.contains(module), "\(module)")
    }
  }

  @Test(
    "each C library is imported by one module",
    arguments: [("CYAML", "YAMLTree"), ("CCMarkGFM", "MarkdownTree")])
  func confinesC(_ library: String, _ module: String) throws {
    #expect(try imports().filter { $0.value[library] != nil }.keys.sorted() == [module])
  }

  @Test("Foundation is nowhere")
  func avoidsFoundation() throws {
    for imports in try imports().values {
      for name in imports.keys { #expect(!name.hasPrefix("Foundation"), "\(imports[name] ?? "")") }
    }
  }
}
