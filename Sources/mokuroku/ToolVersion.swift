/// The version of the tool, which `--version` and `build.json` tell.
enum ToolVersion {
  static let text = "0.1.0"
}
