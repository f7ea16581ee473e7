/// A hash of a file's bytes for its name (FNV-1a of 64 bits, then mixed): not for secrets.
struct ContentHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func update(_ bytes: [UInt8]) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// What a name tells, `SearchFormat.codeBits`.
  var code: UInt32 {
    // The high bits of FNV hardly depend on the last bytes (finaliser of MurmurHash3).
    var mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: mixed >> UInt64(64 - SearchFormat.codeBits))
  }
}
