/// What of a record's file is content: neither how its lines are broken, nor the ids that it had.
///
/// So a file that was wrapped anew or given other line ends has not changed, nor one that was renamed and says so.
enum MeantContent {
  private static let formerIDs = Array("former_ids:".utf8)

  /// The bytes that a change of the content would change.
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var meant: [UInt8] = []
    meant.reserveCapacity(bytes.count)
    var isInFormerIDs = false
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      if isInFormerIDs, line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "-"),
        !line.starts(with: "---".utf8)
      {
        continue
      }
      isInFormerIDs = line.starts(with: formerIDs)
      if isInFormerIDs { continue }
      meant += line.filter { $0 > 32 }
    }
    return meant
  }
}
