import FuzzDriver
import Fuzzing

@main
enum SearchFuzzer {
  static func main() async {
    Fuzzer.run(await FuzzBody.search())
  }
}
