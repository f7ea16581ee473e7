/// Numbers keys in the order they are met: an open hash table.
struct GramTable: Sendable {
  private(set) var keys: [UInt64] = []
  private var slots: [UInt32]
  private var mask: Int

  init(capacity: Int = 1 << 16) {
    slots = Array(repeating: 0, count: capacity)
    mask = capacity - 1
  }

  /// The number of `key`, a new one if the key is new.
  @inline(__always)
  mutating func number(of key: UInt64) -> Int {
    var slot = Self.hash(key) & mask
    while true {
      let held = slots[slot]
      if held == 0 { return insert(key, at: slot) }
      if keys[Int(held) - 1] == key { return Int(held) - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// Adds `key` if it is new.
  mutating func insert(_ key: UInt64) { _ = number(of: key) }

  /// The number of `key`; nil if it has none.
  @inline(__always)
  func find(_ key: UInt64) -> Int? {
    var slot = Self.hash(key) & mask
    while true {
      let held = slots[slot]
      if held == 0 { return nil }
      if keys[Int(held) - 1] == key { return Int(held) - 1 }
      slot = (slot + 1) & mask
    }
  }

  @inline(never)
  private mutating func insert(_ key: UInt64, at slot: Int) -> Int {
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = Array(repeating: 0, count: mask + 1)
    for (number, key) in keys.enumerated() {
      var slot = Self.hash(key) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    let mixed = (key ^ key >> 23) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20)
  }
}
