import ByteWriting
import CatalogueModel
import Diagnostics
import YAMLTree

/// The text of a new record: every field with its label, those that may be left out as comments.
struct RecordSkeleton {
  private let collection: Collection
  private let title: String
  private let today: String

  /// A record of `collection` that was begun today (ISO 8601).
  init(collection: Collection, title: String, today: String) {
    self.collection = collection
    self.title = title
    self.today = today
  }

  /// The file.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.append("---\n")
    for field in collection.fields {
      let isWritten = field.isRequired || field.key == CommonField.updated
      if !isWritten { out.append("# ") }
      out.append(unescaped: field.key + ": ")
      out.append(unescaped: value(of: field))
      out.append(unescaped: "  # " + field.label + "。" + hint(of: field) + "\n")
    }
    out.append("---\n\n")
    return out.bytes
  }

  private func value(of field: FieldDefinition) -> String {
    switch field.key {
    case CommonField.title: title.isEmpty ? "" : YAMLScalar.doubleQuoted(title)
    case CommonField.updated: today
    default: field.isList ? "[]" : ""
    }
  }

  private func hint(of field: FieldDefinition) -> String {
    if let type = field.type as? EnumerationType {
      return type.choices.map(\.text).joined(separator: " / ") + " から選ぶ"
    }
    return type(of: field.type).summary.japanese
  }
}
