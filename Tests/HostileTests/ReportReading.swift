/// What must never stand in what is written to a terminal.
enum ReportReading {
  /// The first forbidden scalar: a control other than a line end, or a mark that turns the direction.
  static func problem(in text: [UInt8]) -> Unicode.Scalar? {
    String(decoding: text, as: UTF8.self).unicodeScalars.first { scalar in
      switch scalar.value {
      case 10: false
      case 0..<32, 127..<160, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
      default: false
      }
    }
  }
}
