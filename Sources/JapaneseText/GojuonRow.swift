/// A row of the table of fifty sounds, under which an index lists readings.
///
/// Readings that begin with a digit or a Latin letter stand under `alphanumeric`, which comes last.
package enum GojuonRow: Int, Sendable, Hashable, CaseIterable {
  case a
  case ka
  case sa
  case ta
  case na
  case ha
  case ma
  case ya
  case ra
  case wa
  case alphanumeric

  /// The heading: `あ` … `わ`, `英数`.
  package var heading: String {
    switch self {
    case .a: "あ"
    case .ka: "か"
    case .sa: "さ"
    case .ta: "た"
    case .na: "な"
    case .ha: "は"
    case .ma: "ま"
    case .ya: "や"
    case .ra: "ら"
    case .wa: "わ"
    case .alphanumeric: "英数"
    }
  }

  /// The name of the row in addresses: `a` … `wa`, `alphanumeric`.
  package var slug: String {
    switch self {
    case .a: "a"
    case .ka: "ka"
    case .sa: "sa"
    case .ta: "ta"
    case .na: "na"
    case .ha: "ha"
    case .ma: "ma"
    case .ya: "ya"
    case .ra: "ra"
    case .wa: "wa"
    case .alphanumeric: "alphanumeric"
    }
  }

  /// The name of the row: `あ行` … `わ行`, `英数`.
  package var label: String { self == .alphanumeric ? heading : heading + "行" }

  /// The row of a kana.
  init(_ kana: Kana) {
    switch kana.place {
    case 0..<35: self = GojuonRow(rawValue: kana.place / 5) ?? .a
    case 35...37: self = .ya
    case 38...42: self = .ra
    default: self = .wa
    }
  }
}

extension GojuonRow: Comparable {
  package static func < (left: GojuonRow, right: GojuonRow) -> Bool {
    left.rawValue < right.rawValue
  }
}
