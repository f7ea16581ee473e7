import Foundation

/// A schema (JSON Schema, draft 2020-12) by which tests look at documents: those keywords that ours have.
///
/// A keyword that it does not know is a fault, so that nothing is passed that was not looked at.
package struct JSONSchema {
  private let root: [String: Any]

  /// A schema that is no JSON object.
  package struct Unreadable: Error {}

  /// Reads a schema.
  package init(_ bytes: [UInt8]) throws {
    guard let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw Unreadable()
    }
    self.root = root
  }

  /// What is wrong with a document, the first faults of it; members that no schema names are faults too.
  package func faults(of document: Any) -> [String] {
    var faults: [String] = []
    look(at: document, by: root, place: "", &faults)
    return Array(faults.prefix(20))
  }

  /// The keywords that say nothing of a document.
  private static let remarks: Set<String> = ["$schema", "$defs", "title", "description", "format"]

  private func look(
    at value: Any, by schema: [String: Any], place: String, _ faults: inout [String]
  ) {
    func require(_ isSo: Bool, _ keyword: String) {
      if !isSo { faults.append("\(place): \(keyword)") }
    }
    for (keyword, wanted) in schema where !Self.remarks.contains(keyword) {
      switch (keyword, wanted) {
      case ("$ref", let name as String):
        let definitions = root["$defs"] as? [String: [String: Any]]
        if let other = definitions?[String(name.dropFirst("#/$defs/".count))] {
          look(at: value, by: other, place: place, &faults)
        } else {
          faults.append("\(place): no \(name)")
        }
      case ("type", let type as String): require(Self.isOf(type, value), "type")
      case ("const", let constant as NSObject): require(constant.isEqual(value), "const")
      case ("minLength", let length as Int):
        require((value as? String)?.unicodeScalars.count ?? length >= length, "minLength")
      case ("pattern", let pattern as String):
        guard let text = value as? String else { continue }
        require(text.range(of: pattern, options: .regularExpression) != nil, "pattern")
      case ("required", let names as [String]):
        guard let object = value as? [String: Any] else { continue }
        for name in names { require(object[name] != nil, "required \(name)") }
      case ("items", let items as [String: Any]):
        for (number, element) in (value as? [Any] ?? []).enumerated() {
          look(at: element, by: items, place: "\(place)/\(number)", &faults)
        }
      case ("properties", is [String: Any]), ("additionalProperties", is [String: Any]): continue
      default: faults.append("\(place): the keyword \(keyword) is not known")
      }
    }
    guard let object = value as? [String: Any] else { return }
    let properties = schema["properties"] as? [String: [String: Any]]
    let others = schema["additionalProperties"] as? [String: Any]
    if properties == nil && others == nil { return }
    for (name, member) in object {
      if let schema = properties?[name] ?? others {
        look(at: member, by: schema, place: "\(place)/\(name)", &faults)
      } else {
        faults.append("\(place)/\(name): not named")
      }
    }
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    default: false
    }
  }
}
