/// The names of HTML's elements.
enum HTMLName {
  /// Whether a tag without attributes begins at a `<` whose name no element of HTML has.
  static func isForeignTag(_ bytes: [UInt8], at start: Int, limit: Int) -> Bool {
    var index = start + 1
    if index < limit, bytes[index] == UInt8(ascii: "/") { index += 1 }
    guard index < limit, AddressScanner.isLetter(bytes[index]) else { return false }
    let name = bytes[index..<limit].prefix {
      AddressScanner.isAlphanumeric($0) || $0 == UInt8(ascii: "-")
    }
    var end = name.endIndex
    if end < limit, bytes[end] == UInt8(ascii: "/") { end += 1 }
    guard end < limit, bytes[end] == UInt8(ascii: ">") else { return false }
    return !names.contains(name.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 })
  }

  /// The elements of the HTML Living Standard, and those that it calls obsolete.
  private static let names = Set(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote
    body br button canvas caption center cite code col colgroup command content data datalist dd del
    details dfn dialog dir div dl dt element em embed fieldset figcaption figure font footer form frame
    frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen
    label legend li link listing main map mark marquee math menu menuitem meta meter multicol nav nextid
    nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
    progress q rb rbc rp rt rtc ruby s samp script search section select selectedcontent shadow slot small
    source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th
    thead time title tr track tt u ul var video wbr xmp
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}
