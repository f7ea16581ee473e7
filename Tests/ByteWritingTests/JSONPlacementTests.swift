import ByteWriting
import Testing

@Suite("Commas of JSON")
struct JSONPlacementTests {
  @Test("a comma stands before each member and element but the first, whatever they end in")
  func placesCommas() {
    var out = ByteWriter()
    out.append("{")
    out.beginMember("a")
    out.append(json: "[")
    out.beginMember(key: "名\"")
    out.append("[")
    for text in ["{", "", ","] {
      out.beginElement()
      out.append(json: text)
    }
    out.append("]")
    out.beginMember("b")
    out.append("{")
    out.beginMember("c")
    out.append("[")
    for _ in 0..<2 {
      out.beginElementLine()
      out.append("{}")
    }
    out.append("\n]}")
    out.beginMember("d")
    out.append(jsonOrNull: nil)
    out.beginMember("e")
    out.append(jsonArray: [String]())
    out.beginMember("f")
    out.append(jsonArray: ["x", "y"])
    out.append("}")
    #expect(
      String(decoding: out.bytes, as: UTF8.self) == """
        {"a":"[","名\\"":["{","",","],"b":{"c":[
        {},
        {}
        ]},"d":null,"e":[],"f":["x","y"]}
        """)
  }
}
