import ArgumentParser
import SystemPackage
import TestSupport
import Testing

@testable import mokuroku

@Suite("What ARCHITECTURE, SECURITY and the decisions say")
struct HouseDocumentTests {
  /// The words between back ticks in a text.
  private func quoted(_ text: some StringProtocol) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  @Test("every path that a page names is there", arguments: ["ARCHITECTURE.md", "SECURITY.md"])
  func namesPaths(_ page: String) throws {
    let paths = quoted(try Checkout.text(page)).filter {
      $0.contains("/") && !$0.contains(" ") && !$0.contains("*")
    }
    #expect(!paths.isEmpty)
    for path in paths {
      let places = ["", "Sources/", "Tests/"].flatMap { folder in
        ["", ".swift"].map { Checkout.root.appending(folder + path + $0) }
      }
      let isThere = places.contains { TestFiles.exists($0) }
      #expect(isThere, "\(path)")
    }
  }

  @Test("the English manual page has every command")
  func listsCommands() throws {
    let page = try Checkout.text("Packaging/mokuroku.1")
    let commands = Mokuroku.configuration.subcommands
    #expect(!commands.isEmpty)
    for command in commands {
      let name = command.configuration.commandName ?? command._commandName
      #expect(page.contains("\n.B \(name)\n"), "\(name)")
    }
  }

  @Test("each thing that can be added has its example, and each example its row")
  func listsExamples() throws {
    let text = try Checkout.text("ARCHITECTURE.md")
    let named = Set(quoted(text).filter { $0.hasPrefix("New") })
    let files = try TestFiles.all(in: Checkout.root.appending("Tests/ExtensionTests")).keys
    #expect(named == Set(files.filter { $0.hasPrefix("New") }))
    #expect(named.count == 5)
  }

  @Test("words of the glossary are sorted and told once")
  func sortsGlossary() throws {
    let glossary = try #require(
      try Checkout.text("ARCHITECTURE.md").split(separator: "## Glossary").last)
    let words = glossary.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
      .compactMap { $0.split(separator: "|").first.map { $0.filter { $0 != " " } } }
    #expect(words.count > 30)
    #expect(words == Set(words).sorted())
  }

  @Test("decisions have numbers without a gap, and one form")
  func formsDecisions() throws {
    let folder = "Documentation/decisions"
    let names = try TestFiles.all(in: Checkout.root.appending(folder)).keys.sorted()
    for (place, name) in names.enumerated() {
      let number = String(place + 1)
      #expect(name.hasPrefix(String(repeating: "0", count: 4 - number.count) + number + "-"))
      let lines = try Checkout.text(folder + "/" + name).split(separator: "\n")
      #expect(lines.first?.hasPrefix("# \(number). ") == true, "\(name)")
      let headings = lines.filter { $0.hasPrefix("## ") }
      #expect(
        headings == ["## Context", "## Decision", "## Consequences", "## What would change it"],
        "\(name)")
    }
  }
}
