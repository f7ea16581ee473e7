import FuzzDriver
import Fuzzing

@main
enum ManifestFuzzer {
  static func main() {
    Fuzzer.run(.manifest)
  }
}
