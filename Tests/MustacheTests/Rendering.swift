import ByteWriting
import Mustache

/// A source whose path is made of its name.
func source(_ name: String, _ text: String) -> TemplateSource {
  TemplateSource(name: name, path: "\(name).mustache", bytes: Array(text.utf8))
}

/// The template `page` rendered with partials, and the findings of the compilation.
func render(
  _ text: String, _ view: View, _ partials: [String: String] = [:]
) throws -> (text: String, findings: [TemplateFinding.Kind]) {
  let others = partials.sorted { $0.key < $1.key }.map { source($0.key, $0.value) }
  let (set, findings) = TemplateSet.compile([source("page", text)] + others)
  var writer = ByteWriter()
  try set.render("page", view, into: &writer)
  return (String(decoding: writer.bytes, as: UTF8.self), findings.map(\.kind))
}
