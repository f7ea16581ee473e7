import ByteWriting

/// Writes changes of files as `diff -u` does, with the words of git for a file that moves.
///
/// Controls but tabs and ends of lines are shown as U+FFFD: no file can steer the terminal.
struct UnifiedDifference {
  /// How many lines stand around a change.
  private static let context = 3

  /// The difference of some files, in their order.
  static func bytes(of changes: [ContentEdits.Change]) -> [UInt8] {
    var out = ByteWriter()
    for change in changes { append(change, to: &out) }
    return out.bytes
  }

  private static func append(_ change: ContentEdits.Change, to out: inout ByteWriter) {
    out.append(unescaped: "diff --git a/\(change.path) b/\(change.newPath)\n")
    if change.before == nil { out.append("new file mode 100644\n") }
    if change.path != change.newPath {
      out.append(unescaped: "rename from \(change.path)\nrename to \(change.newPath)\n")
    }
    let difference = LineDifference(change.before ?? [], change.after)
    if difference.replacements.isEmpty { return }
    out.append(unescaped: "--- " + (change.before == nil ? "/dev/null" : "a/" + change.path))
    out.append(unescaped: "\n+++ b/\(change.newPath)\n")
    var rest = difference.replacements[...]
    while let first = rest.first {
      // Changes whose surroundings touch stand together.
      var count = 1
      while count < rest.count,
        rest[rest.startIndex + count].old.lowerBound
          - rest[rest.startIndex + count - 1].old.upperBound <= context * 2
      {
        count += 1
      }
      appendHunk(rest.prefix(count), from: first, of: difference, to: &out)
      rest = rest.dropFirst(count)
    }
  }

  private static func appendHunk(
    _ replacements: ArraySlice<LineDifference.Replacement>, from first: LineDifference.Replacement,
    of difference: LineDifference, to out: inout ByteWriter
  ) {
    let last = replacements.last ?? first
    let before = min(context, first.old.lowerBound)
    let after = min(context, difference.old.count - last.old.upperBound)
    let old = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let new = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    out.append(unescaped: "@@ -\(place(of: old)) +\(place(of: new)) @@\n")
    var position = old.lowerBound
    for replacement in replacements {
      append(difference.old[position..<replacement.old.lowerBound], after: " ", to: &out)
      append(difference.old[replacement.old], after: "-", to: &out)
      append(difference.new[replacement.new], after: "+", to: &out)
      position = replacement.old.upperBound
    }
    append(difference.old[position..<old.upperBound], after: " ", to: &out)
  }

  /// Where lines stand: the first of them counted from 1, the one before them where there are none.
  private static func place(of lines: Range<Int>) -> String {
    let first = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(first)" : "\(first),\(lines.count)"
  }

  private static func append(
    _ lines: ArraySlice<ArraySlice<UInt8>>, after sign: StaticString, to out: inout ByteWriter
  ) {
    for line in lines {
      out.append(sign)
      for byte in line {
        let isControl = (byte < 32 && ![9, 10, 13].contains(byte)) || byte == 127
        if isControl { out.append("\u{FFFD}") } else { out.append(byte) }
      }
      if line.last != 10 { out.append("\n\\ No newline at end of file\n") }
    }
  }
}
