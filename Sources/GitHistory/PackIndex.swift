/// Where the objects of a pack stand in it.
///
/// Source: gitformat-pack(5), "Version 2 pack-*.idx files".
struct PackIndex: Sendable {
  private let bytes: [UInt8]
  private let count: Int
  private let idLength: Int

  private static let magic: [UInt8] = [0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]
  private static let namesStart = magic.count + 256 * 4

  /// Reads the index of a pack whose objects have names of `idLength` bytes.
  init(_ bytes: [UInt8], idLength: Int) throws(GitTrouble) {
    guard bytes.starts(with: Self.magic) else { throw .unknownForm }
    guard bytes.count >= Self.namesStart else { throw .malformed }
    self.bytes = bytes
    self.idLength = idLength
    count = Self.number(in: bytes, at: Self.namesStart - 4)
    guard bytes.count >= Self.namesStart + count * (idLength + 8) else { throw .malformed }
  }

  private static func number(in bytes: [UInt8], at place: Int) -> Int {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Where an object begins in the pack; nil where the pack does not have it.
  func offset(of id: ObjectID) throws(GitTrouble) -> Int? {
    guard id.bytes.count == idLength else { return nil }
    let first = Int(id.bytes[0])
    func fan(_ place: Int) -> Int { Self.number(in: bytes, at: Self.magic.count + place * 4) }
    var (lower, upper) = (first == 0 ? 0 : fan(first - 1), fan(first))
    guard lower <= upper, upper <= count else { throw .malformed }
    while lower < upper {
      let middle = (lower + upper) / 2
      switch order(ofNameAt: middle, to: id) {
      case 0: return try offset(at: middle)
      case ..<0: lower = middle + 1
      default: upper = middle
      }
    }
    return nil
  }

  private func order(ofNameAt place: Int, to id: ObjectID) -> Int {
    let start = Self.namesStart + place * idLength
    for (offset, byte) in id.bytes.enumerated() where bytes[start + offset] != byte {
      return Int(bytes[start + offset]) - Int(byte)
    }
    return 0
  }

  /// An offset of 31 bits, or one of 64 in the list behind.
  private func offset(at place: Int) throws(GitTrouble) -> Int {
    let offsets = Self.namesStart + count * (idLength + 4)
    let number = Self.number(in: bytes, at: offsets + place * 4)
    guard number >= 1 << 31 else { return number }
    let large = offsets + count * 4 + (number & 0x7fff_ffff) * 8
    guard large + 8 <= bytes.count, bytes[large] == 0 else { throw .malformed }
    return Self.number(in: bytes, at: large) << 32 | Self.number(in: bytes, at: large + 4)
  }
}
