package import CatalogueModel
package import Diagnostics
import JapaneseText
import MarkdownTree
import TextRules
import YAMLTree

/// Reads one Markdown file of the content into a record.
///
/// Reading never stops at a fault: every fault of the file is reported, and the record is made from what
/// could be read, unless its title is missing.
package struct RecordReader: Sendable {
  private let schema: Schema
  private let words: IndexedArray<Collection, YAMLWords>

  /// Makes a reader for the collections of `schema`.
  package init(schema: Schema) {
    self.schema = schema
    words = schema.collections.mapped { YAMLWords($0) }
  }

  /// Reads the file at `path` (relative to the root) in a collection.
  package func read(
    path: String, name: String, collection: Collection, bytes: [UInt8]
  ) -> (record: Record?, diagnostics: [Diagnostic]) {
    var file = File(path: path, collection: collection)
    file.checkFileName(name)
    var check = TextCheck(bytes)
    if let foreign = check.foreign(bytes, path: path) {
      guard foreign.isPart else { return (nil, file.diagnostics + [foreign.diagnostic]) }
      file.diagnostics.append(foreign.diagnostic)
      file.damaged = foreign.places
      check = TextCheck(foreign.covered)
    }
    if let lost = ReplacementCharacter.diagnostic(path: path, bytes) {
      file.diagnostics.append(lost)
    }
    let bytes = check.bytes
    let hidden = HiddenText(bytes, strayReturns: StrayReturns.places(in: bytes))
    guard
      let front = FrontMatterReading(
        bytes, path: path, words: words[collection.index],
        hidden: hidden.runs.map(\.bytes) + check.covered)
    else {
      // What looks like no front matter to a program may look like it to its author.
      if !check.forbidden.isEmpty {
        return (nil, file.diagnostics + check.diagnostics(path: path))
      }
      file.reportNoFrontMatter(in: bytes)
      return (nil, file.diagnostics)
    }
    let (parts, yaml) = (front.parts, front.yaml)
    file.source = bytes
    file.diagnostics += front.diagnostics
    var decoded = ForbiddenCharacters()
    for finding in yaml.findings {
      if case .forbiddenCharacter(let character, let count) = finding.kind {
        decoded.add(character, at: finding.bytes, count: count)
      } else {
        file.diagnostics.append(finding.diagnostic(path: path))
      }
    }
    var contents = file.contents(of: yaml.root, at: parts.yaml)
    let isWhole = yaml.isWhole && file.damaged.isEmpty
    if isWhole { file.checkRequired(&contents, yaml.root, at: parts.yaml) }
    file.joinRemedies()
    if let border = front.border { file.joinRepeated(yaml.root, behind: border) }
    file.checkSigns(in: yaml.root)
    let body = MarkdownParser.parse(bytes, range: parts.body)
    for finding in body.findings {
      if case .forbiddenCharacter(let character) = finding.kind {
        decoded.add(character, at: finding.range)
      } else {
        file.diagnostics.append(finding.diagnostic(path: path))
      }
    }
    file.diagnostics += check.diagnostics(path: path, decoded: decoded)
    file.check(hidden, bytes)
    let id = RecordID(collection: collection.key, name: name)
    let record = file.record(id: id, contents: contents, isWhole: isWhole, body: body)
    return (record, file.isDraft ? file.diagnostics.map(\.ofDraft) : file.diagnostics)
  }
}

extension RecordReader {
  /// One file while it is read.
  struct File {
    let path: String
    let collection: Collection
    var diagnostics: [Diagnostic] = []
    /// What stands in the fields that every record may have.
    var builtIn: [BuiltInField: Record.Content] = [:]
    /// Where the file has bytes that are no text, of which nothing more is told.
    var damaged: [Int] = []
    /// The text that is read.
    var source: [UInt8] = []

    init(path: String, collection: Collection) {
      self.path = path
      self.collection = collection
    }

    /// Whether the record is shown to its authors only, even where it has no title yet.
    var isDraft: Bool { builtIn[.draft]?.values.first?.value == .boolean(true) }

    mutating func report(
      _ code: DiagnosticCode, at bytes: Range<Int>, _ message: LocalisedText,
      suggestions: [String] = []
    ) {
      diagnostics.append(
        Diagnostic(
          code, at: SourceRange(path: path, bytes: bytes), message, suggestions: suggestions))
    }

    mutating func reportNoFrontMatter(in bytes: [UInt8]) {
      let isEmpty = FrontMatter.contentStart(0, bytes) == bytes.count
      report(
        .frontMatterMissing, at: 0..<min(3, bytes.count),
        LocalisedText(
          isEmpty
            ? "ファイルに何も書かれていません。「---」の行で囲んだ欄を書きます。"
            : "先頭に「---」の行で囲んだ欄がありません。",
          en: "the file does not begin with front matter between two --- lines"))
    }

    /// Reports a fault of a scalar for which one of `texts` was meant, best first.
    mutating func report(
      _ code: DiagnosticCode, on node: YAMLNode, _ message: LocalisedText, meant texts: [String]
    ) {
      diagnostics.append(Diagnostic(code, on: node, in: path, message, meant: texts))
    }

    mutating func checkFileName(_ name: String) {
      if RecordIdentifier.isValid(name) { return }
      if PortableName.fault(of: name) == .device {
        report(
          .fileName, at: 0..<0,
          LocalisedText(
            "ファイル名「\(name).md」は、Windowsが機器の名前として使うので付けられません。",
            en: "the file name '\(name).md' is a device of Windows"),
          suggestions: [name + "-1.md"])
        return
      }
      report(
        .fileName, at: 0..<0,
        LocalisedText(
          "ファイル名「\(name).md」は使えません。半角の小文字、数字、ハイフンだけで、100字までで付けます。",
          en: "the file name '\(name).md' may only have a-z, 0-9 and hyphens, 100 at most"))
    }
  }
}
