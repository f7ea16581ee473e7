import FuzzDriver
import Fuzzing

@main
enum RecordFuzzer {
  static func main() {
    Fuzzer.run(.record)
  }
}
