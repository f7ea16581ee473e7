import SystemPackage
import TestSupport
import Testing

@Suite("The style of the scripts")
struct ScriptStyleTests {
  /// `make lint` checks their types.
  private static let folders = ["Sources/SearchScripts", "templates/assets"]
  /// Lines are shorter, in characters.
  private static let columns = 110

  @Test("lines are short, and the tags of types have lines of their own", arguments: folders)
  func isReadable(_ folder: String) throws {
    let files = try TestFiles.all(in: Checkout.root.appending(folder)).filter {
      $0.key.hasSuffix(".js") || $0.key.hasSuffix(".ts")
    }
    #expect(!files.isEmpty)
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let lines = String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        #expect(line.count < Self.columns, "\(path):\(number + 1)")
        // Behind other text on a line a tag is not read.
        let tags = line.matches(of: #/@(param|returns|template|typedef)\b/#)
        let isOwn =
          line.drop { " *".contains($0) }.hasPrefix("@")
          || line.contains(#/\/\*\* @\w+ .*\*\//#)
        #expect(tags.isEmpty || (tags.count == 1 && isOwn), "\(path):\(number + 1)")
      }
    }
  }
}
