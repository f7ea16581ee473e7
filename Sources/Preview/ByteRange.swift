/// What a `Range` header asks for of a file (RFC 9110 §14).
package enum ByteRange: Sendable, Equatable {
  /// Everything: there is no range, or one that may be passed over.
  case whole
  case part(Range<Int>)
  /// No byte of the file lies in the range: 416.
  case unsatisfiable

  /// Reads a header for a file of `length` bytes.
  ///
  /// Several ranges in one header are answered with the whole file, which §14.2 allows: no browser
  /// asks for them.
  package init(_ header: String?, length: Int) {
    self = .whole
    guard let header, let equals = header.firstIndex(of: "="),
      header[..<equals].lowercased() == "bytes"
    else { return }
    let spec = header[equals...].dropFirst()
    let ends = spec.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " && $0 != "\t" } }
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return }
    switch (ByteRange.number(ends[0]), ByteRange.number(ends[1])) {
    case (nil, nil): return
    case (nil, let last?):
      self = last > 0 && length > 0 ? .part(max(0, length - last)..<length) : .unsatisfiable
    case (let first?, nil):
      self = first < length ? .part(first..<length) : .unsatisfiable
    case (let first?, let last?) where first <= last:
      self = first < length ? .part(first..<min(last, length - 1) + 1) : .unsatisfiable
    default: return
    }
  }

  /// The value of digits; the greatest integer where they go beyond it, nil without any.
  private static func number(_ digits: String) -> Int? {
    digits.isEmpty ? nil : Int(digits) ?? .max
  }
}
