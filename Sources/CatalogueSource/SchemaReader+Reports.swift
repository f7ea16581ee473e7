import CatalogueModel
import Diagnostics
import YAMLTree

/// Which warnings a catalogue leaves out or takes for errors, under `reports:`.
extension SchemaReader {
  /// The settings, each with its reason.
  mutating func reports(_ root: YAMLNode) -> [ReportSetting] {
    var settings: [ReportSetting] = []
    for entry in mapping(root, "reports") {
      check(entry.value, allowed: ["severity", "reason"])
      guard entry.value.mapping != nil, let code = code(entry.key),
        let treatment = treatment(entry.value), let reason = text(entry.value, "reason")
      else { continue }
      settings.append(
        ReportSetting(
          code: code, treatment: treatment, reason: reason,
          range: SourceRange(path: path, bytes: entry.key.bytes)))
    }
    return settings
  }

  /// The code of a key; one that does not exist, or that is always an error, is reported.
  private mutating func code(_ node: YAMLNode) -> DiagnosticCode? {
    let name = node.scalar ?? ""
    guard let code = DiagnosticCode(rawValue: name) else {
      report(
        .definitionInvalid, on: node,
        LocalisedText("「\(name)」という符号の報告はありません。", en: "there is no report with the code '\(name)'"),
        meant: Nearest.words(
          to: name, among: DiagnosticCode.allCases.filter(\.mayBeWarning).map(\.rawValue)))
      return nil
    }
    if code.mayBeWarning { return code }
    invalid(
      node.bytes, "\(name) はいつも誤りで、切ることはできません。",
      en: "\(name) is always an error and cannot be switched off")
    return nil
  }

  private mutating func treatment(_ node: YAMLNode) -> ReportSetting.Treatment? {
    guard let value = node["severity"] else {
      invalid(node.bytes, "「severity」がありません。", en: "'severity' is missing")
      return nil
    }
    if let treatment = value.scalar.flatMap({ ReportSetting.Treatment(rawValue: $0) }) {
      return treatment
    }
    let words = ReportSetting.Treatment.allCases.map(\.rawValue)
    report(
      .definitionInvalid, on: value,
      LocalisedText(
        "ここの「severity」は \(words.joined(separator: "、")) のどれかです。",
        en: "'severity' is one of \(words.joined(separator: ", ")) here"),
      meant: Nearest.words(to: value.scalar ?? "", among: words))
    return nil
  }
}
