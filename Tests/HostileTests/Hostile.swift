import Foundation
import Testing

/// Inputs that make a careless program slow, deep or loud, each about as many bytes long as asked.
struct Hostile: Sendable, CustomTestStringConvertible {
  let name: String
  let text: @Sendable (_ size: Int) -> String

  var testDescription: String { name }

  init(_ name: String, _ text: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.text = text
  }

  /// One text again and again, between a beginning and an end.
  init(_ name: String, _ before: String = "", repeating unit: String, _ after: String = "") {
    self.init(name) { size in
      before + String(repeating: unit, count: max(1, size / unit.utf8.count)) + after
    }
  }

  /// A text for each number, one after the other.
  init(
    _ name: String, _ before: String = "", each unit: @escaping @Sendable (Int) -> String,
    by separator: String = "", _ after: String = ""
  ) {
    self.init(name) { size in
      let length = (unit(1000) + separator).utf8.count
      return before + (0..<max(1, size / length)).map(unit).joined(separator: separator) + after
    }
  }

  /// Whether the long form was asked for.
  static let isSoak = ProcessInfo.processInfo.environment["MOKUROKU_SOAK"] != nil
  /// How long the inputs are.
  static let size = isSoak ? 1_000_000 : 50_000
}
