/// What lists are written to.
protocol BitSink {
  /// Appends the low `width` bits of `value`, at most 32.
  mutating func append(_ value: Int, width: Int)

  /// Appends ascending numbers below `total`, each as the gap to the one before.
  mutating func append(numbers: some Collection<UInt32>, below total: Int)
}

extension BitSink {
  /// Appends `value` ≥ 1 in Elias' gamma code.
  mutating func append(gamma value: Int) {
    let width = Int.bitWidth - value.leadingZeroBitCount
    if width <= 16 { return append(value, width: width * 2 - 1) }
    append(0, width: width - 1)
    append(value, width: width)
  }

  /// Appends `value` ≥ 0 in Rice's code: the high bits in unary, the low `low` bits as they are.
  @inline(__always)
  mutating func append(rice value: Int, low: Int) {
    var high = value >> low
    if high + 1 + low <= 32 {
      return append((2 << high - 2) << low | value & (1 << low - 1), width: high + 1 + low)
    }
    while high > 24 {
      append((1 << 24) - 1, width: 24)
      high -= 24
    }
    append((1 << (high + 1)) - 2, width: high + 1)
    append(value & ((1 << low) - 1), width: low)
  }

  /// Appends at least one ascending number below `total`, after how many there are.
  mutating func append(counted numbers: some Collection<UInt32>, below total: Int) {
    append(gamma: numbers.count)
    append(numbers: numbers, below: total)
  }

  /// Appends ascending numbers below `total`, each as the gap to the one before.
  mutating func append(numbers: some Collection<UInt32>, below total: Int) {
    let low = ListCode.lowBits(count: numbers.count, below: total)
    var next: UInt32 = 0
    for number in numbers {
      append(rice: Int(number - next), low: low)
      next = number + 1
    }
  }
}
