import Glibc
import FlyingFox
import FlyingSocks
func probe() throws { let a = try sockaddr_in.inet(ip4: "127.0.0.1", port: 0); let b: sockaddr_in6 = .loopback(port: 0); print(a, b, inotify_init1(Int32(IN_CLOEXEC)), IN_MOVED_TO, eventfd(0, 0)) }
