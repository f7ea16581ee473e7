import CatalogueModel
import Diagnostics
import JapaneseText
import MarkdownTree
import YAMLTree

extension RecordReader.File {
  /// The values of each field, in the order of the fields.
  mutating func contents(
    of root: YAMLNode?, at yaml: Range<Int>
  ) -> IndexedArray<FieldDefinition, Record.Content?> {
    var contents = collection.fields.mapped { _ in Record.Content?.none }
    guard let root else { return contents }
    guard let entries = root.mapping else {
      report(
        .wrongShape, at: root.bytes,
        LocalisedText(
          "先頭の欄は「名前: 値」の行で書きます。", en: "front matter is a mapping of keys to values"))
      return contents
    }
    var keys: [FieldIndex: String] = [:]
    var builtInKeys: [BuiltInField: String] = [:]
    var words: [String]?
    for entry in entries {
      let key = entry.key.scalar ?? ""
      if let field = BuiltInField.named(key) {
        // The same key twice is YAML's fault and told already.
        if let first = builtInKeys.updateValue(key, forKey: field), first != key {
          reportOtherName(key, entry.key)
        }
        builtIn[field] = read(field.definition, entry)
        if field == .formerIDs { checkFormerIDs() }
        continue
      }
      guard let index = collection.field(key) else {
        let known = words ?? self.words(besides: entries)
        words = known
        let meant = reportUnknown(entry.key, among: known)
        // Read as what it was meant as, so that nothing that only follows is told.
        if let index = meant.flatMap({ collection.field($0) }), contents[index] == nil {
          let told = diagnostics.count
          contents[index] = read(collection.fields[index], entry)
          diagnostics.removeSubrange(told...)
        }
        continue
      }
      if let first = keys.updateValue(key, forKey: index), first != key {
        reportOtherName(key, entry.key)
      }
      let known = diagnostics.count
      let content = read(collection.fields[index], entry)
      contents[index] = content
      let field = entry.key.bytes.lowerBound..<max(content.bytes.upperBound, content.key.upperBound)
      if isDamaged(field) {
        diagnostics.removeSubrange(known...)
        if ![.title, .aliases].contains(collection.fields[index].role) {
          contents[index] = Record.Content(values: [], key: content.key, bytes: content.bytes)
        }
      }
    }
    return contents
  }

  /// Reports what stands among the former ids and is none.
  private mutating func checkFormerIDs() {
    for value in builtIn[.formerIDs]?.values ?? [] {
      guard case .text(let text) = value.value,
        RecordIdentifier.former(text, in: collection.key) == nil
      else { continue }
      let range = SourceRange(path: path, bytes: value.bytes)
      let name = text.split(separator: "/").last.map(String.init) ?? ""
      if RecordIdentifier.isDevice(name) {
        diagnostics.append(
          Diagnostic(
            .invalidID, at: range,
            LocalisedText(
              "「\(text)」は、以前のidではありえません。「\(name)」はWindowsが機器の名前として使うので、ファイル名になりません。",
              en: "'\(text)' cannot have been an id, since '\(name)' is a device of Windows")))
        continue
      }
      let meant = RecordIdentifier.meant(by: text, in: collection.key)
      diagnostics.append(
        Diagnostic(
          .invalidID, at: range,
          LocalisedText(
            "「\(text)」は、以前のidとして読めません。前のファイル名から .md を除いたもの(ほかの集まりにあったなら 集まり/id)を書きます。",
            en: "'\(text)' is no former id: write the former file name without .md, or "
              + "collection/name if it was in another collection"),
          fixes: Fix.writing([meant].compactMap { $0 }, at: range, as: value.style)))
    }
  }

  private mutating func reportOtherName(_ key: String, _ node: YAMLNode) {
    report(
      .duplicateKey, at: node.bytes,
      LocalisedText(
        "「\(key)」は別の名前でもう書かれています。",
        en: "'\(key)' was already given under its other name"))
  }

  /// The names of the fields that are not written: one that is there already is not what was meant.
  private func words(besides entries: [YAMLNode.Entry]) -> [String] {
    let written = Set(entries.compactMap { $0.key.scalar }.compactMap { collection.field($0) })
    let fields = collection.fields.indices.filter { !written.contains($0) }
      .map { collection.fields[$0] }
    return fields.map(\.key) + fields.map(\.label)
      + BuiltInField.allCases.flatMap { [$0.key, $0.label] }
  }

  /// Whether one of the damaged bytes, which are in their order, is in the range.
  private func isDamaged(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, damaged.count)
    while low < high {
      let middle = (low + high) / 2
      if damaged[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < damaged.count && damaged[low] < range.upperBound
  }

  /// Reports a key that is none, and gives the one that it was probably meant as.
  private mutating func reportUnknown(_ node: YAMLNode, among words: [String]) -> String? {
    let key = node.scalar ?? ""
    let meant = Nearest.words(to: key, among: words)
    report(
      .unknownKey, on: node,
      LocalisedText(
        "「\(collection.label)」に「\(key)」という欄はありません。",
        en: "'\(collection.key)' has no field '\(key)'"),
      meant: meant)
    return meant.first
  }

  private mutating func read(
    _ field: FieldDefinition, _ entry: YAMLNode.Entry
  ) -> Record.Content {
    let (key, node) = (entry.key.bytes, entry.value)
    var reader = FieldReader(path: path, label: field.label, isRequired: field.isRequired)
    defer { diagnostics.append(contentsOf: reader.diagnostics) }
    var nodes = [node]
    if field.isList {
      if node.scalar == "" {
        reader.reportEmpty(at: node.bytes)
        return Record.Content(values: [], key: key, bytes: node.bytes)
      }
      guard let sequence = node.sequence else {
        reportNoList(node, of: field, &reader)
        return Record.Content(
          values: name(node, of: field).map { [$0] } ?? [], key: key, bytes: node.bytes)
      }
      if sequence.isEmpty && field.isRequired { reader.reportEmpty(at: node.bytes) }
      nodes = sequence
    }
    var values: [Located<FieldValue>] = []
    values.reserveCapacity(nodes.count)
    var seen = SeenValues()
    let dash =
      field.isList
      ? YAMLScalar.dashColumn(before: nodes.first?.bytes.lowerBound ?? 0, in: source) : nil
    for node in nodes {
      let known = reader.diagnostics.count
      if field.isList, node.scalar == "", node.bytes.isEmpty, let line = emptyItem(at: node.bytes) {
        reader.reportEmptyItem(at: node.bytes, line: line)
        continue
      }
      guard let value = field.readOne(node, &reader) else {
        if field.isList { reportJoined(node, of: field, dash, after: known, &reader) }
        continue
      }
      if !seen.insert(value.value, among: values) {
        reader.report(
          .duplicateEntry, at: node.bytes,
          LocalisedText(
            "「\(field.label)」に同じ値が2つあります。",
            en: "'\(field.label)' has the same value twice"))
        continue
      }
      values.append(value)
    }
    return Record.Content(
      values: values, key: key, bytes: node.bytes, isNothing: nodes.isEmpty,
      isPartial: values.count < nodes.count, dash: dash)
  }

  /// The line of an entry that has nothing but its dash.
  private func emptyItem(at bytes: Range<Int>) -> Range<Int>? {
    guard bytes.lowerBound <= source.count else { return nil }
    var dash = bytes.lowerBound
    while dash > 0, source[dash - 1] <= 32 { dash -= 1 }
    guard dash > 0, source[dash - 1] == UInt8(ascii: "-") else { return nil }
    let start = FrontMatter.lineStart(dash - 1, source)
    let line = FrontMatter.line(start, source)
    guard source[line].filter({ $0 > 32 }).elementsEqual("-".utf8) else { return nil }
    return start..<FrontMatter.lineEnd(line.upperBound, source)
  }

  /// The reference that stands in the place of a list of one, so that its record is not told to stand alone.
  private func name(_ node: YAMLNode, of field: FieldDefinition) -> Located<FieldValue>? {
    guard field.relation != nil, let text = node.scalar,
      !text.unicodeScalars.contains(where: { "、，,・;；/／ 　と（(".unicodeScalars.contains($0) }),
      !Self.hasMore(text)
    else { return nil }
    var reader = FieldReader(path: path, label: field.label, isRequired: false)
    return field.readOne(node, &reader)
  }

  /// Whether a text says that there are others: only the author knows which.
  private static func hasMore(_ text: String) -> Bool {
    ["ほか", "他", "等", "など"].contains { text.hasSuffix($0) }
  }

  /// Reports several values in the place of one entry of a list, if they are, instead of the faults after the
  /// first `known`: those of the entry as one value.
  private func reportJoined(
    _ node: YAMLNode, of field: FieldDefinition, _ dash: Int?, after known: Int,
    _ reader: inout FieldReader
  ) {
    guard reader.diagnostics.count > known, let parts = node.scalar.flatMap(field.type.several)
    else { return }
    let code = reader.diagnostics[known].code
    reader.takeBack(to: known)
    reader.report(
      code, at: node.bytes,
      LocalisedText(
        "「\(field.label)」に値が\(parts.count)つ、1つの値としてつながっています。1つずつに分けて書きます。",
        en: "'\(field.label)' has \(parts.count) values in the place of one; write each by itself"),
      written: parts.map { YAMLScalar.written($0, as: node.style) }.joined(
        separator: YAMLScalar.separator(dashColumn: dash)))
  }

  /// Reports one value where a list is due: it may be several with commas between them.
  private func reportNoList(
    _ node: YAMLNode, of field: FieldDefinition, _ reader: inout FieldReader
  ) {
    func isValue(_ text: String) -> Bool {
      var probe = FieldReader(path: path, label: field.label)
      _ = field.readOne(YAMLNode(.scalar(text), at: node.bytes, as: node.style), &probe)
      return probe.diagnostics.isEmpty
    }
    var probe = FieldReader(path: path, label: field.label)
    _ = field.readOne(node, &probe)
    if let text = node.scalar, field.relation != nil, Self.hasMore(text) {
      reader.reportNoList(node, isValue: false)
      return
    }
    if let fix = group(node, of: field, probe.diagnostics) {
      reader.reportNoList(node, fix: fix)
      return
    }
    let separators = field.relation == nil || !Self.isJoined(node.scalar) ? "、，," : "、，,と"
    let parts = (node.scalar ?? "").split { separators.contains($0) }
      .map { String($0.drop { $0.isWhitespace }) }
    let isSplit = parts.count > 1 && parts.count < 50 && parts.allSatisfy(isValue)
    let several = isSplit ? parts : node.scalar.flatMap(field.type.several) ?? []
    // No name of a record has a comma and a blank in it that are no part of its title.
    let isJoined =
      isSplit && field.relation != nil
      && (node.scalar?.contains(", ") == true || separators.contains("と"))
    // Its own fault has a remedy, which goes between the brackets.
    let fix = probe.diagnostics.first?.fixes.first
    let isWhole = fix?.edits.count == 1 && fix?.edits[0].range.bytes == node.bytes
    let only = several.isEmpty && isWhole && node.scalar != nil ? fix?.title : nil
    reader.reportNoList(
      node, isValue: probe.diagnostics.isEmpty && !isJoined, parts: only.map { [$0] } ?? several,
      isText: field.type is TextType && field.role != .aliases)
  }

  /// Whether two names with `と` between them end alike: `文部科学省と経済産業省`.
  private static func isJoined(_ text: String?) -> Bool {
    let parts = (text ?? "").split(separator: "と")
    return parts.count == 2 && parts.allSatisfy { $0.count > 1 } && parts[0].last == parts[1].last
  }

  /// The edits that put a group, or what is written as one, between brackets; nil where there is none.
  private func group(
    _ node: YAMLNode, of field: FieldDefinition, _ faults: [Diagnostic]
  ) -> (written: String, edits: [TextEdit])? {
    func edit(_ bytes: Range<Int>, _ text: String) -> TextEdit {
      TextEdit(SourceRange(path: path, bytes: bytes), with: text)
    }
    let bytes = node.bytes
    if let text = node.scalar {
      guard let (name, remark) = ReferenceType.remarked(text), Self.isRole(remark),
        let group = field.type.connexion?.group(name: name, remark: remark)
      else { return nil }
      return ("[\(group)]", [edit(bytes, "[\(group)]")])
    }
    if node.mapping != nil, faults.isEmpty, source.indices.contains(bytes.lowerBound),
      source[bytes.lowerBound] == UInt8(ascii: "{")
    {
      let written = "[" + String(decoding: source[bytes], as: UTF8.self) + "]"
      return (
        written,
        [
          edit(bytes.lowerBound..<bytes.lowerBound, "["),
          edit(bytes.upperBound..<bytes.upperBound, "]"),
        ]
      )
    }
    guard let fix = faults.first?.fixes.first, fix.edits.count == 1,
      fix.edits[0].range.bytes == bytes, node.mapping != nil
    else { return nil }
    return ("[\(fix.edits[0].replacement)]", [edit(bytes, "[\(fix.edits[0].replacement)]")])
  }

  /// Whether a remark behind a name says what its holder does.
  private static func isRole(_ text: String) -> Bool {
    let words = ["協力", "中核", "代表", "主管", "共管", "分担", "参画", "幹事", "事務局", "実施", "委託", "連携", "共同"]
    return words.contains { text.contains($0) }
  }

  /// The values of one field, to find the second that says the same.
  private struct SeenValues {
    private var places: [Int: [Int]] = [:]

    /// Whether a value is none of `values`; it will be the next of them.
    mutating func insert(_ value: FieldValue, among values: [Located<FieldValue>]) -> Bool {
      // Most fields have few values, and need no table for them.
      if values.count < 8 { return !values.contains { $0.value == value } }
      if places.isEmpty {
        for (place, other) in values.enumerated() {
          places[other.value.likeness, default: []].append(place)
        }
      }
      let likeness = value.likeness
      if places[likeness, default: []].contains(where: { values[$0].value == value }) {
        return false
      }
      places[likeness, default: []].append(values.count)
      return true
    }
  }

  func record(
    id: RecordID, contents: IndexedArray<FieldDefinition, Record.Content?>, isWhole: Bool,
    body: MarkdownDocument
  ) -> Record? {
    func texts(_ role: FieldRole) -> [Located<String>] {
      guard let index = collection.field(role), let content = contents[index] else { return [] }
      return content.values.compactMap {
        if case .text(let text) = $0.value {
          Located(text, at: $0.bytes, as: $0.style)
        } else {
          nil
        }
      }
    }
    guard let title = texts(.title).first else { return nil }
    // The role's field first: it reads the title; others read the aliases.
    let own = collection.field(.reading)
    let fields = (own.map { [$0] } ?? []) + contents.indices.filter { $0 != own }
    let readings = fields.flatMap { contents[$0]?.values ?? [] }.compactMap { value in
      if case .reading(let reading) = value.value { reading } else { nil }
    }
    return Record(
      collection: collection.index, id: id, path: path, title: title,
      reading: own.flatMap { contents[$0] } == nil ? nil : readings.first, readings: readings,
      aliases: texts(.aliases), summary: texts(.summary).first?.value ?? "",
      contents: contents, isWhole: isWhole, body: body, builtIn: builtIn,
      formerKeys: collection.formerKeys)
  }
}
