/// The loop all clients of a process share. It lives as long as the process: clients come and go,
/// and their traffic does not need more than one thread.
enum ClientLoop {
  static let shared: Result<EventLoop, any Error> = Result { try EventLoop() }
}
