import ByteWriting
import SearchScripts

/// A script of the search, with the constants of the index in it.
///
/// A script names a constant as `FORMAT.bits`; what is published has its value there.
package struct SearchScript: Sendable {
  /// The name of the file, which templates know it by: `search-engine.js`.
  package let name: String
  package let bytes: [UInt8]

  /// All scripts of the search.
  package static let all: [SearchScript] = [
    SearchScript("search.js", SearchScripts.box),
    SearchScript("search-engine.js", SearchScripts.engine),
    SearchScript("search-cuts.js", SearchScripts.cuts),
    SearchScript("search-facets.js", SearchScripts.facets),
    SearchScript("search-names.js", SearchScripts.names),
    SearchScript("search-questions.js", SearchScripts.questions),
    SearchScript("search-spellings.js", SearchScripts.spellings),
  ]

  private init(_ name: String, _ source: [UInt8]) {
    self.name = name
    bytes = Self.fill(source)
  }

  /// What stands before the name of a constant.
  private static let placeholder = Array("FORMAT.".utf8)

  /// Writes the values of constants where a script names them; names that are none stay.
  static func fill(_ source: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    var index = 0
    while index < source.count {
      guard source[index] == placeholder[0], source[index...].starts(with: placeholder) else {
        writer.append(source[index])
        index += 1
        continue
      }
      let start = index + placeholder.count
      let end = source[start...].firstIndex { !isLetter($0) } ?? source.count
      let name = String(decoding: source[start..<end], as: UTF8.self)
      guard let constant = SearchFormat.constants[name] else {
        writer.append(source[index])
        index += 1
        continue
      }
      constant.write(to: &writer)
      index = end
    }
    return writer.bytes
  }

  /// Writes the digests of the parts where the engine asks for them, `PARTS`; others have no such place.
  ///
  /// A site's templates name the engine alone, so that those of an older version go on with new parts.
  package static func fill(
    parts script: [UInt8], digest: (_ name: String) -> String?
  ) -> [UInt8] {
    let placeholder = Array("PARTS[".utf8)
    guard
      let start = script.indices.first(where: {
        script[$0] == placeholder[0] && script[$0...].starts(with: placeholder)
      })
    else { return script }
    var writer = ByteWriter()
    writer.append(contentsOf: script[..<start])
    writer.append("{")
    for (place, part) in parts.enumerated() {
      if place > 0 { writer.append(",") }
      writer.append(json: part)
      writer.append(":")
      writer.append(json: digest("search-\(part).js") ?? "")
    }
    writer.append("}")
    writer.append(contentsOf: script[(start + placeholder.count - 1)...])
    return writer.bytes
  }

  /// The parts that the engine fetches by their names.
  private static let parts = ["cuts", "facets", "names", "questions", "spellings"]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension SearchFormat.Constant {
  /// Writes the value in JavaScript.
  fileprivate func write(to writer: inout ByteWriter) {
    switch self {
    case .number(let number): writer.append(decimal: number)
    case .text(let text): writer.append(json: text)
    case .numbers(let numbers):
      writer.append("[")
      for (place, number) in numbers.enumerated() {
        if place > 0 { writer.append(",") }
        writer.append(decimal: number)
      }
      writer.append("]")
    case .texts(let texts):
      writer.append("[")
      for (place, text) in texts.enumerated() {
        if place > 0 { writer.append(",") }
        writer.append(json: text)
      }
      writer.append("]")
    }
  }
}
