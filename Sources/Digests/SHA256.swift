import CDigest

/// The SHA-256 digest of bytes.
///
/// Source: FIPS 180-4 §5–6. The blocks are the work of a C target, which uses the processor's instructions for
/// them; a cryptographic package would cost minutes of building, and libcrypto milliseconds of each start.
package struct SHA256 {
  private static let blockSize = 64
  private static let initial: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]

  /// The digest of `bytes`: 32 bytes.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    digest(bytes, with: digest_sha256_blocks)
  }

  typealias Blocks = (UnsafeMutablePointer<UInt32>, UnsafePointer<UInt8>, Int) -> Void

  /// The digest by one of the ways to take in blocks.
  static func digest(_ bytes: [UInt8], with blocks: Blocks) -> [UInt8] {
    var state = initial
    state.withUnsafeMutableBufferPointer { state in
      guard let state = state.baseAddress else { return }
      let whole = bytes.count / blockSize
      bytes.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { blocks(state, start, whole) }
      }
      let last = padding(after: bytes[(whole * blockSize)...], of: bytes.count)
      last.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { blocks(state, start, last.count / blockSize) }
      }
    }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// The rest of a message with a 1, zeros and its length in bits (FIPS 180-4 §5.1.1).
  private static func padding(after rest: ArraySlice<UInt8>, of count: Int) -> [UInt8] {
    var last = Array(rest) + [0x80]
    while last.count % blockSize != blockSize - 8 { last.append(0) }
    let bits = UInt64(count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      last.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return last
  }

  /// The digest of `bytes` as 64 lower-case hexadecimal digits.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }
}
