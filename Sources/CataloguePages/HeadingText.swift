import ByteWriting
import JapaneseText

/// A title as a heading shows it: a line may end between its words.
enum HeadingText {
  /// The title as HTML, with `<wbr>` where a line may end.
  static func html(_ title: String) -> [UInt8] {
    var out = ByteWriter()
    for (place, piece) in WordEnds.pieces(of: title).enumerated() {
      if place > 0 { out.append("<wbr>") }
      out.append(html: String(piece))
    }
    return out.bytes
  }
}
