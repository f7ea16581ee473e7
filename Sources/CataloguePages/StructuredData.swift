import ByteWriting
import CatalogueModel
import CatalogueViews
import Diagnostics
import JapaneseText

/// What pages say to programs, as JSON-LD in a block of data: no script, so that the policy of the pages allows it.
///
/// Strings are written by the writer of JSON, which lets no text end the block.
enum StructuredData {
  /// What a template has of it.
  static let summary = "機械のための記述(JSON-LD)"

  /// The page of a record in the words of schema.org: what it is about, its names, where it stands.
  static func record(
    _ record: Record, english: String, at address: String, updated: PartialDate?, trail: [Crumb],
    in site: SiteDefinition
  ) -> [UInt8] {
    var out = ByteWriter()
    out.append("{\"@context\":\"https://schema.org\",\"@type\":\"WebPage\"")
    out.beginMember("@id")
    out.append(json: address)
    out.beginMember("name")
    out.append(json: record.title.value)
    out.beginMember("inLanguage")
    out.append(json: site.language)
    if let updated {
      out.beginMember("dateModified")
      out.append(json: updated.iso8601)
    }
    append(site.imprint, to: &out)
    out.append(",\"isPartOf\":{\"@type\":\"WebSite\",\"name\":")
    out.append(json: site.title)
    out.beginMember("url")
    out.append(json: site.baseURL)
    out.append("},\"mainEntity\":{\"@type\":\"Thing\",\"name\":")
    out.append(json: record.title.value)
    let names = record.aliases.map(\.value) + (english.isEmpty ? [] : [english])
    if !names.isEmpty {
      out.beginMember("alternateName")
      out.append(jsonArray: names)
    }
    out.beginMember("description")
    out.append(json: record.summary)
    out.beginMember("url")
    out.append(json: address)
    out.append("},\"breadcrumb\":{\"@type\":\"BreadcrumbList\",\"itemListElement\":[")
    let steps =
      [(site.title, site.baseURL)]
      + trail.map { ($0.label, site.baseURL + PagePath.encoded($0.path)) }
      + [(record.title.value, address)]
    for (place, step) in steps.enumerated() {
      out.beginElement()
      out.append("{\"@type\":\"ListItem\",\"position\":")
      out.append(decimal: place + 1)
      out.beginMember("name")
      out.append(json: step.0)
      out.beginMember("item")
      out.append(json: step.1)
      out.append("}")
    }
    out.append("]}}")
    return out.bytes
  }

  /// Publisher and terms, where they are known.
  private static func append(_ imprint: Imprint, to out: inout ByteWriter) {
    if let publisher = imprint.publisher {
      out.append(",\"publisher\":{\"@type\":\"Organization\",\"name\":")
      out.append(json: publisher)
      out.append("}")
    }
    if let address = imprint.terms?.address {
      out.beginMember("license")
      out.append(json: address)
    }
  }

  /// The catalogue as a dataset with its files (DCAT 3).
  static func dataset(_ files: [FileOffer], in site: SiteDefinition) -> [UInt8] {
    var out = ByteWriter()
    out.append(
      "{\"@context\":{\"dcat\":\"http://www.w3.org/ns/dcat#\",\"dct\":\"http://purl.org/dc/terms/\""
    )
    out.append(",\"foaf\":\"http://xmlns.com/foaf/0.1/\"},\"@type\":\"dcat:Dataset\"")
    out.beginMember("@id")
    out.append(json: site.baseURL)
    out.beginMember("dct:title")
    out.append(json: site.title)
    out.beginMember("dct:description")
    out.append(json: site.description)
    out.beginMember("dct:language")
    out.append(json: site.language)
    out.append(",\"dcat:landingPage\":{\"@id\":")
    out.append(json: site.baseURL + DataPage.pagePath)
    out.append("}")
    let imprint = site.imprint
    if let publisher = imprint.publisher {
      out.append(",\"dct:publisher\":{\"@type\":\"foaf:Agent\",\"foaf:name\":")
      out.append(json: publisher)
      out.append("}")
    }
    if let edition = imprint.edition {
      out.beginMember("dcat:version")
      out.append(json: edition)
    }
    if let address = imprint.terms?.address {
      out.append(",\"dct:license\":{\"@id\":")
      out.append(json: address)
      out.append("}")
    }
    out.beginMember("dcat:distribution")
    out.append("[")
    for file in files {
      out.beginElement()
      out.append("{\"@type\":\"dcat:Distribution\",\"dct:title\":")
      out.append(json: file.label)
      out.append(",\"dcat:downloadURL\":{\"@id\":")
      out.append(json: site.baseURL + PagePath.encoded(file.path))
      out.append("}")
      if let type = file.mediaType {
        out.beginMember("dcat:mediaType")
        out.append(json: type)
      }
      out.append("}")
    }
    out.append("]}")
    return out.bytes
  }
}
