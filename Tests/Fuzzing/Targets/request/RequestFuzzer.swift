import FuzzDriver
import Fuzzing

@main
enum RequestFuzzer {
  static func main() {
    Fuzzer.run(.request)
  }
}
