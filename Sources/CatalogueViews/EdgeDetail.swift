package import CatalogueModel
import Diagnostics

/// The attributes of an edge in one line.
package enum EdgeDetail {
  /// The values, texts alone and others with their label in front.
  package static func text(of edge: Edge, in schema: Schema) -> String {
    if edge.attributes.isEmpty { return "" }
    let relation = schema.relations[edge.relation]
    let parts = zip(relation.edgeFields, edge.attributes).compactMap { field, value -> String? in
      guard let value, !field.type.traits.contains(.relationWord) else { return nil }
      let text = field.type.show(value).text
      return field.type.traits.contains(.speaksForItself) ? text : "\(field.label) \(text)"
    }
    return parts.joined(separator: "、")
  }
}
