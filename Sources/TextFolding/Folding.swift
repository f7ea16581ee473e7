/// Makes spellings equal that a reader takes for the same word, in the builder as in the browser.
///
/// Folded are: width (ＴＩＡ = TIA, ﾛﾎﾞｯﾄ = ロボット), case, compatibility characters (㈱ = (株), ① = 1,
/// か゛ = が), Kangxi and CJK radicals (⼒ = 力, ⺠ = 民), old and variant kanji (澤 = 沢, 髙 = 高),
/// variation selectors, zero width characters, soft hyphens, dashes that stand for ー between
/// katakana, and spaces beside wide characters. Voiced marks are never dropped: は, ば and ぱ stay
/// three characters.
///
/// The steps and the sources of the tables are told in Tools/generate-folding.py. `search-engine.js`
/// has the same folding; a browser test compares them on every assigned code point.
package enum Folding {
  /// Folds `text`.
  package static func fold(_ text: String) -> String {
    var text = text
    let scalars = text.withUTF8 { Folding.scalars(of: $0) }
    var folded = String.UnicodeScalarView()
    folded.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    return String(folded)
  }

  /// Folds UTF-8 to UTF-8.
  ///
  /// Bytes that are not UTF-8 become U+FFFD, one for each.
  package static func fold(utf8 bytes: some Sequence<UInt8>) -> [UInt8] {
    let scalars =
      bytes.withContiguousStorageIfAvailable { Folding.scalars(of: $0) }
      ?? Array(bytes).withUnsafeBufferPointer { Folding.scalars(of: $0) }
    var folded: [UInt8] = []
    folded.reserveCapacity(scalars.count * 3)
    for scalar in scalars { appendUTF8(scalar, to: &folded) }
    return folded
  }

  /// Folds UTF-8 to Unicode scalar values, the form that the index is cut from.
  package static func scalars(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var pass = FoldingPass(keepsSources: false, capacity: bytes.count / 2)
    pass.fold(bytes)
    return pass.scalars
  }

  /// Folds `text` to Unicode scalar values.
  package static func scalars(of text: String) -> [UInt32] {
    var text = text
    return text.withUTF8 { scalars(of: $0) }
  }

  /// Lends the Unicode scalar values of each line of a text, folded by itself; empty lines are left out.
  package static func eachLine(
    of text: String, _ body: (UnsafeBufferPointer<UInt32>) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
        if end > start {
          var pass = FoldingPass(keepsSources: false, capacity: (end - start) / 2)
          pass.fold(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          pass.scalars.withUnsafeBufferPointer(body)
        }
        start = end + 1
      }
    }
  }

  /// Folds `text` and tells for each folded scalar where it comes from.
  package static func foldMapped(_ text: String) -> MappedFolding {
    var text = text
    return text.withUTF8 { bytes in
      var pass = FoldingPass(keepsSources: true, capacity: bytes.count / 2)
      pass.fold(bytes)
      return MappedFolding(scalars: pass.scalars, sources: pass.sources)
    }
  }

  /// The radicals, old and variant kanji that fold, each with the kanji in use, by code point.
  ///
  /// The browser gets these as data, because only few queries need them.
  package static var kanji: [(variant: Unicode.Scalar, inUse: Unicode.Scalar)] {
    FoldingData.shared.kanji
  }

  /// A letter of ASCII with accents as that letter; any other scalar value as it is.
  package static func baseLetter(of scalar: UInt32) -> UInt32 {
    var parts: [UInt32] = []
    FoldingData.shared.decompose(scalar, into: &parts)
    guard let first = parts.first, (0x61...0x7A).contains(first) else { return scalar }
    return first
  }

  /// Appends the UTF-8 of a scalar value.
  package static func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 63))
    case 0x800..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 63))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 63))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 63))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 63))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 63))
    }
  }
}

/// Folded text with the way back to the text it was folded from.
package struct MappedFolding: Sendable {
  /// The folded text as Unicode scalar values.
  package let scalars: [UInt32]
  private let sources: [Range<Int>]

  fileprivate init(scalars: [UInt32], sources: [Range<Int>]) {
    self.scalars = scalars
    self.sources = sources
  }

  /// The bytes of the UTF-8 source that the folded scalars `range` come from.
  ///
  /// The bytes are whole characters of the source; an empty range gives an empty one.
  package func source(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last, last < sources.count else { return 0..<0 }
    var low = sources[first].lowerBound
    var high = sources[first].upperBound
    for index in first...last {
      low = min(low, sources[index].lowerBound)
      high = max(high, sources[index].upperBound)
    }
    return low..<high
  }
}
