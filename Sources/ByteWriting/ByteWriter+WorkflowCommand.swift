// The escapes of GitHub's workflow commands: a line of a log is read as a command, so that neither a message nor
// a property may end it. Source: `escapeData` and `escapeProperty` of `command.ts` in GitHub's toolkit.
extension ByteWriter {
  /// Writes the message of a workflow command.
  package mutating func append(workflowMessage text: String) {
    for byte in text.utf8 where !appendLineEscape(of: byte) {
      append(byte)
    }
  }

  /// Writes the value of a property of a workflow command.
  package mutating func append(workflowProperty text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ":"): append("%3A")
      case UInt8(ascii: ","): append("%2C")
      default: if !appendLineEscape(of: byte) { append(byte) }
      }
    }
  }

  private mutating func appendLineEscape(of byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"): append("%25")
    case 13: append("%0D")
    case 10: append("%0A")
    default: return false
    }
    return true
  }
}
