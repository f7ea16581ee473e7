extension NearMissScan {
  /// Looks at the addresses of links: those that end before Japanese letters of their own, and those that
  /// nobody else can reach.
  mutating func lookAtAddresses() {
    for reference in references where !reference.isImage {
      if reference.kind == .path, reference.destination.isEmpty, reference.isLabelled {
        reportEmpty(reference)
      }
      if reference.kind == .record { lookAtBars(reference) }
      guard reference.kind == .external else { continue }
      if lookAtHost(reference) { continue }
      if reference.isLabelled, lookAtLabelled(reference) { continue }
      if let host = PrivateHost.host(of: reference.destination) {
        reportPrivate(reference, host)
      } else if !reference.isLabelled, !lookAtDoubled(reference) {
        lookAtCut(reference)
      }
    }
  }

  /// Reports `https://https://a.jp/`, a link to the host `https`.
  private mutating func lookAtDoubled(_ reference: Reference) -> Bool {
    let bytes = source.source
    let range = reference.range
    let written = String(decoding: bytes[range], as: UTF8.self)
    guard written.hasPrefix("http"), let whole = Self.withSlashes(written) else { return false }
    let first = range.lowerBound..<range.upperBound - whole.utf8.count
    guard !first.isEmpty, written.hasSuffix(whole) else { return false }
    findings.append(
      Finding(
        kind: .nearMiss(.addressSlashes), range: first,
        repairs: [.init(Self.title(whole), edits: [.init(first, with: "")])]))
    return true
  }

  /// Reports `[名](https:／／a.jp／)`, `[名](https://a.jp/　)` and `[](https://a.jp/)`.
  private mutating func lookAtLabelled(_ reference: Reference) -> Bool {
    let range = reference.destinationRange
    let written = String(decoding: source.source[range], as: UTF8.self)
    let address = Signs.narrowed(written)
    // An address may have wide signs in its path; those of its scheme, and a space at its end, are slips.
    let isSchemeWide = ["http:", "https:"].contains { scheme in
      written.hasPrefix(scheme) && !written.hasPrefix(scheme + "//")
        && address.hasPrefix(scheme + "//")
    }
    if isSchemeWide || written.hasSuffix("\u{3000}") {
      let mended = (isSchemeWide ? address : written).filter { $0 != " " && $0 != "\u{3000}" }
      let sign = isSchemeWide ? written.first { $0 == "／" } ?? "／" : "\u{3000}"
      findings.append(
        Finding(
          kind: .nearMiss(isSchemeWide ? .addressWideSign(String(sign)) : .linkTrailingSpace),
          range: range, repairs: [.init(Self.title(mended), edits: [.init(range, with: mended)])]))
      return true
    }
    if let end = lookAtClosingAngle(range, written) { return end }
    if written.lowercased().hasPrefix("mailto:"), let whole = AddressBeginning.mended(written) {
      findings.append(
        Finding(
          kind: .nearMiss(.addressWideSign("＠")), range: range,
          repairs: [.init(Self.title(whole), edits: [.init(range, with: whole)])]))
      return true
    }
    if let whole = Self.withSlashes(written) {
      findings.append(
        Finding(
          kind: .nearMiss(.addressSlashes), range: range,
          repairs: [.init(Self.title(whole), edits: [.init(range, with: whole)])]))
      return true
    }
    guard isEmpty(reference) else { return false }
    let text = "<" + written + ">"
    findings.append(
      Finding(
        kind: .nearMiss(.linkWithoutText), range: reference.range,
        repairs: [.init(Self.title(text), edits: [.init(reference.range, with: text)])]))
    return true
  }

  /// Reports `[名](https://a.jp/>)`.
  private mutating func lookAtClosingAngle(_ range: Range<Int>, _ written: String) -> Bool? {
    guard written.hasSuffix(">"), range.lowerBound > 0,
      source.source[range.lowerBound - 1] != UInt8(ascii: "<")
    else { return nil }
    let sign = range.upperBound - 1..<range.upperBound
    findings.append(
      Finding(
        kind: .nearMiss(.linkAngle(">")), range: sign,
        repairs: [.init(Self.title(String(written.dropLast())), edits: [.init(sign, with: "")])]))
    return true
  }

  /// The address of `//a.jp/`, `https:a.jp` and `https:/a.jp`, which browsers guess at; nil for any other.
  private static func withSlashes(_ written: String) -> String? {
    if written.hasPrefix("//") { return "https:" + written }
    let scheme = written.prefix { $0 != ":" }
    guard ["http", "https"].contains(scheme.lowercased()), !scheme.isEmpty,
      written.utf8.count > scheme.utf8.count
    else { return nil }
    let rest = written.dropFirst(scheme.count + 1)
    if ["//http://", "//https://"].contains(where: { rest.hasPrefix($0) }) {
      return String(rest.dropFirst(2))
    }
    if rest.hasPrefix("//"), !rest.hasPrefix("///") { return nil }
    let host = rest.drop { $0 == "/" }
    return host.isEmpty ? nil : scheme.lowercased() + "://" + host
  }

  /// Reports `[名]()`; where it has a text of no marks, that alone may have been meant.
  private mutating func reportEmpty(_ reference: Reference) {
    let bytes = source.source
    let range = reference.range
    let text = bytes[range]
    var repairs: [Finding.Repair] = []
    if text.first == UInt8(ascii: "["), text.last == UInt8(ascii: ")"), reference.title == nil,
      let close = text.lastIndex(of: UInt8(ascii: "]")), close > range.lowerBound + 1
    {
      let label = String(decoding: bytes[range.lowerBound + 1..<close], as: UTF8.self)
      repairs = [
        .init(
          Self.title(label),
          edits: [
            .init(range.lowerBound..<range.lowerBound + 1, with: ""),
            .init(close..<range.upperBound, with: ""),
          ])
      ]
    }
    findings.append(
      Finding(kind: .nearMiss(.linkWithoutAddress), range: range, repairs: repairs))
  }

  private mutating func reportPrivate(_ reference: Reference, _ host: String) {
    var repairs: [Finding.Repair] = []
    let range = reference.range
    if !reference.isLabelled {
      var bytes = Array(source.source[range])
      if bytes.first == UInt8(ascii: "<") { bytes = Array(bytes.dropFirst().dropLast()) }
      let text = "`" + String(decoding: bytes, as: UTF8.self) + "`"
      repairs = [.init(Self.title(text), edits: [.init(range, with: text)])]
    }
    findings.append(
      Finding(
        kind: .nearMiss(.privateAddress(host)), range: reference.destinationRange, repairs: repairs)
    )
  }

  /// Reports a bare address that ends before Japanese letters which seem to belong to it.
  private mutating func lookAtCut(_ reference: Reference) {
    let bytes = source.source
    let range = reference.range
    guard range.upperBound < bytes.count, bytes[range.lowerBound] != UInt8(ascii: "<") else {
      return
    }
    let limit = min(bytes.count, range.upperBound + 300)
    var start = range.upperBound
    // Signs that an address does not end in.
    while start < limit, [0x5F, 0x3F, 0x7E].contains(bytes[start]) { start += 1 }
    guard start < limit, bytes[start] >= 0x80, start > range.lowerBound else { return }
    let tail = Tail(bytes, from: start, limit: limit)
    guard tail.first != 0, belongs(tail, after: bytes[start - 1], isRoot: isRoot(range)) else {
      return
    }
    let address = String(decoding: bytes[range.lowerBound..<start], as: UTF8.self)
    let whole = address.hasPrefix("http") ? address : "http://" + address
    let repairs = tail.ends.map { end in
      let text = "<" + whole + String(decoding: bytes[start..<end], as: UTF8.self) + ">"
      // `<https://a.jp/経済` has its first sign.
      let isOpen = range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "<")
      let first = range.lowerBound - (isOpen ? 1 : 0)
      return Finding.Repair(Self.title(text), edits: [.init(first..<end, with: text)])
    }
    findings.append(
      Finding(
        kind: .nearMiss(.cutAddress), range: start..<(tail.ends.first ?? start), repairs: repairs))
  }

  /// Whether an address has nothing behind its host but a `/`.
  private func isRoot(_ range: Range<Int>) -> Bool {
    source.source[range].count { $0 == UInt8(ascii: "/") } <= 3
  }

  /// Whether letters behind an address are part of it and not of the sentence.
  private func belongs(_ tail: Tail, after last: UInt8, isRoot: Bool) -> Bool {
    if tail.hasPath { return true }
    switch last {
    case UInt8(ascii: "/"):
      if Signs.isHiragana(tail.first) { return !Self.particles.contains(tail.first) && !isRoot }
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "%"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "?"), UInt8(ascii: "~"):
      return !Self.particles.contains(tail.first)
    default: return false
    }
    return !Self.words.contains { tail.text.hasPrefix($0) }
  }

  /// Hiragana with which a sentence goes on behind an address: をはがにのでともへやかまよなだごおこそし.
  private static let particles = Set("をはがにのでともへやかまよなだごおこそし".unicodeScalars.map(\.value))

  /// Words with which a sentence goes on behind an address.
  private static let words = [
    "参照", "参考", "等", "内", "上", "他", "以下", "掲載", "閲覧", "公開", "確認", "引用", "出典", "記載", "運営", "最終",
    "経由", "配下", "宛", "版", "側", "用", "後", "前", "中", "間", "年", "月", "より", "アクセス", "ページ", "サイト",
    "リンク",
  ]

  /// What stands behind an address without a space or a sign of a sentence.
  private struct Tail {
    /// Its first code point; 0 where it is no Japanese letter.
    private(set) var first: UInt32 = 0
    private(set) var text = ""
    /// Where the address may end: behind the first word, and behind all.
    private(set) var ends: [Int] = []
    /// Whether it goes on as a path or a file does.
    private(set) var hasPath = false

    init(_ bytes: [UInt8], from start: Int, limit: Int) {
      var index = start
      var scalars = String.UnicodeScalarView()
      var word: Int?
      var wasHiragana = true
      while index < limit {
        let (value, length) = UTF8Scalars.scalar(bytes, at: index, limit: limit)
        if value < 0x80 {
          guard value > 32, !"\"'`<>|()[]{},".unicodeScalars.contains(where: { $0.value == value })
          else { break }
        } else if !Signs.isJapaneseLetter(value) {
          break
        }
        if Signs.isHiragana(value), !wasHiragana, word == nil { word = index }
        wasHiragana = Signs.isHiragana(value)
        scalars.append(Unicode.Scalar(value) ?? "?")
        index += length
      }
      text = String(scalars)
      guard let scalar = scalars.first, Signs.isJapaneseLetter(scalar.value) else { return }
      first = scalar.value
      while index > start,
        bytes[index - 1] == UInt8(ascii: ".") || bytes[index - 1] == UInt8(ascii: ":")
      {
        index -= 1
      }
      let hasScheme = text.contains("://")
      let endings = [
        ".pdf", ".html", ".htm", ".csv", ".xlsx", ".xls", ".docx", ".png", ".jpg", ".zip",
      ]
      hasPath =
        !hasScheme && (text.contains("/") || endings.contains { text.lowercased().hasSuffix($0) })
      if hasPath || word == nil {
        ends = [index]
      } else if let word {
        ends = [word, index]
      }
    }
  }
}

/// Hosts that only one machine or one office can reach.
enum PrivateHost {
  /// The host of an address where it is such a one; else nil.
  ///
  /// Sources: RFC 1918, RFC 3927, RFC 6761, RFC 6762, RFC 8375.
  static func host(of destination: [UInt8]) -> String? {
    guard let slashes = destination.firstIndex(of: UInt8(ascii: "/")),
      slashes + 1 < destination.count, destination[slashes + 1] == UInt8(ascii: "/")
    else { return nil }
    var host = destination[(slashes + 2)...]
    host = host.prefix { ![47, 63, 35].contains($0) }
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    if host.first == UInt8(ascii: "[") {
      let text = String(decoding: host.prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self) + "]"
      let lower = text.lowercased()
      return lower == "[::1]" || lower.hasPrefix("[fe80:") || lower.hasPrefix("[fd")
        || lower.hasPrefix("[fc") ? text : nil
    }
    host = host.prefix { $0 != UInt8(ascii: ":") }
    // A letter as the first sign is as good as any other test.
    guard !host.isEmpty, host.count < 254 else { return nil }
    let text = String(decoding: host, as: UTF8.self)
    let name = text.lowercased()
    if name == "localhost" || name.hasSuffix(".localhost") || name.hasSuffix(".local")
      || name.hasSuffix(".internal") || name.hasSuffix(".home.arpa")
    {
      return text
    }
    return isPrivate(name) ? text : nil
  }

  private static func isPrivate(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard parts.count == 4, let first = parts[0], let second = parts[1], parts[2] != nil,
      parts[3] != nil
    else { return false }
    switch first {
    case 10, 127, 0: return true
    case 192: return second == 168
    case 172: return (16...31).contains(second)
    case 169: return second == 254
    default: return false
    }
  }
}
