/// Signs of another width between brackets.
extension SlipScanner {
  /// A sign of another width where only a sign can stand; whether there is one.
  mutating func wideToken(_ flow: inout Flow) -> Bool {
    let (value, length) = character(flow.at)
    let place = flow.at..<(flow.at + length)
    if wideComma(flow.at) != nil, flow.last != .sign {
      let end = skipWideBlanks(place.upperBound)
      add(
        .wrongSign(text(place), meant: ", "), at: place,
        [[YAMLEdit(place.lowerBound..<end, with: ", ")]])
      flow.at = end
      separate(&flow)
      return true
    }
    if let closing = wideClosing(flow.at), flow.last != .sign, flow.frames.last?.closing == closing
    {
      close(closing, length: length, &flow)
      return true
    }
    if wideColon(flow.at) != nil, flow.last == .quoted, flow.frames.last?.isMapping == true {
      let end = skipWideBlanks(place.upperBound)
      add(
        .wrongSign(text(place), meant: ": "), at: place,
        [[YAMLEdit(place.lowerBound..<end, with: ": ")]])
      flow.at = end
      flow.frames[flow.frames.count - 1].hasColon = true
      flow.last = .sign
      return true
    }
    if value == 0xFF5B, flow.last == .sign {
      add(.wrongSign("｛", meant: "{"), at: place, [[YAMLEdit(place, with: "{")]])
      flow.frames.append(Frame(sign: UInt8(ascii: "{"), at: flow.at))
      flow.at += length
      return true
    }
    return false
  }

  /// The bracket that ］ or ｝ stands for.
  func wideClosing(_ at: Int) -> UInt8? {
    switch character(at).value {
    case 0xFF3D: UInt8(ascii: "]")
    case 0xFF5D: UInt8(ascii: "}")
    default: nil
    }
  }
}
