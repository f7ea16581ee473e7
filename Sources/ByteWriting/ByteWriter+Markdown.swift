extension ByteWriter {
  /// Writes text that stands for itself within a line of Markdown, also of GitHub's and GitLab's comments.
  ///
  /// Every ASCII punctuation mark that could begin something is escaped (CommonMark §2.4). An empty comment
  /// behind the signs of people, issues and labels keeps a title from calling anybody. Line ends become spaces.
  package mutating func append(markdown text: String) {
    for byte in text.utf8 {
      switch byte {
      case 10, 13: append(UInt8(ascii: " "))
      case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "~"),
        UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "^"):
        append(UInt8(ascii: "\\"))
        append(byte)
        append("<!-- -->")
      case UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "?"):
        append(byte)
      case 33...47, 58...64, 91...96, 123...126:
        append(UInt8(ascii: "\\"))
        append(byte)
      default: append(byte)
      }
    }
  }
}
