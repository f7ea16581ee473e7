import ByteWriting
import JSONTree

/// Changes as JSON, version 1: all of them, with the values as the editions have them.
struct ChangesJSON {
  private var out = ByteWriter()

  /// Writes the changes.
  init(_ changes: EditionChanges) {
    out.append("{\"version\":1")
    append("old", changes.old)
    append("new", changes.new)
    out.beginMember("added")
    appendList(changes.added) { Self.append($0, to: &$1) }
    out.beginMember("removed")
    appendList(changes.removed) { Self.append($0, to: &$1) }
    out.beginMember("changed")
    appendList(changes.changed) { Self.append($0, to: &$1) }
    out.beginMember("goneAddresses")
    out.append(jsonArray: changes.goneAddresses)
    out.beginMember("newAddresses")
    out.append(jsonArray: changes.newAddresses)
    out.beginMember("relations")
    out.append("{")
    out.beginMember("added")
    out.append(decimal: changes.relations.added)
    out.beginMember("removed")
    out.append(decimal: changes.relations.removed)
    out.append("}")
    appendFiles(changes.files)
    out.append("}\n")
  }

  var bytes: [UInt8] { out.bytes }

  private mutating func append(_ key: StaticString, _ side: EditionChanges.Side) {
    out.beginMember(key)
    out.append("{")
    out.beginMember("source")
    out.append(jsonOrNull: side.source)
    out.beginMember("records")
    out.append(decimal: side.recordCount)
    out.append("}")
  }

  private mutating func appendFiles(_ counts: EditionChanges.Counts) {
    out.beginMember("files")
    out.append("{")
    out.beginMember("added")
    out.append(decimal: counts.added)
    out.beginMember("changed")
    out.append(decimal: counts.changed)
    out.beginMember("removed")
    out.append(decimal: counts.removed)
    out.append("}")
  }

  private mutating func appendList<Element>(
    _ elements: [Element], _ write: (Element, inout ByteWriter) -> Void
  ) {
    out.append("[")
    for element in elements {
      out.beginElementLine()
      out.append("{")
      write(element, &out)
      out.append("}")
    }
    out.append("]")
  }

  private static func append(_ name: RecordName, to out: inout ByteWriter) {
    out.beginMember("id")
    out.append(json: name.id)
    out.beginMember("collection")
    out.append(json: name.collection)
    out.beginMember("url")
    out.append(json: name.url)
    out.beginMember("title")
    out.append(json: name.title)
  }

  private static func append(_ change: RecordChange, to out: inout ByteWriter) {
    append(change.name, to: &out)
    out.beginMember("textChanged")
    out.append(change.isTextChanged ? "true" : "false")
    out.beginMember("fields")
    out.append("[")
    for field in change.fields {
      out.beginElement()
      append(field, to: &out)
    }
    out.append("]")
  }

  private static func append(_ field: FieldChange, to out: inout ByteWriter) {
    out.append("{")
    out.beginMember("path")
    out.append(jsonArray: field.place.path)
    out.beginMember("label")
    out.append(jsonOrNull: field.label)
    switch field.kind {
    case .value(let old, let new):
      out.beginMember("old")
      append(old, to: &out)
      out.beginMember("new")
      append(new, to: &out)
    case .list(let added, let removed, let isReordered):
      out.beginMember("added")
      append(added, to: &out)
      out.beginMember("removed")
      append(removed, to: &out)
      out.beginMember("reordered")
      out.append(isReordered ? "true" : "false")
    }
    out.append("}")
  }

  private static func append(_ value: JSONNode?, to out: inout ByteWriter) {
    if let value { value.write(to: &out) } else { out.append("null") }
  }

  private static func append(_ values: [JSONNode], to out: inout ByteWriter) {
    out.append("[")
    for value in values {
      out.beginElement()
      value.write(to: &out)
    }
    out.append("]")
  }
}
