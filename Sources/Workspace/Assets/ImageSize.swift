package import CatalogueGraph

/// The size of a picture, read from the first bytes of its file.
///
/// Sources: PNG (ISO/IEC 15948 §11.2.2), GIF89a §18, JPEG (ITU-T T.81 §B.2.2). Other formats have no
/// size here and are published without one.
package enum ImageSize {
  /// The size in pixels; nil where the format is unknown or the file is cut off.
  package static func read(_ bytes: [UInt8]) -> AssetSize? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 {
      return AssetSize(width: number(bytes[16..<20]), height: number(bytes[20..<24]))
    }
    if bytes.starts(with: [0x47, 0x49, 0x46, 0x38]), bytes.count >= 10 {
      return AssetSize(
        width: Int(bytes[6]) | Int(bytes[7]) << 8, height: Int(bytes[8]) | Int(bytes[9]) << 8)
    }
    if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Walks the segments of a JPEG up to the frame header.
  private static func jpeg(_ bytes: [UInt8]) -> AssetSize? {
    var position = 2
    while position + 9 < bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        return AssetSize(
          width: number(bytes[(position + 7)..<(position + 9)]),
          height: number(bytes[(position + 5)..<(position + 7)]))
      }
      position += 2 + number(bytes[(position + 2)..<(position + 4)])
    }
    return nil
  }
}
