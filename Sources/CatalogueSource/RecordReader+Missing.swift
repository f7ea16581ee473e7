import CatalogueModel
import Diagnostics
import YAMLTree

/// Fields that are not there, and remedies that belong together.
extension RecordReader.File {
  /// Reports what a record has to have and has not, or should have.
  mutating func checkRequired(
    _ contents: inout IndexedArray<FieldDefinition, Record.Content?>, _ root: YAMLNode?,
    at yaml: Range<Int>
  ) {
    takeUnknown(&contents, root)
    for (index, field) in collection.fields.indexed
    where contents[index] == nil || (field.isRecommended && contents[index]?.isNothing == true) {
      if field.isRequired {
        // Where the value was written but could not be read, that fault has been told already.
        report(
          .missingField, at: yaml.lowerBound..<yaml.lowerBound,
          LocalisedText(
            "「\(field.label)」(\(field.key))がありません。",
            en: "'\(field.key)' (\(field.label)) is missing"))
      } else if field.isRecommended && !isExcused(field, contents) {
        report(
          .recommendedField, at: yaml.lowerBound..<yaml.lowerBound,
          LocalisedText(
            "「\(field.label)」(\(field.key))がありません。" + excuseText(field).japanese,
            en: "'\(field.key)' (\(field.label)) is missing" + excuseText(field).english))
      }
    }
  }

  /// Takes the only field with an unknown name for the only one that is missing, where it holds a value of that.
  ///
  /// `タイトル` in the place of `title` is one fault.
  private mutating func takeUnknown(
    _ contents: inout IndexedArray<FieldDefinition, Record.Content?>, _ root: YAMLNode?
  ) {
    let missing = collection.fields.indices.filter {
      collection.fields[$0].isRequired && contents[$0] == nil
    }
    let unknown = (root?.mapping ?? []).filter { entry in
      let key = entry.key.scalar ?? ""
      return collection.field(key) == nil && BuiltInField.named(key) == nil
    }
    guard let index = missing.first, missing.count == 1, let entry = unknown.first,
      unknown.count == 1,
      let place = diagnostics.firstIndex(where: {
        $0.code == .unknownKey && $0.range.bytes == entry.key.bytes
      })
    else { return }
    let field = collection.fields[index]
    var probe = FieldReader(path: path, label: field.label)
    guard !field.isList, let value = field.readOne(entry.value, &probe), probe.diagnostics.isEmpty
    else { return }
    let key = entry.key.scalar ?? ""
    diagnostics[place] = Diagnostic(
      .unknownKey, on: entry.key, in: path,
      LocalisedText(
        "「\(collection.label)」に「\(key)」という欄はありません。必ず書く「\(field.label)」(\(field.key))がないので、それなら名前を直します。",
        en:
          "'\(collection.key)' has no field '\(key)'; '\(field.key)' (\(field.label)) is missing and may be meant"
      ),
      meant: [key.utf8.allSatisfy { $0 < 0x80 } ? field.key : field.label])
    contents[index] = Record.Content(
      values: [value], key: entry.key.bytes, bytes: entry.value.bytes)
  }

  /// Gives a slip of YAML the remedy of the value that it holds, where the value is wrong too: `{amount: 1,200}` needs
  /// quotes and 円.
  mutating func joinRemedies() {
    guard diagnostics.contains(where: { $0.code.rawValue.hasPrefix("yaml/") && !$0.fixes.isEmpty })
    else { return }
    var remedies: [Range<Int>: [Fix]] = [:]
    for fault in diagnostics where fault.code.rawValue.hasPrefix("field/") && !fault.fixes.isEmpty {
      remedies[fault.range.bytes] = fault.fixes
    }
    if remedies.isEmpty { return }
    diagnostics = diagnostics.map { slip in
      guard slip.code.rawValue.hasPrefix("yaml/"), let edits = slip.fixes.first?.edits,
        edits.count == 1, let fixes = remedies[edits[0].range.bytes]
      else { return slip }
      return Diagnostic(
        slip.code, at: slip.range, slip.message, fixes: fixes, notes: slip.notes,
        severity: slip.severity)
    }
  }

  private func isExcused(
    _ field: FieldDefinition, _ contents: IndexedArray<FieldDefinition, Record.Content?>
  ) -> Bool {
    guard let excuse = field.excuse, let index = collection.field(excuse.field) else {
      return false
    }
    return contents[index]?.values.contains { $0.value == .text(excuse.value) } ?? false
  }

  private func excuseText(_ field: FieldDefinition) -> LocalisedText {
    guard let excuse = field.excuse else { return LocalisedText("", en: "") }
    return LocalisedText(
      "なければ「\(excuse.field): \(excuse.value)」と書きます。",
      en: "; if there is none, write '\(excuse.field): \(excuse.value)'")
  }
}
