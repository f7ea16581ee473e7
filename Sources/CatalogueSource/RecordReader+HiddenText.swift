import Diagnostics
import TextRules

extension RecordReader.File {
  /// Reports what nobody sees in the text of the file.
  ///
  /// Where a value cannot be read, an invisible character in it is the reason: that is told in its place. A value
  /// of nothing else is an empty one, which has been told.
  mutating func check(_ text: HiddenText, _ bytes: [UInt8]) {
    guard !text.isEmpty else { return }
    let faults = diagnostics.indices
      .filter {
        diagnostics[$0].code.rawValue.hasPrefix("field/") && diagnostics[$0].severity == .error
      }
      .sorted { diagnostics[$0].range.bytes.lowerBound < diagnostics[$1].range.bytes.lowerBound }
    var explained: Set<Int> = []
    var found: [Diagnostic] = []
    for hidden in text.diagnostics(path: path, bytes) {
      let place = hidden.range.bytes
      if let fault = last(of: faults, before: place.lowerBound),
        isEmpty(fault, before: place, bytes)
      {
        // What the author sees of the value are its blanks.
        let empty = diagnostics[fault]
        diagnostics[fault] = Diagnostic(
          empty.code, at: hidden.range, empty.message, fixes: empty.fixes, notes: empty.notes)
        continue
      }
      guard let fault = last(of: faults, before: place.lowerBound),
        place.upperBound <= diagnostics[fault].range.bytes.upperBound
      else {
        found.append(hidden)
        continue
      }
      if diagnostics[fault].code == .emptyValue { continue }
      explained.insert(fault)
      found.append(
        Diagnostic(
          hidden.code, at: hidden.range, hidden.message, fixes: hidden.fixes, severity: .error))
    }
    diagnostics =
      diagnostics.indices.filter { !explained.contains($0) }.map { diagnostics[$0] } + found
  }

  /// Whether a fault is that of a value with nothing before an invisible character.
  private func isEmpty(_ fault: Int, before place: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let end = diagnostics[fault].range.bytes.upperBound
    return diagnostics[fault].code == .emptyValue && end <= place.lowerBound
      && bytes[end..<place.lowerBound].allSatisfy { $0 == 32 }
  }

  /// The last of sorted faults that begins at an offset or before it.
  private func last(of faults: [Int], before offset: Int) -> Int? {
    var low = 0
    var high = faults.count
    while low < high {
      let middle = (low + high) / 2
      if diagnostics[faults[middle]].range.bytes.lowerBound <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? faults[low - 1] : nil
  }
}
