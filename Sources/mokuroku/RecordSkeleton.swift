import ByteWriting
import CatalogueModel
import Diagnostics
import YAMLTree

/// The text of a new record: every field below a line that explains it, those that may be left out as
/// comments.
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
      // Above the field, since what stands behind a value may be taken for a part of it.
      out.append(unescaped: "# 〔" + field.label + "〕" + field.type.hint.japanese + "\n")
      let isWritten = field.isRequired || field.role == .updated
      if !isWritten { out.append("# ") }
      let value = value(of: field)
      out.append(unescaped: field.key + ":" + (value.isEmpty ? "" : " " + value) + "\n")
    }
    out.append("---\n\n")
    return out.bytes
  }

  private func value(of field: FieldDefinition) -> String {
    switch field.role {
    case .title: title.isEmpty ? "" : YAMLScalar.doubleQuoted(title)
    case .updated: today
    default: field.isList ? "[]" : ""
    }
  }
}
